public import PatchworkText

/// A run of words that two texts share.
public struct SharedPassage: Hashable, Sendable {
  /// Words of the run in the first and in the second text.
  public let first: Range<Int>
  /// Words of the run in the second text.
  public let second: Range<Int>
  /// Words of the run that stand outside quotation marks in both texts.
  public let ownWords: Int
}

/// What two texts share, word for word.
public struct SharedText: Hashable, Sendable {
  /// The runs, in the order of the first text, none overlapping another there.
  public let passages: [SharedPassage]
  /// Shared words as a share of the shorter text.
  public let containment: Double
  /// Shared words outside quotation marks.
  public let ownWords: Int

  /// Compares two texts: runs of at least `group` words, each grown to its full length.
  public init(_ a: ReportWords, _ b: ReportWords, winnowing: Winnowing = Winnowing()) {
    var places: [UInt64: [Int]] = [:]
    for (index, hash) in winnowing.groupHashes(b.hashes).enumerated() {
      places[hash, default: []].append(index)
    }
    var passages: [SharedPassage] = []
    var taken = [Bool](repeating: false, count: b.count)
    let groups = winnowing.groupHashes(a.hashes)
    var at = 0
    while at < groups.count {
      var best = 0..<0
      for start in places[groups[at]] ?? [] where !taken[start] {
        var length = 0
        while at + length < a.count, start + length < b.count, !taken[start + length],
          a.hashes[at + length] == b.hashes[start + length]
        { length += 1 }
        if length > best.count { best = start..<start + length }
      }
      guard best.count >= winnowing.group else {
        at += 1
        continue
      }
      for word in best { taken[word] = true }
      let own = zip(at..<at + best.count, best).count { !a.isQuoted[$0] && !b.isQuoted[$1] }
      passages.append(SharedPassage(first: at..<at + best.count, second: best, ownWords: own))
      at += best.count
    }
    let shared = passages.reduce(0) { $0 + $1.first.count }
    self.passages = passages
    containment = Double(shared) / Double(max(1, min(a.count, b.count)))
    ownWords = passages.reduce(0) { $0 + $1.ownWords }
  }
}

extension ReportWords {
  /// The bytes from the first to the last of some words, which must not be empty.
  public func span(of words: Range<Int>) -> Span {
    Span(spans[words.lowerBound].start, spans[words.upperBound - 1].end)
  }
}
