import ArgumentParser
import PatchworkDisplay
import Testing

@testable import PatchworkCommand

@Suite struct HelpTests {
  @Test func `every verb says what it is for and gives an example that names it`() {
    for (verb, command) in verbs(under: "patchwork", Patchwork.self) {
      let configuration = command.configuration
      #expect(configuration.abstract.hasSuffix("."), "\(verb)")
      let example = configuration.discussion.split(separator: "\n").contains {
        $0.hasPrefix("  ") && $0.contains(verb)
      }
      #expect(example, "\(verb)")
      #expect(configuration.discussion.contains("Example"), "\(verb)")
    }
  }

  @Test func `every option and argument is explained`() {
    for (verb, command) in verbs(under: "patchwork", Patchwork.self) {
      let help = command.helpMessage(columns: 200)
      let lines = help.split(separator: "\n")
      for (index, line) in lines.enumerated() where line.hasPrefix("  -") || line.hasPrefix("  <") {
        let parts = line.dropFirst(2).split(separator: "  ", omittingEmptySubsequences: true)
        // A long name has its explanation in the line below.
        let below = lines.dropFirst(index + 1).first?.hasPrefix("        ") == true
        #expect(parts.count > 1 || below, "\(verb): \(line)")
      }
    }
  }

  @Test func `the exit statuses are those of the program`() {
    let listed = Patchwork.configuration.discussion.split(separator: "\n").compactMap { line in
      line.hasPrefix("  ") ? Int32(line.split(separator: " ")[0]) : nil
    }
    #expect(listed == ExitStatus.allCases.map(\.rawValue))
  }

  private func verbs(
    under name: String, _ command: any ParsableCommand.Type
  ) -> [(String, any ParsableCommand.Type)] {
    [(name, command)]
      + command.configuration.subcommands.flatMap { verb in
        verbs(under: "\(name) \(verb._commandName)", verb)
      }
  }
}
