import ArgumentParser
import Foundation
import PatchworkDisclosure
import PatchworkExchange
import PatchworkPlaces
import PatchworkRecord
import PatchworkStore

/// `patchwork export`: what a record holds, for other programs and people.
struct Export: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Writes what a record holds for other programs and people, redacted if nothing else is asked for.",
    discussion: """
      Names of private persons, contacts, exact points of sensitive places and movements that have not ended are left out, \
      inside quoted sentences too. --full writes everything; it asks for a name and a reason, and the journal keeps both.

      hxl, geojson, acled, gdelt and csv are of incidents in the shapes of those sets, html is the page of one incident, \
      jsonl is of reports as `patchwork read` prints them. --of chooses other rows: accounts, ceasefires, declarations, clocks, \
      violations or area-days. Those of truces and areas are narrowed by days and place alone; without --since they are of the \
      year, area-days of the month, before the last day.

      Every export names its sources, licences and conventions and what was left out: within it (geojson, jsonl of \
      incidents, html), or beside it, in FILE.about.json with --output, else on standard error.

      Examples:
        patchwork export --db aleppo.record --to hxl --since 2016-09-19 --output september.csv
        patchwork export --db aleppo.record --to csv --of area-days --place Aleppo --since 2016-09-01 --output areas.csv
        patchwork export --db aleppo.record --to html --incident I-7K3QXD --output convoy.html
        patchwork export --db aleppo.record --to geojson --full --by "R. Haddad" --reason "court order 12"
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var filter: FilterOptions

  @Option(
    help: "What to write: hxl, geojson, csv, acled, gdelt, jsonl or html.",
    transform: { word in
      guard let format = ExportFormat(rawValue: word) else {
        throw ValidationError("--to must be hxl, geojson, csv, acled, gdelt, jsonl or html.")
      }
      return format
    })
  var to: ExportFormat = .jsonl

  @Option(
    help:
      "What rows are of: \(ExportRows.words); reports for jsonl and incidents for all else when not given.",
    transform: { word in
      guard let rows = ExportRows(rawValue: word) else {
        throw ValidationError("--of must be one of \(ExportRows.words).")
      }
      return rows
    })
  var of: ExportRows?

  @Option(help: ArgumentHelp("One incident alone, by its code.", valueName: "code"))
  var incident: String?

  @Option(
    name: [.customShort("o"), .long],
    help: ArgumentHelp("The file to write; standard output when not given.", valueName: "file"))
  var output: String?

  @Flag(help: "Leave nothing out; asks for --by and --reason, which the journal keeps.")
  var full = false

  @Option(help: ArgumentHelp("Who asks for everything.", valueName: "name"))
  var by: String?

  @Option(help: "Why everything is asked for.")
  var reason: String?

  func validate() throws {
    let right = try? Self.right(full: full, by: by, reason: reason)
    if right == nil {
      throw ValidationError("--full needs --by and --reason: both are kept in the journal.")
    }
    if to == .html, incident == nil {
      throw ValidationError("--to html is the page of one incident: name it with --incident.")
    }
    if let of, incident == nil, !of.has(to) {
      let forms = of.formats.map(\.rawValue).joined(separator: ", ")
      throw ValidationError("--of \(of.rawValue) can be written as \(forms).")
    }
    if let of, of.isOfSituation {
      for (option, isAsked) in [
        ("--type", filter.type != nil), ("--stance", filter.stance != nil),
        ("--speaker", filter.speaker != nil), ("--incident", incident != nil),
      ] where isAsked {
        throw ValidationError("\(option) does not narrow \(of.rawValue): days and --place do.")
      }
    }
  }

  func run() throws {
    let right = try Self.right(full: full, by: by, reason: reason)
    let file = try record.open(readOnly: !right.isFull)
    try RecordOption.ending {
      let now = Clock.now()
      if case .full(let warrant) = right {
        try file.enterDisclosure(
          of: "export \(to.rawValue)",
          Decision(who: warrant.who, at: now, reason: warrant.reason))
      }
      guard let day = CivilDay(iso: now) else { return }
      let disclosed = try DisclosedRecord(
        file, right: right, on: day, register: DisclosureRegister())
      let run = try ExportRun(
        disclosed, to: to, filter: try filter.filter(in: file), words: filterWords, output: output)
      if let incident {
        try run.incident(incident)
      } else {
        try run.rows(of ?? (to == .jsonl ? .reports : .incidents))
      }
    }
  }

  /// The filter in words; whose statements were asked for is not told in what is redacted.
  private var filterWords: String {
    [
      filter.since.map { "from \($0)" }, filter.until.map { "to \($0)" },
      filter.place.map { "place \($0)" },
      filter.type.map { "type \($0)" }, filter.stance.map { "stance \($0)" },
      filter.speaker.map { full ? "speaker \($0)" : "one speaker" },
      filter.limit.map { "at most \($0) rows" },
    ].compactMap { $0 }.joined(separator: ", ")
  }

  private static func right(full: Bool, by: String?, reason: String?) throws -> Right {
    guard full else { return .redacted }
    guard let warrant = Warrant(who: by ?? "", reason: reason ?? "") else {
      throw ExitStatus.usage.code
    }
    return .full(warrant)
  }
}

extension ExportRows {
  /// Every kind of row, for help and errors.
  static let words = allCases.map(\.rawValue).joined(separator: ", ")
}
