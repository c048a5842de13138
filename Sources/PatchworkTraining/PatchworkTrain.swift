import ArgumentParser

/// Trains the models whose weights ship as tables.
@main
struct PatchworkTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patchwork-train",
    abstract: "Trains the models whose weights ship as tables in Lexicons folders.",
    subcommands: [TrainCues.self, TrainEdges.self, TrainTopics.self, TrainLinks.self])
}
