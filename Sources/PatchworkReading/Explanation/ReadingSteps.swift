import PatchworkRecord

/// What the steps of one reading made, for whoever asks why.
struct ReadingSteps {
  let document: ReportParse
  let lexical: LexicalTree
  let statements: [Statement]
  let happenings: [ToldHappening]
  let conditions: [ToldCondition]
  let reading: Reading
}
