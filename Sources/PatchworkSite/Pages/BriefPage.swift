import Foundation
import PatchworkDisplay
import PatchworkExchange
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// What came since a time, in an area where one is given: as a page that prints, as JSON and as a feed.
struct BriefPage {
  let brief: Brief
  let visit: Visit
  let area: String

  static let parameters = [
    Parameter(
      name: "since", kind: .day, summary: "The day from which on; the day before when not given."),
    Parameter(name: "area", kind: .text(most: 120), summary: "A place by its name or identifier."),
  ]

  private static let entry = Schema.object([
    ("incident", .string), ("title", .string), ("report", .string), ("n", .integer),
    ("who", .string),
    ("sentence", .string), ("note", .string),
  ])

  static let routes = [
    Route(
      "/brief", name: "brief",
      summary: "What came since a day: new, revised, newly denied, withdrawn, ending.",
      parameters: parameters,
      schema: .object([
        ("since", .string), ("reports", .integer), ("too_much", .boolean), ("new", .list(entry)),
        ("revised", .list(entry)),
        ("denied", .list(entry)), ("withdrawn", .list(entry)), ("expiring", .list(entry)),
      ])
    ) { visit in
      let page = try BriefPage(visit)
      return .page(
        Page(
          title: "Brief since \(DayText.of(page.brief.since))", section: .brief,
          body: { page.html }, json: { page.write(to: &$0) },
          alternates: [("application/atom+xml", "Brief", page.feedAddress)]))
    },
    Route(
      "/brief.atom", name: "briefFeed", summary: "The brief as an Atom feed.",
      form: .document("application/atom+xml; charset=utf-8"), parameters: parameters
    ) { visit in
      .document(
        type: "application/atom+xml; charset=utf-8",
        bytes: Array(BriefFeed(try BriefPage(visit)).xml.text.utf8))
    },
  ]

  init(_ visit: Visit) throws {
    self.visit = visit
    area = visit.value("area") ?? ""
    let today = CivilDay(iso: visit.now) ?? CivilDay(number: 0)
    let since = (visit.day("since") ?? today - 1).iso
    let place = area.isEmpty ? nil : try visit.record.placeID(named: area) ?? "none"
    let whole = try visit.record.brief(since: since, area: place, most: Self.mostReports)
    brief = visit.isRedacted ? try whole.shown(in: visit.shown()) : whole
  }

  var feedAddress: String {
    Address.query("/brief.atom", [("since", visit.value("since") ?? ""), ("area", area)])
  }

  /// A line of the brief: an account with what is to be said of it.
  struct Line {
    let incident: String
    let title: String
    let note: String
    let account: IncidentAccount?
  }

  /// The parts in order, each with its lines.
  var parts: [(name: String, title: String, lines: [Line])] {
    [
      ("new", "New", brief.new.map { view in line(view, "", view.accounts.first) }),
      (
        "revised", "Revised",
        brief.revised.map { revision in
          let more = Plural.text(revision.accounts.count, "account") + " more"
          let now = revision.incident.analysis.killed
          let change =
            revision.killedBefore == now
            ? "" : "; killed \(Self.text(revision.killedBefore)), now \(Self.text(now))"
          return line(revision.incident, more + change, revision.accounts.first)
        }
      ),
      ("denied", "Newly denied", brief.denied.map(line)),
      ("withdrawn", "Withdrawn or rejected", brief.withdrawn.map(line)),
      (
        "expiring", "Ending",
        brief.expiring.map { clock in
          Line(
            incident: "", title: "", note: "until \(DayText.of(clock.until))",
            account: clock.account)
        }
      ),
    ]
  }

  private func line(_ view: IncidentView, _ note: String, _ account: IncidentAccount?) -> Line {
    Line(incident: view.id, title: IncidentPage.title(view), note: note, account: account)
  }

  private func line(_ entry: Brief.Entry) -> Line {
    let known = (brief.new + brief.revised.map(\.incident)).first { $0.id == entry.incident }
    return Line(
      incident: entry.incident, title: known.map(IncidentPage.title) ?? "", note: entry.reason,
      account: entry.account)
  }

  private static func text(_ range: CasualtyRange?) -> String {
    guard let range else { return "not said" }
    let open = range.isOpen ? " or more" : ""
    return (range.low == range.high ? "\(range.low)" : "\(range.low)–\(range.high)") + open
  }

  /// Reports that are looked through for a page at most: each incident that they tell of is read whole.
  private static let mostReports = 3000
  /// Lines of a part that the page shows at most.
  private static let most = 100

