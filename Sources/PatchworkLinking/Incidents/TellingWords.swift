import Foundation
import PatchworkRecord
public import PatchworkText

/// The words of a passage that tell which event is meant, without those that any report uses.
public struct TellingWords: Sendable {
  private let common: Set<UInt64>
  private let weights: [UInt64: Double]

  /// Reads the tables `common-words.tsv` and `word-shares.tsv` that ship with the target.
  public init() throws(LexiconError) {
    let table = try LexiconFolder.table("common-words.tsv")
    common = Set(table.rows.flatMap { ReportWords($0["word"]).stems })
    let shares = try LexiconFolder.table("word-shares.tsv")
    var weights: [UInt64: Double] = [:]
    for row in shares.rows {
      guard let share = Double(row["share"]), share > 0, share <= 1000 else {
        throw .unknownValue(
          file: shares.file, line: row.line, field: "share", value: row["share"])
      }
      for stem in ReportWords(row["word"]).stems { weights[stem] = log(1000 / share) / 3 }
    }
    self.weights = weights
  }

  /// How much a word tells, by how few reports use it: 1 for one that 5 of 100 use, more for a rarer one.
  public func weight(of word: UInt64) -> Double { weights[word] ?? Self.rare }

  /// The weight of a word that the table of shares does not know: one that fewer than 2 of 100 reports use.
  private static let rare = log(50.0) / 3

  /// The summed weight of the numbers that two ordered lists have in common, up to a bound.
  func weight(ofShared a: [UInt64], _ b: [UInt64], most: Double) -> Double {
    var (i, j, sum) = (0, 0, 0.0)
    while i < a.count, j < b.count, sum < most {
      if a[i] == b[j] {
        sum += weight(of: a[i])
        (i, j) = (i + 1, j + 1)
      } else if a[i] < b[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return min(sum, most)
  }

  /// The telling words of some passages of a text, each once, in order of their hashes.
  ///
  /// Words of the spans in `without` (names of places and times, which are compared by what they mean) are left out, and so are
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
