import ArgumentParser
import Foundation

/// `patchwork doctor`: what is installed, and what to do about what is not.
struct Doctor: ParsableCommand {
  /// What it prints.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json
  }

  static let configuration = CommandConfiguration(
    abstract: "Says what is installed, whether it is whole, and how to mend what is not.",
    discussion: """
      Reads every byte of the data and compares it with the hashes that this version expects.
      Ends with 0 when all is well and with 69 when something must be mended.

      Example:
        patchwork doctor
      """)

  @Option(help: "What to print: text or json.")
  var to: Format = .text

  func run() throws {
    let packages: [DataPackage]
    do {
      packages = try DataPackage.known()
    } catch {
      throw ExitStatus.unavailable.saying(
        "the table of data packages beside the program cannot be read; run: make install")
    }
    let checkup = Checkup(
      version: Patchwork.configuration.version, data: DataFolder(), packages: packages)
    switch to {
    case .text: print(checkup.screen, terminator: "")
    case .json:
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
      print(String(decoding: try encoder.encode(checkup), as: UTF8.self))
    }
    if !checkup.faults.isEmpty { throw ExitStatus.unavailable.code }
  }
}
