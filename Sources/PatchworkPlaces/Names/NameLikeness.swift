import PatchworkText

/// Tells whether two names may be spellings of one, by how they are heard.
public struct NameLikeness {
  /// Least likeness of spellings of one name: one in a hundred pairs of different names of one country reaches it.
  public static let oneName = 0.11

  /// What a word that only one of two names has costs where the rest agrees.
  private static let addedWord = 0.1

  private let sounds: NameSounds
  private var scratch: [Float] = []
  private var first = Heard()
  private var second = Heard()

  private struct Heard {
    var words = FoldedWords()
    var whole: [UInt8] = []
    var core: [UInt8] = []
    var hasGeneric = false
  }

  /// Makes one with the tables of Patchwork.
  public init() { sounds = .standard }

  /// How like two names are: 1 for the same, about 0 for what chance gives; names in Arabic, Cyrillic and Hebrew letters
  /// are heard as they are transliterated.
  public mutating func of(_ a: String, _ b: String) -> Double {
    hear(a, &first)
    hear(b, &second)
    let whole = sounds.likeness(first.whole, second.whole, &scratch)
    guard first.hasGeneric || second.hasGeneric else { return whole }
    let core = sounds.likeness(first.core, second.core, &scratch)
    return first.hasGeneric && second.hasGeneric
      ? (whole + core) / 2 : max(whole, core - Self.addedWord)
  }

  private func hear(_ name: String, _ heard: inout Heard) {
    var name = name
    name.withUTF8 { heard.words.refold($0) }
    heard.whole.removeAll(keepingCapacity: true)
    heard.core.removeAll(keepingCapacity: true)
    heard.hasGeneric = sounds.append(heard.words, core: false, to: &heard.whole)
    sounds.append(heard.words, core: true, to: &heard.core)
  }
}
