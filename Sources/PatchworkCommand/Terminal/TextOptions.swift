import ArgumentParser

/// How text for a terminal looks.
struct TextOptions: ParsableArguments {
  @Option(help: "Colours in text: auto, always or never; auto heeds NO_COLOR.")
  var color: ColourChoice = .auto

  @Option(
    help: ArgumentHelp("Columns of text; the terminal's when not given.", valueName: "columns"))
  var width: Int?

  /// What standard output can show.
  var form: TerminalForm { TerminalForm(colour: color, width: width, toFile: false) }
}
