import PatchworkRecord

/// What the steps of one reading made, for whoever asks why.
struct ReadingSteps {
  let document: ReportParse
  let lexical: LexicalTree
  let statements: [Statement]
  let happenings: [ToldHappening]
  let conditions: [ToldCondition]
  /// How far the text is from telling of no conflict; below zero nothing in it is a happening.
  let topicMargin: Double
  /// For every account, the rule by which it is about another one.
  let linkRules: [LinkRule?]
  let reading: Reading
}
