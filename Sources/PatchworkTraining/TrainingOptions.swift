import ArgumentParser

/// What every model of the reader is trained from, and how.
struct TrainingOptions: ParsableArguments {
  @Option(help: "Folder of the language model.")
  var model: String
  @Option(help: "Marked reports, a JSON object a line (PolNeAR).")
  var polnear: String
  @Option(help: "Folder of annotated accounts.")
  var accounts: String
  @Option(help: "What an account's report weighs against one of the others.")
  var weight = 5.0
  @Option(help: "How strongly weights are drawn to zero.")
  var penalty = 3.0
  @Option(help: "The table to write.")
  var output: String

  /// Parts that reports are divided into; each is judged by weights that have not seen it.
  static let folds = 4
  /// Features met less often are left out.
  static let rare = 3
}
