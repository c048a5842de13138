import PatchworkDisplay
import PatchworkRecord

/// What was kept and dropped of an input, for a terminal: a line of the reason, then the words.
struct ArticleExplanation {
  let form: TerminalForm

  /// Columns of the reasons.
  private static let column = 33
  /// Characters that are shown of what was dropped.
  private static let dropped = 160

  /// All lines, with a blank one at the end.
  func lines(_ explained: ExplainedReport) -> [String] {
    var lines = head(explained.item)
    let kept = explained.blocks.count { $0.isKept }
    let sum =
      "\(Plural.text(explained.blocks.count, "block")): \(kept) kept, "
      + "\(explained.blocks.count - kept) dropped"
    lines += [""] + wrap([TerminalRun(sum, .dim)], 0) + [""]
    for block in explained.blocks { lines += self.lines(block) }
    return lines + [""]
  }

  private func head(_ item: ReadItem) -> [String] {
    switch item {
    case .failure(let failure): return wrap([TerminalRun(failure.sentence, .bold)], 0)
    case .report(let report, _):
      let title = report.title.isEmpty ? report.id : report.title
      let facts = ReportFacts.of(report)
      let width = facts.map(\.label.count).max() ?? 0
      return wrap([TerminalRun(title, .bold)], 0)
        + facts.flatMap { fact in
          let label = ShownText.clean(fact.label)
          let padded = label + String(repeating: " ", count: max(1, width + 2 - label.count))
          return beside(TerminalRun(padded, .dim), TerminalRun(fact.value), width + 2)
        }
    }
  }

  private func lines(_ block: ExplainedReport.Block) -> [String] {
    let mark = (block.isKept ? "+ " : "- ") + block.why
    let words =
      block.isKept || block.text.count <= Self.dropped
      ? block.text : block.text.prefix(Self.dropped) + " …"
    let style: TerminalStyle =
      !block.isKept ? .dim : block.part == .headline ? .bold : .plain
    guard form.isWide else {
      return wrap([TerminalRun(mark, .dim)], 0) + wrap([TerminalRun(String(words), style)], 2)
    }
    let padded = TerminalWidth.fitted(mark, to: Self.column - 1) + " "
    return beside(
      TerminalRun(padded, block.isKept ? .plain : .dim), TerminalRun(String(words), style),
      Self.column)
  }

  /// A label in a column and words beside it.
  private func beside(_ label: TerminalRun, _ words: TerminalRun, _ columns: Int) -> [String] {
    let wrapped = wrap([words], columns)
    let styled =
      form.hasColour && label.style != .plain
      ? label.style.sequence + label.text + "\u{1B}[0m" : label.text
    guard let first = wrapped.first else { return [styled] }
    return [styled + first.dropFirst(columns)] + wrapped.dropFirst()
  }

  private func wrap(_ runs: [TerminalRun], _ indent: Int) -> [String] {
    TerminalWrap(form: form, indent: indent).lines(runs)
  }
}
