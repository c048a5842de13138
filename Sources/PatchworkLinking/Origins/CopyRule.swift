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
}
