import PatchworkText

/// How words are written inside a sentence.
struct CaseLexicon: Sendable {
  /// Where capitals stand in a word.
  enum Writing: String, Sendable {
    /// At its beginning.
    case name
    /// Throughout.
    case letters
  }

  private var writings: [String: Writing] = [:]

  init(_ table: LexiconTable) throws(LexiconError) {
    for row in table.rows {
      guard let writing = Writing(rawValue: row["case"]) else {
        throw .unknownValue(file: table.file, line: row.line, field: "case", value: row["case"])
      }
      for word in row["words"].split(separator: " ") { writings[String(word)] = writing }
    }
  }

  /// How a word in lower case is written, or nil where it is not listed.
  subscript(word: String) -> Writing? { writings[word] }
}
