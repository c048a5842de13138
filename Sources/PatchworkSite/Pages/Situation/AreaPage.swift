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

  /// Incidents with their grades, the newest first.
  private var told: HTML {
    guard incidents.total > 0 else { return "" }
    var table = Table(
      "Incidents, the newest first", ["Incident", "Day", "Where", "Grade", "Reports"], numbers: [4])
    table.rows = incidents.rows.map { incident in
      let row = incident.row
      return Self.cells(row) + [Self.grade(incident.grade), "\(row.reports)"]
    }
    let rest = incidents.total - incidents.rows.count
    return """
      <section><h2>Incidents (\(incidents.total))</h2>
      \(table.html)\(rest > 0 ? "<p class=\"sum\">and \(rest) before</p>\n" : "" as HTML)</section>

      """
  }

  /// An incident's name, days and place.
  private static func cells(_ row: IncidentRow) -> [HTML] {
    [
      "<a href=\"\(Address.incident(row.id))\">\(row.type.rawValue)</a> <code>\(row.id)</code>",
      "\(row.days.map { DayText.interval(from: $0.lowerBound.iso, to: $0.upperBound.iso) } ?? "no day")",
      "<bdi>\(row.placeName)</bdi>",
    ]
  }

  private static func grade(_ grade: IncidentGrade.Word) -> HTML {
    "<span class=\"grade g-\(grade.rawValue)\">\(grade.rawValue)</span>"
  }

  /// Incidents beside the area, with how far their places lie.
  private var near: HTML {
    var table = Table(
      "Incidents beside it, the newest first", ["Incident", "Day", "Where", "How far", "Grade"],
      numbers: [3])
    table.rows = beside.incidents.rows.map { incident in
      let far = incident.row.place.flatMap { beside.incidents.kilometres[$0] }
      return Self.cells(incident.row) + [
        "\(far.map(SituationText.distance) ?? "")", Self.grade(incident.grade),
      ]
    }
    let rest = beside.incidents.total - beside.incidents.rows.count
    let days = picture.strip.days
    let hidden = (values + [("since", days.lowerBound.iso), ("until", days.upperBound.iso)]).map {
      "<input type=\"hidden\" name=\"\($0.0)\" value=\"\($0.1)\">" as HTML
    }
    return """
      <section><h2>Incidents within \(beside.kilometres) km of it (\(beside.incidents.total))</h2>
      \(beside.incidents.rows.isEmpty ? "<p class=\"none\">No report of these days tells of one so near outside it.</p>\n" : table.html)\
      \(rest > 0 ? "<p class=\"sum\">and \(rest) before</p>\n" : "" as HTML)\
      <form class="filter" action="\(path)">\(hidden)<p><label for="f-near">Kilometres around it</label>
      <input id="f-near" name="near" type="number" min="0" max="100" value="\(beside.kilometres)"></p><p class="act"><button class="quiet">Show</button></p></form></section>

      """
  }

  private var siege: HTML {
    var table = Table(
      "The three tests of a siege, as the United Nations put them",
      ["Test", "Answer", "Who says yes", "Who says the contrary, or denies it"])
    table.rows = picture.siege.results.map { result in
      let passages = SituationText.passages(result)
      return [
        "\(result.test.rawValue)",
        "<b>\(SituationText.answer(result, picture.states))</b>\(passages.isEmpty ? "" : "<br><small>\(passages)</small>" as HTML)",
        "\(SituationText.speakers(result.yes, picture.states))",
        HTML(
          [result.no, result.denied.isEmpty ? [] : result.denied].enumerated().compactMap {
            index, positions -> HTML? in
            positions.isEmpty
              ? nil
              : "\(index == 0 ? "" : "denied by ")\(SituationText.speakers(positions, picture.states))"
          }, separator: "<br>"),
      ]
    }
    let numbers = picture.populations.prefix(12).map { index -> HTML in
      let said = picture.states[index]
      return "<li>\(said.entry.number?.quote.text ?? ""): \(statement(said))</li>\n"
    }
    let ranges = picture.ranges(of: .siege, in: picture.strip.days).map { range -> HTML in
      "<li><b>\(range.state)</b>: \(SituationText.range(range))</li>\n"
    }
    let people: HTML =
      numbers.isEmpty
      ? ""
      : """
      <h3>How many, by who says it</h3><ul class="plain">
      \(ranges)</ul><ul>
      \(Array(numbers))</ul>
      """
    return "<section><h2>Siege</h2>\n\(table.html)\(listed)\(people)</section>\n\(deliveries)"
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

  /// Who lists it as besieged and who only calls it so, rivals side by side.
  private var listed: HTML {
    guard !lists.isEmpty else {
      return
        "<p class=\"none\">Nobody is recorded to list it as besieged, or to say that it is not.</p>\n"
    }
    var table = Table(
      "Who lists it as besieged", ["Who", "As what", "Besieged", "Since", "Newest sentence"])
    table.rows = lists.map { list in
      let newest = picture.states[list.said[0]]
      return [
        "<bdi>\(SituationText.speaker(newest))</bdi>", list.isList ? "a list" : "own words",
        "<b>\(SituationText.holding(list))</b>",
        "\(list.since.map { DayText.of($0.iso) } ?? "no day")", statement(newest),
      ]
    }
    return table.html
      + "<p class=\"sum\">Lists are dated and made by their makers’ own rules; none of them decides.</p>\n"
  }

  /// The course of deliveries: what was requested, approved, and reached, by who says it, never added up.
  private var deliveries: HTML {
    guard !picture.deliveries.isEmpty else {
      return
        "<section><h2>Deliveries</h2>\n<p class=\"none\">No report tells of a delivery: not that there was none.</p></section>\n"
    }
    var table = Table(
      "Deliveries, requested against reached",
      ["State", "Statements", "How many, by who says it", "Newest"], numbers: [1])
    table.rows = Self.course.map { state in
      let said = picture.deliveries.map { picture.states[$0] }.filter {
        $0.entry.state == state
      }
      let numbers = said.compactMap { statement in
        statement.entry.number.map {
          "\($0.quote.text) (\(SituationText.speaker(statement)), \(statement.published?.iso ?? "no date"))"
        }
      }
      return [
        "\(state)", "\(said.count)",
        numbers.isEmpty
          ? (said.isEmpty ? "no report" : "no number is said")
          : "\(numbers.prefix(6).joined(separator: "; "))",
        said.first.map(statement) ?? "",
      ]
    }
    let reached = picture.deliveries.map { picture.states[$0] }.first {
      ["entered", "delivered"].contains($0.entry.state) && $0.entry.holding == .asserts
    }
    let last: HTML =
      reached.map {
        """
        <p>Last said to have reached it: \($0.days.map { DayText.of($0.lowerBound.iso) } ?? "no day"), says \
        \(statement($0))</p>

        """
      }
        ?? """
        <p class="none">Nobody is recorded to say that anything reached it in these days.</p>

        """
    return "<section><h2>Deliveries</h2>\n\(last)\(table.html)</section>\n"
  }

  private static let course = [
    "requested", "approved", "moving", "entered", "delivered", "not delivered", "turned back",
    "suspended", "attacked",
  ]

  private var obstacles: HTML {
    var table = Table(
      "Nine access obstacles, 0 to 3; X: nobody says how it stands",
      ["", "Obstacle", "Level", "Statements", "Newest sentence"], numbers: [0, 3])
    table.rows = picture.obstacles.list.map { obstacle in
      [
        "\(obstacle.number)", "\(SituationText.obstacle(obstacle.number))",
        "<b>\(obstacle.level.map(String.init) ?? "X")</b>", "\(obstacle.count)",
        obstacle.said.last.map {
          "\(SituationText.state(picture.states[$0].entry)): \(statement(picture.states[$0]))"
        } ?? "",
      ]
    }
    return "<section><h2>Access</h2>\n\(table.html)</section>\n"
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

  private func statement(_ said: SaidState) -> HTML {
    """
    <b>\(SituationText.speaker(said))</b> <q dir="auto">\(said.sentence)</q> \
    <a class="sum" href="\(Address.account(said.report, said.entry.account))">\(SituationText.source(said))</a>
    """
  }
}
