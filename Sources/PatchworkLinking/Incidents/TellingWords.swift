import PatchworkRecord
public import PatchworkText

/// The words of a passage that tell which event is meant, without those that any report uses.
public struct TellingWords: Sendable {
  private let common: Set<UInt64>

  /// Reads the table `common-words.tsv` that ships with the target.
  public init() throws(LexiconError) {
    let table = try LexiconFolder.table("common-words.tsv")
    common = Set(table.rows.flatMap { ReportWords($0["word"]).stems })
  }

  /// The telling words of some passages of a text, each once, in order of their hashes.
  ///
  /// Words of the spans in `without` (names of places, which are compared by where they lie) are left out, and so are
  /// words of one letter.
  public func words(
    of spans: [Span], in words: ReportWords, without names: [Span]
  ) -> [UInt64] {
    var found: Set<UInt64> = []
    for span in spans {
      var index = words.firstWord(from: span.start)
      while index < words.count, words.spans[index].start < span.end {
        defer { index += 1 }
        let word = words.spans[index]
        guard word.length > 1, !common.contains(words.stems[index]),
          !names.contains(where: { $0.contains(word) })
        else { continue }
        found.insert(words.stems[index])
      }
    }
    return found.sorted()
  }
}

extension ReportWords {
  /// The number of the first word that starts at or after a byte; O(log words).
  func firstWord(from byte: Int) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].start < byte { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
