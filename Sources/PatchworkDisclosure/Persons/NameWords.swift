import PatchworkText

/// Words that tell where names of persons stand.
struct NameWords: Sendable {
  /// What a word is to a name.
  enum Class: String {
    /// It begins a name.
    case given
    /// It stands within a name and is none alone.
    case particle
    /// It is no part of a name where it stands beside one.
    case stop
    /// A name with it is not a person's.
    case group
    /// A name follows it at the head or foot of a text.
    case credit
  }

  private let classes: [String: Class]

  init(_ table: LexiconTable) {
    var classes: [String: Class] = [:]
    for row in table.rows {
      guard let kind = Class(rawValue: row["class"]) else { continue }
      for word in row["words"].split(separator: " ") { classes[String(word)] = kind }
    }
    self.classes = classes
  }

  func of(_ word: String) -> Class? { classes[word] }
}
