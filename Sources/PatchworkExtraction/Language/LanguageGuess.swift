import PatchworkText

/// The language of a text as its script and its commonest small words show it.
struct LanguageGuess: Equatable {
  /// BCP 47, empty when it cannot be told.
  let language: String
  /// How sure that is, 0…1.
  let confidence: Double

  /// Bytes at the head that are looked at.
  private static let reach = 2400
  private static let none = LanguageGuess(language: "", confidence: 0)

  private init(language: String, confidence: Double) {
    self.language = language
    self.confidence = confidence
  }

  /// Tells the language of a text.
  init(_ text: String) { self.init(Array(text.utf8.prefix(Self.reach))) }

  /// Tells the language of UTF-8 bytes.
  init(_ bytes: [UInt8]) {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      self = Self.latin(bytes)
      return
    }
    let census = ScriptCensus(bytes)
    if let script = census.script {
      self = LanguageGuess(language: script.language, confidence: Self.rounded(script.confidence))
    } else {
      self = census.latin > 0 ? Self.latin(bytes) : Self.none
    }
  }

  /// The language of a text in the Latin script.
  private static func latin(_ bytes: [UInt8]) -> LanguageGuess {
    let tally = SmallWords.shipped.tally(of: bytes)
    return LanguageGuess(language: tally.language, confidence: rounded(tally.confidence))
  }

  /// Confidences are told in hundredths: they are no more exact.
  private static func rounded(_ confidence: Double) -> Double {
    (confidence * 100).rounded() / 100
  }

  /// The confidence where there is a language.
  var known: Double? { language.isEmpty ? nil : confidence }
}
