import ArgumentParser

/// The command line.
@main
struct Patchwork: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "patchwork",
    abstract: "Keeps the sourced record of a conflict: who says what happened, who denies it.",
    version: "0.1.0",
    subcommands: [
      Read.self,
      Doctor.self,
      Extract.self,
      ParseCommand.self,
      Places.self,
    ])
}
