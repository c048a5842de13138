import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkLinking
import PatchworkPlaces
import PatchworkRecord
import PatchworkStore

/// `patchwork brief`: what changed since one looked.
struct BriefVerb: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "brief",
    abstract: "Says what came into a record since a time: new, revised, denied, withdrawn, ending.",
    discussion: """
      Example:
        patchwork brief --db aleppo.record --since 2016-09-24T06:00:00Z --area Aleppo
      """)

  @OptionGroup var record: RecordOption

  @Option(help: ArgumentHelp("A time (2016-09-24T06:00:00Z) or a day.", valueName: "time"))
  var since: String

  @Option(help: "An area, by name or id; what lies within it counts.")
  var area: String?

  @OptionGroup var text: TextOptions

  func run() throws {
    guard CivilDay(iso: since) != nil else {
      throw ExitStatus.usage.saying("--since must be a day like 2016-09-24 or an RFC 3339 time")
    }
    let file = try record.open(readOnly: true)
    let form = text.form
    try RecordOption.ending {
      let place = try area.map { try FilterOptions.place($0, in: file) }
      let brief = try file.brief(since: since, area: place)
      for line in BriefPage(brief, form: form).lines() { print(line) }
    }
  }
}

/// Writes a brief for a terminal.
struct BriefPage {
  let brief: Brief
  let form: TerminalForm

  init(_ brief: Brief, form: TerminalForm) {
    self.brief = brief
    self.form = form
  }

  /// All lines.
  func lines() -> [String] {
    let head = "Since \(brief.since): \(Plural.text(brief.reports, "report"))"
    return wrap([TerminalRun(head, .bold)], 0)
      + part("NEW", brief.new.flatMap(new)) + part("REVISED", brief.revised.flatMap(revised))
      + part("NEWLY DENIED", brief.denied.flatMap(entry))
      + part("WITHDRAWN OR REJECTED", brief.withdrawn.flatMap(entry))
      + part("ENDING", brief.expiring.flatMap(clock))
  }

  private func part(_ name: String, _ lines: [String]) -> [String] {
    let head = form.hasColour ? "\u{1B}[1m\(name)\u{1B}[0m" : name
    return ["", head] + (lines.isEmpty ? ["  nothing"] : lines)
  }

  private func new(_ view: IncidentView) -> [String] {
    wrap([TerminalRun("\(view.id)  ", .dim), TerminalRun(view.title, .bold)], 2)
      + (view.accounts.first.map(sentence) ?? [])
  }

  private func revised(_ revision: Brief.Revision) -> [String] {
    let now = revision.incident.analysis.killed
    let change =
      revision.killedBefore == now
      ? "" : "; killed \(text(revision.killedBefore)), now \(text(now))"
    let more = Plural.text(revision.accounts.count, "account")
    return wrap(
      [
        TerminalRun("\(revision.incident.id)  ", .dim), TerminalRun(revision.incident.title, .bold),
        TerminalRun("  \(more) more\(change)"),
      ], 2) + (revision.accounts.first.map(sentence) ?? [])
  }

  private func text(_ range: CasualtyRange?) -> String {
    guard let range else { return "not said" }
    let open = range.isOpen ? " or more" : ""
    return (range.low == range.high ? "\(range.low)" : "\(range.low)–\(range.high)") + open
  }

  private func entry(_ entry: Brief.Entry) -> [String] {
    let reason = entry.reason.isEmpty ? "" : " (\(entry.reason))"
    return wrap(
      [
        TerminalRun(entry.account.account.speaker, .bold),
        TerminalRun(" \(entry.account.account.stanceWord)\(reason)"),
        TerminalRun(entry.incident.isEmpty ? "" : "  \(entry.incident)", .dim),
      ], 2) + sentence(entry.account)
  }

  private func clock(_ clock: Brief.Clock) -> [String] {
    wrap(
      [
        TerminalRun("until \(DayText.of(clock.until))", .bold),
        TerminalRun("  \(clock.account.account.speaker) \(clock.account.account.stanceWord)"),
      ], 2) + sentence(clock.account)
  }

  private func sentence(_ entry: IncidentAccount) -> [String] {
    wrap(
      [
        TerminalRun("“\(entry.account.sentence.text)” "),
        TerminalRun("\(entry.report)#\(entry.account.number)", .dim),
      ], 4)
  }

  private func wrap(_ runs: [TerminalRun], _ indent: Int) -> [String] {
    TerminalWrap(form: form, indent: indent).lines(runs)
  }
}
