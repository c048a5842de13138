import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// `patchwork report ID`: one report with all that is kept of it.
struct ReportShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "report",
    abstract:
      "Shows a report of a record: its accounts, where it came from, what changed between versions.",
    discussion: """
      Examples:
        patchwork report --db aleppo.record 2016-09-20-levant-wire-convoy
        patchwork report --db aleppo.record --to original wire-1 > wire-1.html
      """)

  /// What is printed.
  enum Format: String, CaseIterable, ExpressibleByArgument {
    case text, json, original
  }

  @OptionGroup var record: RecordOption

  @Option(
    help: "What to print: text, json (as `read` prints it), or original, the bytes as they came.")
  var to: Format = .text

  @Option(help: "The version whose bytes are printed; the newest when not given.")
  var version: Int?

  @OptionGroup var text: TextOptions

  @Argument(help: "The report's id.")
  var id: String

  func run() throws {
    let file = try record.open(readOnly: true)
    guard let stored = try RecordOption.ending({ try file.report(id) }) else {
      throw ExitStatus.inputData.saying("there is no report “\(ShownText.clean(id))” in the record")
    }
    switch to {
    case .original:
      guard let bytes = try file.originalBytes(of: id, version: version) else {
        throw ExitStatus.inputData.saying(
          "report “\(ShownText.clean(id))” has no version \(version ?? 1)")
      }
      FileHandle.standardOutput.write(Data(bytes))
    case .json:
      FileHandle.standardOutput.write(Data(JSONLine.of(stored.report, stored.reading)))
    case .text:
      let form = text.form
      for line in ReportPage(stored, form: form).lines() { print(line) }
    }
  }
}

/// Writes a stored report for a terminal.
struct ReportPage {
  let stored: StoredReport
  let form: TerminalForm

  init(_ stored: StoredReport, form: TerminalForm) {
    self.stored = stored
    self.form = form
  }

  /// All lines: accounts as `read` shows them, then what it says of its own making, incidents, custody, versions and judgements.
  func lines() -> [String] {
    TerminalReport(stored.report, stored.reading, form: form).lines() + imprint() + incidents()
      + custody() + versions() + judgements()
  }

  private func imprint() -> [String] {
    let facts = ReportFacts.imprint(of: stored.report)
    guard !facts.isEmpty else { return [] }
    let width = (facts.map(\.label.count).max() ?? 0) + 2
    let rows = facts.flatMap { fact -> [String] in
      let lines = TerminalWrap(form: form, indent: 2 + width).lines([TerminalRun(fact.value)])
      guard let first = lines.first else { return [] }
      return ["  " + TerminalWidth.fitted(fact.label, to: width) + first.dropFirst(2 + width)]
        + lines.dropFirst()
    }
    return [head("IMPRINT")] + rows + [""]
  }

  private func incidents() -> [String] {
    let ids = Set(stored.incidents.values).sorted()
    guard !ids.isEmpty else { return [] }
    return [head("INCIDENTS")]
      + ids.map { id in
        let numbers = stored.incidents.filter { $0.value == id }.keys.sorted()
        return "  \(id)  accounts \(numbers.map(String.init).joined(separator: " "))"
      } + [""]
  }

  private func custody() -> [String] {
    let copy = stored.row.origin == stored.row.id ? [] : ["  text of \(stored.row.origin)"]
    return [head("CUSTODY")] + copy + [
      "  bytes SHA-256 \(stored.bytesSHA256)", "  text SHA-256  \(stored.textSHA256)",
      "  came \(stored.acquiredAt), \(stored.acquiredHow)", "  read by \(stored.tool)", "",
    ]
  }

  /// What each version changed of the one before, paragraph by paragraph.
  private func versions() -> [String] {
    var lines: [String] = []
    for (index, pair) in zip(stored.versions, stored.versions.dropFirst()).enumerated() {
      lines.append(head("VERSION \(index + 2) AGAINST \(index + 1)"))
      let (old, new) = (Self.paragraphs(pair.0), Self.paragraphs(pair.1))
      for change in new.difference(from: old) {
        switch change {
        case .remove(_, let text, _): lines += wrap("− \(text)")
        case .insert(_, let text, _): lines += wrap("+ \(text)")
        }
      }
      lines.append("")
    }
    return lines
  }

  private static func paragraphs(_ text: String) -> [String] {
    text.split(separator: "\n").map(String.init)
  }

  private func judgements() -> [String] {
    guard !stored.judgements.isEmpty else { return [] }
    return [head("JUDGEMENTS")]
      + stored.judgements.flatMap { judgement in
        let what = judgement.account.map { "account \($0) " } ?? ""
        let value =
          judgement.field.isEmpty ? "" : "\(judgement.field) = \(judgement.value) "
        let conflict = judgement.conflict.isEmpty ? "" : " — IN CONFLICT: \(judgement.conflict)"
        return wrap(
          "\(judgement.number). \(judgement.at) \(judgement.who): \(judgement.action.rawValue) \(what)\(value)— \(judgement.reason)\(conflict)"
        )
      }
  }

  private func head(_ text: String) -> String {
    form.hasColour ? "\u{1B}[1m\(text)\u{1B}[0m" : text
  }

  private func wrap(_ text: String) -> [String] {
    TerminalWrap(form: form, indent: 2).lines([TerminalRun(text)])
  }
}
