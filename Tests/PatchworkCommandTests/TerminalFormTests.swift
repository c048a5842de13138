import Testing

@testable import PatchworkCommand

@Suite struct TerminalFormTests {
  @Test(arguments: [
    (ColourChoice.auto, true, [:], true), (.auto, false, [:], false),
    (.auto, true, ["NO_COLOR": "1"], false), (.auto, true, ["NO_COLOR": ""], true),
    (.auto, true, ["TERM": "dumb"], false), (.always, false, ["NO_COLOR": "1"], true),
    (.never, true, [:], false),
  ])
  func `colours are for terminals that want them`(
    choice: ColourChoice, isTerminal: Bool, environment: [String: String], hasColour: Bool
  ) {
    let form = TerminalForm(
      colour: choice, width: nil, isTerminal: isTerminal, terminalWidth: 80,
      environment: environment)
    #expect(form.hasColour == hasColour)
  }

  @Test(
    arguments: [
      (nil, 80, nil, 80), (60, 80, "90", 60), (nil, nil, "90", 90), (nil, nil, nil, 100),
      (nil, nil, "wide", 100), (3, nil, nil, TerminalForm.narrowest),
      (500, nil, nil, TerminalForm.widest),
    ] as [(Int?, Int?, String?, Int)])
  func `the width is the one asked for, else the terminal's, within reason`(
    asked: Int?, terminal: Int?, columns: String?, width: Int
  ) {
    let form = TerminalForm(
      colour: .auto, width: asked, isTerminal: terminal != nil, terminalWidth: terminal,
      environment: columns.map { ["COLUMNS": $0] } ?? [:])
    #expect(form.width == width)
  }
}
