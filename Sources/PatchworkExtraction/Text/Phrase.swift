import PatchworkRecord
import PatchworkText

/// A phrase of the lexicon that marks a line, or a part of one, as no part of the report.
struct Phrase: Equatable {
  /// What the phrase must match.
  enum Kind: String, CaseIterable {
    case whole, start, label, contains, sentence, tail, bracket
  }

  /// What follows from a match.
  enum Verdict: Equatable {
    /// The words are left unread.
    case dropped(DropReason)
    /// The line is a caption.
    case caption
  }

  /// What the line after a label is.
  enum Next: String {
    case none = ""
    case caption, credit
  }

  let pattern: [UInt8]
  /// What must follow within a few words, after the star of a pattern.
  let later: [UInt8]
  let kind: Kind
  let words: Int
  let verdict: Verdict
  let next: Next
  /// Whether a name must follow: the phrase is of a credit and ends in "by".
  let needsName: Bool

  /// Reads a row of the phrase table.
  init(_ row: LexiconTable.Row, file: String) throws(LexiconError) {
    let halves = row["pattern"].split(separator: "*", omittingEmptySubsequences: false)
    pattern = Array((halves.first ?? "").utf8)
    later = halves.count > 1 ? Array(halves[1].utf8) : []
    guard let kind = Kind(rawValue: row["kind"]) else {
      throw Self.unknown("kind", row, file)
    }
    guard let words = Int(row["words"]) else { throw Self.unknown("words", row, file) }
    guard let next = Next(rawValue: row["next"]) else { throw Self.unknown("next", row, file) }
    self.kind = kind
    self.words = words == 0 ? Int.max : words
    self.next = next
    needsName = row["verdict"] == "credit" && pattern.suffix(3).elementsEqual(" by".utf8)
    if let reason = DropReason(rawValue: row["verdict"]) {
      verdict = .dropped(reason)
    } else if row["verdict"] == "caption" {
      verdict = .caption
    } else {
      throw Self.unknown("verdict", row, file)
    }
  }

  private static func unknown(
    _ field: String, _ row: LexiconTable.Row, _ file: String
  ) -> LexiconError {
    .unknownValue(file: file, line: row.line, field: field, value: row[field])
  }
}
