import PatchworkRecord

/// A time together with the tokens that name it.
struct TimeMention: Hashable, Sendable {
  /// The time.
  var time: TimeExpression
  /// The tokens it covers, wholly or in part.
  var tokens: Range<Int>
  /// Whether it dates the saying of something ("said on Friday") rather than what is told.
  var isStatementTime: Bool
  /// Whether it is only where a told interval begins or ends ("between 1982 and 1992").
  var isEnd = false
  /// The verb of saying that it dates, where a statement has one.
  var statementVerb: Int?
}
