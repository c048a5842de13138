import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation

/// Writes statements on places for a terminal.
struct StatementLines {
  let form: TerminalForm

  /// A statement: who, what, the sentence, where it stands.
  func lines(_ said: SaidState, indent: Int = 2) -> [String] {
    let count = said.entry.number.map { " (\($0.quote.text))" } ?? ""
    return wrap(
      [
        TerminalRun(SituationText.speaker(said), .bold),
        TerminalRun(": \(SituationText.state(said.entry))\(count)"),
        TerminalRun("  \(SituationText.source(said))", .dim),
      ], indent) + wrap([TerminalRun("“\(said.sentence)”")], indent + 2)
  }

  func heading(_ text: String) -> [String] {
    ["", form.hasColour ? "\u{1B}[1m\(text.uppercased())\u{1B}[0m" : text.uppercased()]
  }

  func wrap(_ runs: [TerminalRun], _ indent: Int) -> [String] {
    TerminalWrap(form: form, indent: indent).lines(runs)
  }
}
