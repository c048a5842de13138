public import PatchworkDisclosure
import PatchworkLinking
public import PatchworkRecord
import PatchworkStore

/// What an export says of itself: where it comes from, under which licences, how it counts, and what was left out.
public struct ExportAbout: Sendable {
  /// A data set that went into it, with its licence.
  public struct Source: Hashable, Sendable {
    /// Its title.
    public var title: String
    /// Its licence.
    public var licence: String
    /// How it asks to be named.
    public var attribution: String
    /// Where it is.
    public var url: String

    /// Makes a source.
    public init(title: String, licence: String, attribution: String, url: String) {
      self.title = title
      self.licence = licence
      self.attribution = attribution
      self.url = url
    }
  }

  /// Under what right it was made.
  public var right: Right
  /// The day on which it was made.
  public var day: CivilDay
  /// What is narrowed to, in words, empty for everything.
  public var filter: String
  /// Data sets other than the reports: gazetteers.
  public var sources: [Source]
  /// How it counts, grades and places.
  public var conventions: [(key: String, text: String)]
  /// How many reports of each outlet are behind it.
  public private(set) var outlets: [String: Int] = [:]
  /// How many incidents, accounts or reports it has.
  public private(set) var rows = 0
  /// Conventions of vague number words that were met.
  public private(set) var vague: Set<String> = []
  /// What was left out.
  public var removals = Removals()
  private var reports: Set<String> = []

  /// Makes the head of an export of nothing yet.
  public init(
    right: Right, on day: CivilDay, filter: String, sources: [Source], tables: ExportTables
  ) {
    self.right = right
    self.day = day
    self.filter = filter
    self.sources = sources
    conventions = tables.conventions
  }

  /// Counts an incident in.
  public mutating func add(_ incident: DisclosedIncident) {
    rows += 1
    for report in incident.reports where reports.insert(report.id).inserted {
      outlets[report.outlet.isEmpty ? "outlet unknown" : report.outlet, default: 0] += 1
    }
    for range in [incident.view.analysis.killed, incident.view.analysis.injured] {
      vague.formUnion((range?.figures ?? []).compactMap(\.figure.count.convention))
    }
  }

  /// Counts a report, or one of its accounts, in.
  public mutating func add(report: String, outlet: String, rows: Int = 1) {
    self.rows += rows
    if reports.insert(report).inserted {
      outlets[outlet.isEmpty ? "outlet unknown" : outlet, default: 0] += 1
    }
  }

  /// Counts rows in that rest on several reports.
  mutating func add(rows: Int) { self.rows += rows }

  /// What reports and data may be used for.
  static let reportLicence =
    "The reports stay their publishers'; sentences of them are quoted to show where a value comes from."

  /// All of it as lines of text.
  public func lines() -> [String] {
    var lines = ["Export of a Patchwork record, \(day.iso), \(rows) rows"]
    if !filter.isEmpty { lines.append("Narrowed to: \(filter)") }
    switch right {
    case .redacted: lines.append("Redacted: what is listed under “left out” is not in it.")
    case .full(let warrant):
      lines.append("Not redacted, by \(warrant.who): \(warrant.reason)")
    }
    lines += ["", "Left out:"]
    lines +=
      removals.isEmpty
      ? ["  nothing"]
      : removals.list.map {
        "  \($0.count) × \($0.removal.kind.rawValue): \($0.removal.why)"
      }
    lines += ["", "Sources:"]
    lines += outlets.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { "  \($0.key): \($0.value) reports" }
    lines += ["", "Licences and attribution:", "  \(Self.reportLicence)"]
    lines += sources.map { "  \($0.title) (\($0.licence)): \($0.attribution) \($0.url)" }
    lines += ["", "Conventions:"]
    lines += conventions.map { "  \($0.text)" }
    if !vague.isEmpty {
      lines.append("  Vague words met: \(vague.sorted().joined(separator: ", ")).")
    }
    return lines
  }

  /// All of it as a JSON object.
  public func write(to json: inout JSONWriter) {
    json.begin(.object)
    json.member("made_by", "Patchwork")
    json.member("day", day.iso)
    json.key("rows")
    json.integer(rows)
    json.member("filter", filter)
    switch right {
    case .redacted: json.member("right", "redacted")
    case .full(let warrant):
      json.member("right", "full")
      json.member("by", warrant.who)
      json.member("reason", warrant.reason)
    }
    json.key("left_out")
    json.begin(.array)
    for entry in removals.list {
      json.begin(.object)
      json.member("what", entry.removal.kind.rawValue)
      json.member("why", entry.removal.why)
      json.key("times")
      json.integer(entry.count)
      json.end(.object)
    }
    json.end(.array)
    json.key("sources")
    json.begin(.array)
    for (outlet, count) in outlets.sorted(by: { ($1.value, $0.key) < ($0.value, $1.key) }) {
      json.begin(.object)
      json.member("outlet", outlet)
      json.key("reports")
      json.integer(count)
      json.end(.object)
    }
    json.end(.array)
    json.member("reports_licence", Self.reportLicence)
    json.key("data")
    json.begin(.array)
    for source in sources {
      json.begin(.object)
      json.member("title", source.title)
      json.member("licence", source.licence)
      json.member("attribution", source.attribution)
      json.member("url", source.url)
      json.end(.object)
    }
    json.end(.array)
    json.key("conventions")
    json.begin(.array)
    for entry in conventions {
      json.begin(.object)
      json.member("key", entry.key)
      json.member("text", entry.text)
      json.end(.object)
    }
    json.end(.array)
    json.key("vague_words")
    json.begin(.array)
    for name in vague.sorted() { json.string(name) }
    json.end(.array)
    json.end(.object)
  }
}
