import PatchworkText

/// Words that say whether the day beside them is that of publication or of the last change.
struct DateLabels {
  /// What a day beside a label is.
  enum Kind: String {
    case published, modified
  }

  /// The labels that ship with Patchwork.
  static let shipped = DateLabels(LexiconFolder.table("date-labels.tsv"))

  private let kinds: [String: Kind]

  init(_ table: LexiconTable) {
    var kinds: [String: Kind] = [:]
    for row in table.rows {
      guard let kind = Kind(rawValue: row["kind"]) else {
        preconditionFailure("\(table.file), line \(row.line): unknown kind \(row["kind"])")
      }
      kinds[row["word"]] = kind
    }
    self.kinds = kinds
  }

  /// The kind that a word speaks for, in any case; nil when it is no label.
  func kind(of word: some StringProtocol) -> Kind? {
    word.utf8.count <= 32 ? kinds[word.lowercased().filter { $0.isLetter }] : nil
  }
}
