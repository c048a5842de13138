public import PatchworkText

/// When shared words make one report a copy of another.
public struct CopyRule: Sendable {
  /// Shared words outside quotation marks that there must be at least.
  public var ownWords: Int
  /// Share of the shorter text that the shared words must make up at least.
  public var containment: Double
  /// Days that may lie between the two reports at most: copies are dated up to two weeks apart.
  public var days: Int

  /// Makes a rule; a quarter of the shorter text and three winnowing groups of its own words.
  public init(ownWords: Int = 24, containment: Double = 0.25, days: Int = 14) {
    self.ownWords = ownWords
    self.containment = containment
    self.days = days
  }

  /// What two reports have in common, by what they share.
  public enum Relation: String, Sendable {
    /// Text of the same hand.
    case copy
    /// Only words that both quote: one utterance, not one origin.
    case utterance
    /// Nothing that counts.
    case none
  }

  /// How two reports are related; the order of the two does not matter.
  public func relation(_ shared: SharedText) -> Relation {
    if shared.ownWords >= ownWords, shared.containment >= containment { return .copy }
    let quoted = shared.passages.contains { $0.first.count > $0.ownWords * 2 }
    return quoted ? .utterance : .none
  }

  /// Where one report gives between quotation marks what another says in words of its own, in bytes of the quoting one; nil
  /// where that is less than makes a copy.
  public func quotation(
    of own: ReportWords, in quoting: ReportWords,
    _ passages: [(own: Range<Int>, quoting: Range<Int>)], _ shared: SharedText
  ) -> [Span]? {
    let quoted = passages.filter { passage in
      zip(passage.own, passage.quoting).count { !own.isQuoted[$0] && quoting.isQuoted[$1] } * 2
        > passage.own.count
    }
    let count = quoted.reduce(0) { $0 + $1.own.count }
    guard count >= ownWords, shared.containment >= containment else { return nil }
    return quoted.map { quoting.span(of: $0.quoting) }.sorted()
  }
}
