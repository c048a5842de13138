import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkStore
import PatchworkText

/// One area over some days: layers by day, the tests of a siege, who says how many, obstacles, and every sentence.
struct AreaPage {
  let picture: AreaPicture
  let incidents: AreaIncidents
  /// Incidents beside the area, and within how many kilometres.
  let beside: (incidents: AreaIncidents, kilometres: Int)
  /// Weeks or months in place of days, where they are asked for.
  let step: StripPeriod.Length?
  let lists: [SiegeList]
  /// The page's path and those values of its address that say which area it is.
  let path: String
  let values: [(String, String)]
  /// What stands between heading and strip: the drawing of a drawn area.
  var drawing: HTML = ""

  /// Days shown where none are asked for, and at most.
  private static let usual = 31
  private static let most = 366
  /// Incidents shown with their grades.
  private static let incidentsShown = 12

  /// Which days of an area, brought together how.
  static let parameters = [
    ListFilter.since, ListFilter.until,
    Parameter(
      name: "by", kind: .word(StripPeriod.Length.allCases.map(\.rawValue)),
      summary: "Bring days together by week or month."),
    Parameter(
      name: "near", kind: .number(0...100),
      summary: "Kilometres around the area in which incidents are listed; 5 when not given."),
  ]

  /// Kilometres around an area in which incidents are listed where none are asked for.
  private static let usualNear = 5

  /// The members of an area's JSON.
  static let members: [(name: String, schema: Schema)] = [
    ("id", .string), ("name", .string), ("from", .string), ("to", .string),
    ("newest", .nullable(.string)), ("layers", .list(.any)), ("siege_tests", .list(.any)),
    ("obstacles", .list(.any)), ("periods", .list(.any)), ("populations", .list(.integer)),
    ("deliveries", .list(.integer)), ("control", .list(.integer)), ("states", .list(.any)),
  ]

  static let routes = [
    Route(
      "/areas/{id}", name: "area",
      summary:
        "What is said of an area day by day, with the newest sentences; the last month when no days are given.",
      role: .analyst, parameters: parameters, schema: .object(members)
    ) { visit in
      let id = visit.part("id")
      let days = try days(visit, newest: visit.record.newestDay(of: id))
      guard let picture = try visit.record.areaPicture(id, days: days) else {
        throw Refusal.missing("No report of the record names the area “\(id)”.")
      }
      let incidents = try visit.record.areaIncidents(id, days: days, limit: incidentsShown)
      let page = try AreaPage(
        visit, picture, incidents,
        beside: {
          try visit.record.incidents(beside: id, within: $0, days: days, limit: incidentsShown)
        }, path: Address.area(id), values: [])
      return .page(
        Page(
          title: picture.name, section: .areas, body: { page.html },
          json: { SituationJSON.write(picture, by: page.step ?? .month, to: &$0) }))
    }
  ]

  /// The days that a visit asks for: up to the newest, unless others are given.
  static func days(_ visit: Visit, newest: CivilDay?) throws -> ClosedRange<CivilDay> {
    let last = visit.day("until") ?? newest ?? CivilDay(iso: visit.now) ?? CivilDay(number: 0)
    let first = max(visit.day("since") ?? last - (usual - 1), last - (most - 1))
    guard first <= last else { throw Refusal.against("“since” must not be after “until”.") }
    return first...last
  }

  init(
    _ visit: Visit, _ picture: AreaPicture, _ incidents: AreaIncidents,
    beside: (Double) throws -> AreaIncidents, path: String, values: [(String, String)]
  ) throws {
    self.picture = picture
    self.incidents = incidents
    self.path = path
    self.values = values
    let near = visit.number("near") ?? Self.usualNear
    self.beside = (try beside(Double(near)), near)
    step = visit.word("by")
    lists = try SiegeListReader().lists(picture.states)
  }

  private func address(since: CivilDay, until: CivilDay, by step: StripPeriod.Length?) -> String {
    Address.query(
      path,
      values + [
        ("since", since.iso), ("until", until.iso), ("by", step?.rawValue ?? ""),
        ("near", beside.kilometres == Self.usualNear ? "" : "\(beside.kilometres)"),
      ])
  }

  private func address(since: CivilDay, until: CivilDay) -> String {
    address(since: since, until: until, by: step)
  }

  var html: HTML {
    let days = picture.strip.days
    let length = days.upperBound.number - days.lowerBound.number + 1
    let newest = picture.newest.map { "newest report of \(DayText.of($0.iso))" } ?? "no report"
    let strip = LayerStrip(picture: picture) { layer, day in
      address(since: day, until: day) + "#\(layer.rawValue)"
    }
    return """
      <h1><bdi>\(picture.name)</bdi></h1>
      <p class="lead">\(DayText.interval(from: days.lowerBound.iso, to: days.upperBound.iso)) · \(newest) · \
      <a href="\(address(since: days.lowerBound - length, until: days.lowerBound - 1))">earlier</a> · \
      <a href="\(address(since: days.upperBound + 1, until: days.upperBound + length))">later</a>\(values.isEmpty ? " · <a href=\"\(Address.place(picture.id))\">all that is told of it</a>" : "" as HTML)</p>
      \(drawing)<section><h2>Day by day</h2>
      \(strip.html)\(steps)</section>
      \(step.map { PeriodTable(picture: picture, length: $0).html } ?? "")\(told)\(near)\(siege)\(obstacles)\(layers)
      """
  }

  /// Days, weeks or months.
  private var steps: HTML {
    let days = picture.strip.days
    let links = ([nil] + StripPeriod.Length.allCases.map { $0 }).map { length -> HTML in
      let target = address(since: days.lowerBound, until: days.upperBound, by: length)
      let words = length.map { "by \($0.rawValue)" } ?? "days only"
      return length == step ? "<b>\(words)</b>" : "<a href=\"\(target)\">\(words)</a>"
    }
    return "<p>\(HTML(links, separator: " · "))</p>\n"
  }

  private var layers: HTML {
    HTML(
      picture.strip.layers.map { layer -> HTML in
        let said = picture.statements(of: layer).suffix(40)
        let all = picture.strip.count(layer)
        let rest: HTML =
          all > said.count
          ? "<p class=\"sum\">The newest \(said.count) of \(all) statements; a day of the strip leads to its own.</p>\n"
          : ""
        return """
          <section id="\(layer.rawValue)"><h2>\(layer.rawValue)</h2><ul>
          \(Self.sentences(said.reversed()).map(item))</ul>
          \(rest)</section>

          """
      })
  }

  /// Statements that stand in one sentence by one speaker together, in the order in which the first of each comes.
  private static func sentences(_ said: some Sequence<SaidState>) -> [[SaidState]] {
    var order: [String] = []
    var groups: [String: [SaidState]] = [:]
    for state in said {
      let key = "\(state.report)/\(state.span.start)/\(state.who)"
      if groups[key] == nil { order.append(key) }
      groups[key, default: []].append(state)
    }
    return order.compactMap { groups[$0] }
  }

  private func item(_ said: [SaidState]) -> HTML {
    var words: [String] = []
    for state in said.map({ SituationText.state($0.entry) }) where !words.contains(state) {
      words.append(state)
    }
    return "<li>\(words.joined(separator: "; ")): \(statement(said[0]))</li>\n"
  }

  func statement(_ said: SaidState) -> HTML {
    """
    <b>\(SituationText.speaker(said))</b> <q dir="auto">\(said.sentence)</q> \
    <a class="sum" href="\(Address.account(said.report, said.entry.account))">\(SituationText.source(said))</a>
    """
  }
}
