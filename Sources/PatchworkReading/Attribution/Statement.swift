import PatchworkRecord

/// The construction by which a statement was found.
enum StatementForm: String, Sendable, CaseIterable {
  /// A finite clause below the cue, or around it.
  case clause, aside
  /// A clause that the parser left loose: before a closing speaker and verb, or behind "X says".
  case tag, rest, named
  /// "promised to …", "called it …", "condemned the attack", "warned of …", "was condemned by …".
  case infinitive, smallClause, object, preposition, passive
  /// "claims that …", "a call for …", "plans to …".
  case nounClause, nounPreposition, nounInfinitive
  /// "is confident that …", "are ready to …".
  case adjective
  /// "according to X", "reportedly".
  case accordingTo, hearsay
  /// "NAME: what was said".
  case turn
  /// What stands between a word and the end of a quotation behind it.
  case quotedPhrase
  /// Words between quotation marks that no cue governs.
  case quotation
}

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
  /// The construction that ties the content to its cue.
  var form: StatementForm
  /// How the content is given.
  var quoted: Quotation = .indirect
  /// Number of the statement that this one carries on, in the list it stands in.
  var continues: Int?
  /// Whether a later sentence of its passage has the cue, so that it is said anew.
  var isCuedLater = false
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

  /// Whether it says what a thing is held to be ("was considered the worst since …"), so that a time beside its cue is
  /// the thing's own.
  var isJudgement: Bool { form == .passive && isUnstated && start < (cueHead ?? start) }

  /// Whether a token is part of the content.
  func covers(_ token: Int) -> Bool { content.contains { $0.contains(token) } }
}

extension Range<Int> {
  /// The range from an earlier place on; the range itself where that is no earlier.
  func widened(to start: Int) -> Range<Int> { Swift.min(start, lowerBound)..<upperBound }

  /// What is left of the range without another one: nothing, one or two ranges.
  func subtracting(_ other: Range<Int>) -> [Range<Int>] {
    guard overlaps(other) else { return isEmpty ? [] : [self] }
    var rest: [Range<Int>] = []
    if lowerBound < other.lowerBound { rest.append(lowerBound..<other.lowerBound) }
    if other.upperBound < upperBound { rest.append(other.upperBound..<upperBound) }
    return rest
  }
}