  var html: HTML {
    let sections = parts.map { part -> HTML in
      let items = part.lines.prefix(Self.most).map(item)
      let rest = part.lines.count - items.count
      let more: HTML =
        rest == 0
        ? ""
        : "<p class=\"sum\">\(Plural.grouped(rest)) more are in the JSON and the feed; a later day or an area shows fewer.</p>\n"
      return """
        <section id="\(part.name)"><h2>\(part.title) <small>\(Plural.grouped(part.lines.count))</small></h2>
        \(items.isEmpty ? "<p class=\"none\">Nothing.</p>\n" : "<ul class=\"plain\">\n\(items)</ul>\n")\(more)</section>

        """
    }
    let inside = area.isEmpty ? "" : " in \(area)"
    return """
      <h1>Since \(DayText.of(brief.since))\(inside)</h1>
      <form class="filter" action="/brief"><p><label for="f-since">Since</label>
      <input id="f-since" name="since" type="date" value="\(brief.since)"></p>
      <p><label for="f-area">Area</label><input id="f-area" name="area" maxlength="120" value="\(area)"></p>
      <p class="act"><button>Show</button> <a href="\(feedAddress)">Atom feed</a></p></form>
      <p class="sum">\(Plural.text(brief.reports, "report")) came. What is ending is named by a report, not found to end.</p>
      \(brief.isTooMuch ? tooMuch : HTML(sections))
      """
  }

  private var tooMuch: HTML {
    """
    <p class="none">That is more than a brief of \(Plural.grouped(Self.mostReports)) reports: choose a later day, or look at \
    <a href="/reports">the reports</a> and <a href="/incidents">the incidents</a> themselves.</p>
    """
  }

  private func item(_ line: Line) -> HTML {
    let title: HTML =
      line.incident.isEmpty
      ? ""
      : "<a href=\"\(Address.incident(line.incident))\">\(line.title.isEmpty ? line.incident : line.title)</a> "
    let note: HTML = line.note.isEmpty ? "" : "<span class=\"badge\">\(line.note)</span>"
    guard let entry = line.account else { return "<li>\(title)\(note)</li>\n" }
    let account = entry.account
    return """
      <li>\(title)\(note)<div class="account f-\(account.stance.family.rawValue)"><p class="says">\(Said.speaker(account)) \
      <span class="stance">\(account.stanceWord)</span></p>
      \(Said.sentence(entry.report, account))
      </div></li>

      """
  }

  func write(to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("since", brief.since)
    writer.member("reports", orNull: brief.reports)
    writer.key("too_much")
    writer.boolean(brief.isTooMuch)
    let lists = parts.map(\.lines)
    let names: [StaticString] = ["new", "revised", "denied", "withdrawn", "expiring"]
    for (name, lines) in zip(names, lists) {
      writer.list(name, lines) { line, writer in
        writer.begin(.object)
        writer.member("incident", line.incident)
        writer.member("title", line.title)
        writer.member("report", line.account?.report ?? "")
        writer.member("n", orNull: line.account?.account.number ?? 0)
        writer.member("who", line.account?.account.source.who ?? "")
        writer.member("sentence", line.account?.account.sentence.text ?? "")
        writer.member("note", line.note)
        writer.end(.object)
      }
    }
    writer.end(.object)
  }
}

/// A brief as an Atom feed (RFC 4287).
struct BriefFeed {
  let page: BriefPage

  init(_ page: BriefPage) { self.page = page }

  var xml: HTML {
    let entries = page.parts.flatMap { part in
      part.lines.enumerated().map { index, line -> HTML in
        let day = line.account?.published?.iso ?? page.brief.since.prefix(10) + ""
        let account = line.account.map { "\($0.report)-\($0.account.number)" } ?? String(index)
        let title = [part.title, line.title.isEmpty ? line.incident : line.title, line.note]
          .filter { !$0.isEmpty }.joined(separator: ": ")
        let link =
          line.account.map { Address.account($0.report, $0.account.number) }
          ?? Address.incident(line.incident)
        return """
          <entry><id>urn:patchwork:\(part.name):\(PercentCoding.encode(line.incident)):\(PercentCoding.encode(account))</id>
          <title>\(title)</title><updated>\(day)T00:00:00Z</updated><link href="\(link)"/>
          <author><name>\(line.account?.account.speaker ?? "Patchwork")</name></author>
          <summary>\(line.account?.account.sentence.text ?? "")</summary></entry>

          """
      }
    }
    let markup: HTML = """
      <?xml version="1.0" encoding="utf-8"?>
      <feed xmlns="http://www.w3.org/2005/Atom"><id>urn:patchwork:brief:\(PercentCoding.encode(page.area))</id>
      <title>Patchwork: what came since \(DayText.of(page.brief.since))</title><updated>\(page.visit.now)</updated>
      <link rel="self" href="\(page.feedAddress)"/>
      \(entries)</feed>

      """
    return markup
  }
}
