import PatchworkRecord

/// An attributed statement as found in the tree: token ranges, before its source is named.
struct Statement: Sendable {
  /// The tokens of the cue, in order; empty when the statement has none.
  var cue: [Range<Int>] = []
  /// The token that heads the cue.
  var cueHead: Int?
  /// The tokens attributed, in order.
  var content: [Range<Int>]
  /// The tokens of the source's mention.
  var source: Range<Int>?
  /// The token that heads the source's mention.
  var sourceHead: Int?
  /// Whether nobody is named and none may be assumed ("is believed to").
  var isUnstated = false
  /// What the cue alone says of the stance.
  var stance: Stance
  /// Whether the cue is negated.
  var polarity: Polarity = .positive
  /// How the content is given.
  var quoted: Quotation = .indirect
  /// Number of the statement that this one carries on, in the list it stands in.
  var continues: Int?
  /// The medium that passes it on.
  var via: String = ""
  /// Whom it is addressed to.
  var addressee: String = ""
  /// The rule that found the source.
  var rule: String

  /// The first token of the content.
  var start: Int { content.first?.lowerBound ?? 0 }

  /// The number of tokens attributed.
  var length: Int { content.reduce(0) { $0 + $1.count } }

  /// Whether a token is part of the content.
  func covers(_ token: Int) -> Bool { content.contains { $0.contains(token) } }
}

extension Range<Int> {
  /// What is left of the range without another one: nothing, one or two ranges.
  func subtracting(_ other: Range<Int>) -> [Range<Int>] {
    guard overlaps(other) else { return isEmpty ? [] : [self] }
    var rest: [Range<Int>] = []
    if lowerBound < other.lowerBound { rest.append(lowerBound..<other.lowerBound) }
    if other.upperBound < upperBound { rest.append(other.upperBound..<upperBound) }
    return rest
  }
}
