import ArgumentParser
import Foundation

/// When to use colours and weights.
enum ColourChoice: String, CaseIterable, ExpressibleByArgument {
  case auto, always, never
}

extension TerminalForm {
  /// What standard output can show.
  ///
  /// Colours need a terminal that has them and no `NO_COLOR`, unless they are asked for; the width is the one asked
  /// for, else the terminal's, else 100.
  init(
    colour: ColourChoice, width: Int?, toFile: Bool,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) {
    let isTerminal = !toFile && isatty(STDOUT_FILENO) == 1
    self.init(
      colour: colour, width: width, isTerminal: isTerminal,
      terminalWidth: isTerminal ? Self.terminalWidth() : nil, environment: environment)
  }

  /// The same for a given terminal.
  init(
    colour: ColourChoice, width: Int?, isTerminal: Bool, terminalWidth: Int?,
    environment: [String: String]
  ) {
    let hasColour =
      switch colour {
      case .always: true
      case .never: false
      case .auto:
        isTerminal && (environment["NO_COLOR"] ?? "").isEmpty && environment["TERM"] != "dumb"
      }
    let named = environment["COLUMNS"].flatMap(Int.init)
    self.init(width: width ?? terminalWidth ?? named ?? 100, hasColour: hasColour)
  }

  private static func terminalWidth() -> Int? {
    var size = winsize()
    guard ioctl(STDOUT_FILENO, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 else { return nil }
    return Int(size.ws_col)
  }
}
