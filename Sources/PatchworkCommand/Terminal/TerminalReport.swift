import PatchworkDisplay
import PatchworkReading
import PatchworkRecord
import PatchworkText

/// Writes one report and its accounts for a terminal.
struct TerminalReport {
  let form: TerminalForm
  let report: Report
  let reading: Reading
  private let text: [UInt8]
  private let explanations: [Explanation]

  init(
    _ report: Report, _ reading: Reading, form: TerminalForm, why explanations: [Explanation] = []
  ) {
    self.explanations = explanations
    self.report = report
    self.reading = reading
    self.form = form
    text = Array(report.text.utf8)
  }

  /// All lines, with a blank one at the end.
  func lines() -> [String] {
    var lines = head()
    let groups = AccountGroup.groups(of: reading.accounts)
    for group in groups { lines += [""] + self.lines(of: group) }
    if report.isInReadLanguage, let silence = SilenceSummary.text(of: report, reading) {
      lines += [""] + wrap([TerminalRun(silence, .dim)], indent: 0)
    }
    if let dropped = DroppedSummary.text(of: report.dropped) {
      lines += [""] + wrap([TerminalRun(dropped, .dim)], indent: 0)
    }
    return lines + [""]
  }

  private func head() -> [String] {
    let title = report.title.isEmpty ? report.id : report.title
    let origin = [
      report.outlet.isEmpty ? "outlet unknown" : report.outlet,
      PublicationText.of(report, reading),
      title == report.id ? "" : report.id,
    ].filter { !$0.isEmpty }
    return [rule()] + wrap([TerminalRun(title, .bold)], indent: 0)
      + wrap([TerminalRun(origin.joined(separator: " · "))], indent: 0)
      + wrap([TerminalRun(summary, .dim)], indent: 0)
  }

  /// What was read; of a report in a language that is not read that it was not.
  private var summary: String {
    let silence = report.isInReadLanguage ? nil : SilenceSummary.text(of: report, reading)
    return silence ?? ReadingSummary.text(of: reading)
  }

  private func rule() -> String {
    let line = String(repeating: "─", count: form.width)
    return form.hasColour ? "\u{1B}[2m\(line)\u{1B}[0m" : line
  }

  private func lines(of group: AccountGroup) -> [String] {
    var heading = [TerminalRun(group.subjectText.uppercased(), .bold)]
    if group.subject != .statement {
      let place = group.place.map { ShownText.clean($0.quote.text) } ?? "place unknown"
      heading.append(TerminalRun("  " + place, group.place == nil ? .dim : .plain))
      if case .happening = group.subject {
        let time = group.time?.text ?? "date unknown"
        heading.append(TerminalRun(" · ", .dim))
        heading.append(TerminalRun(time, group.time == nil ? .dim : .plain))
      }
    }
    var lines = wrap(heading, indent: 0)
    var rest = group.members[...]
    while let first = rest.first {
      // Accounts of one sentence that follow one another share it.
      let same = rest.prefix { reading.accounts[$0].sentence == reading.accounts[first].sentence }
      for member in same { lines += row(of: reading.accounts[member], in: group) }
      lines += sentence(of: Array(same))
      for member in same where member < explanations.count { lines += why(explanations[member]) }
      rest = rest.dropFirst(same.count)
    }
    return lines
  }

  /// Why an account was read so, as it stands: the tree's indents are not wrapped away.
  private func why(_ explanation: Explanation) -> [String] {
    let indent = form.isWide ? "      " : "  "
    return ExplanationText(explanation).lines.map { line in
      styled(TerminalRun(indent + line, .dim))
    }
  }

  /// Who, stance, and what sets this telling apart.
  private func row(of account: Account, in group: AccountGroup) -> [String] {
    let details = (account.details(in: group) + account.passage).joined(separator: ", ")
    let stance = TerminalStyle(bold: true, family: account.stance.family)
    let speaker = ShownText.clean(account.speaker)
    guard form.isWide else {
      var runs = [
        TerminalRun(speaker, .bold), TerminalRun(" "), TerminalRun(account.stanceWord, stance),
      ]
      if !details.isEmpty { runs.append(TerminalRun(": " + details)) }
      return wrap(runs, indent: 1)
    }
    let columns = SourceColumn.width(in: form)
    let runs = [
      TerminalRun(TerminalWidth.fitted(speaker, to: columns), .bold),
      TerminalRun(TerminalWidth.fitted(account.stanceWord, to: SourceColumn.stance), stance),
    ]
    let head = "  " + styled(runs[0]) + " " + styled(runs[1])
    let indent = 2 + columns + 1 + SourceColumn.stance + 1
    let wrapped = wrap([TerminalRun(details)], indent: indent)
    guard let first = wrapped.first else { return [Self.trimmed(head)] }
    return [head + " " + first.dropFirst(indent)] + wrapped.dropFirst()
  }

  /// The sentence: with colours, who speaks in bold, the cue coloured, what is not attributed dim, the happening's
  /// word underlined; without, the attributed words between guillemets where they are not the whole.
  private func sentence(of members: [Int]) -> [String] {
    let accounts = members.map { reading.accounts[$0] }
    let marks = zip(members, accounts).flatMap { Mark.marks(of: $1, at: $0) }
    let pieces = MarkedPiece.pieces(of: text, in: accounts[0].sentence.span, marks: marks)
    var runs: [TerminalRun] = []
    var open = false
    for piece in pieces {
      let attributed = piece.roles.contains(.content)
      if !form.hasColour, attributed != open {
        runs.append(TerminalRun(attributed ? "«" : "»"))
        open = attributed
      }
      runs.append(TerminalRun(piece.text, style(of: piece)))
    }
    if open { runs.append(TerminalRun("»")) }
    return wrap(runs, indent: form.isWide ? 4 : 2)
  }

  private func style(of piece: MarkedPiece) -> TerminalStyle {
    let roles = piece.roles
    var style = TerminalStyle()
    if let cue = piece.innermost(.cue) {
      style.family = reading.accounts[cue].stance.family
      style.bold = true
    } else if roles.contains(.source) {
      style.bold = true
    } else if !roles.contains(.content) {
      style.dim = true
    }
    style.underlined = roles.contains(.trigger)
    return style
  }

  private func styled(_ run: TerminalRun) -> String {
    form.hasColour ? run.style.sequence + run.text + "\u{1B}[0m" : run.text
  }

  private func wrap(_ runs: [TerminalRun], indent: Int) -> [String] {
    TerminalWrap(form: form, indent: indent).lines(runs)
  }

  private static func trimmed(_ line: String) -> String {
    var line = line
    while line.last == " " { line.removeLast() }
    return line
  }
}

/// The columns in which a wide terminal aligns sources and stances.
private enum SourceColumn {
  static let stance = 17

  static func width(in form: TerminalForm) -> Int { form.width >= 100 ? 34 : 26 }
}
