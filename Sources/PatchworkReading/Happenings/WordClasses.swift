import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// A set of word classes ("armed", "aircraft", "place", …) as bits.
struct ClassSet: OptionSet, Hashable, Sendable {
  let rawValue: UInt128
}

/// Numbers for the words that lexicons know, and the classes that they belong to.
///
/// Matching compares numbers, so that a parse costs one look-up a word.
struct WordClasses: Sendable {
  /// The number of a word that no lexicon knows.
  static let unknown: Int32 = -1

  private var numbers: [String: Int32] = [:]
  private var classes: [ClassSet] = []
  private var bits: [String: ClassSet] = [:]

  /// Reads the class tables: columns `words` and `class`, both lists divided by spaces.
  init(tables: [LexiconTable]) {
    for table in tables {
      for row in table.rows {
        let set = row["class"].split(separator: " ").reduce(into: ClassSet()) { set, name in
          set.formUnion(bit(named: String(name)))
        }
        for word in row["words"].split(separator: " ") {
          let number = intern(String(word))
          classes[Int(number)].formUnion(set)
        }
      }
    }
  }

  /// The class of a name, or nil where no table names it.
  func named(_ name: String) -> ClassSet? { bits[name] }

  /// The number of a word, given one if it had none.
  mutating func intern(_ word: String) -> Int32 {
    if let number = numbers[word] { return number }
    let number = Int32(classes.count)
    numbers[word] = number
    classes.append([])
    return number
  }

  /// The number of a word, or `unknown`.
  func number(_ word: String) -> Int32 { numbers[word] ?? Self.unknown }

  /// The classes of a numbered word.
  func classes(of number: Int32) -> ClassSet { number < 0 ? [] : classes[Int(number)] }

  private mutating func bit(named name: String) -> ClassSet {
    if let bit = bits[name] { return bit }
    precondition(bits.count < 128, "There is room for 128 word classes.")
    let bit = ClassSet(rawValue: 1 << UInt128(bits.count))
    bits[name] = bit
    return bit
  }
}
