import PatchworkText

/// Tells the state of a truce or of a delivery by the words of an account.
struct ActWords: Sendable {
  private let rows: [(layer: String, words: [UInt8], state: String)]

  /// Reads the table `act-words.tsv` that ships with the target.
  init() throws(LexiconError) {
    rows = try LexiconFolder.table("act-words.tsv").rows.map {
      ($0["layer"], WordBeginnings.words($0["word"]), $0["state"])
    }
  }

  /// The state that the first text which has words of the table names; within a text the table's order counts.
  func state(_ layer: Layer, in texts: [String]) -> String? {
    for text in texts {
      let folded = WordBeginnings.folded(text, asWords: true)
      for row in rows
      where row.layer == layer.rawValue && WordBeginnings.stand(row.words, in: folded) {
        return row.state
      }
    }
    return nil
  }
}
