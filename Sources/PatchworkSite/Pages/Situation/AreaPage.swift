import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// One area over some days: layers by day, the tests of a siege, who says how many, obstacles, and every sentence.
struct AreaPage {
  let picture: AreaPicture

  /// Days shown where none are asked for, and at most.
  private static let usual = 31
  private static let most = 366

  static let routes = [
    Route(
      "/areas/{id}", name: "area",
      summary:
        "What is said of an area day by day, with the sentences; the last month when no days are given.",
      role: .analyst, parameters: [ListFilter.since, ListFilter.until],
      schema: .object([
        ("id", .string), ("name", .string), ("from", .string), ("to", .string),
        ("newest", .nullable(.string)), ("layers", .list(.any)), ("siege_tests", .list(.any)),
        ("obstacles", .list(.any)), ("populations", .list(.integer)),
        ("deliveries", .list(.integer)), ("control", .list(.integer)), ("states", .list(.any)),
      ])
    ) { visit in
      let page = try AreaPage(visit)
      return .page(
        Page(
          title: page.picture.name, section: .areas, body: { page.html },
          json: { SituationJSON.write(page.picture, to: &$0) }))
    }
  ]

  init(_ visit: Visit) throws {
    let id = visit.part("id")
    let last =
      try visit.day("until") ?? visit.record.newestDay(of: id) ?? CivilDay(iso: visit.now)
      ?? CivilDay(number: 0)
    let first = max(visit.day("since") ?? last - (Self.usual - 1), last - (Self.most - 1))
    guard first <= last else { throw Refusal.invalid("“since” must not be after “until”.") }
    guard let found = try visit.record.areaPicture(id, days: first...last) else {
      throw Refusal.missing("No report of the record names the area “\(id)”.")
    }
    picture = found
  }

  private func address(since: CivilDay, until: CivilDay) -> String {
    Address.query(
      Address.area(picture.id), [("since", since.iso), ("until", until.iso)])
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
      <a href="\(address(since: days.upperBound + 1, until: days.upperBound + length))">later</a> · \
      <a href="\(Address.place(picture.id))">all that is told of it</a></p>
      <section><h2>Day by day</h2>
      \(strip.html)</section>
      \(siege)\(obstacles)\(layers)
      """
  }

  private var siege: HTML {
    var table = Table(
      "The three tests of a siege, as the United Nations put them", ["Test", "Answer", "Said by"])
    table.rows = picture.siege.results.map { result in
      let speakers = (result.yes + result.no).map {
        SituationText.speaker(picture.strip.states[$0])
      }
      var named: [String] = []
      for speaker in speakers where !named.contains(speaker) { named.append(speaker) }
      return [
        "\(result.test.rawValue)", "<b>\(result.answer.rawValue)</b>",
        "\(named.prefix(6).joined(separator: "; "))",
      ]
    }
    let numbers = picture.populations.prefix(12).map { index -> HTML in
      let said = picture.strip.states[index]
      return "<li>\(said.entry.number?.quote.text ?? ""): \(statement(said))</li>\n"
    }
    let people: HTML =
      numbers.isEmpty ? "" : "<h3>How many, by who says it</h3><ul>\n\(Array(numbers))</ul>"
    return "<section><h2>Siege</h2>\n\(table.html)\(people)</section>\n"
  }

  private var obstacles: HTML {
    var table = Table(
      "Nine access obstacles, 0 to 3; X: nothing is said", ["", "Obstacle", "Level", "Statements"],
      numbers: [0, 3])
    table.rows = picture.obstacles.list.map { obstacle in
      [
        "\(obstacle.number)", "\(SituationText.obstacle(obstacle.number))",
        "<b>\(obstacle.level.map(String.init) ?? "X")</b>", "\(obstacle.said.count)",
      ]
    }
    return "<section><h2>Access</h2>\n\(table.html)</section>\n"
  }

  private var layers: HTML {
    HTML(
      picture.strip.layers.map { layer -> HTML in
        let said = picture.strip.states.filter {
          $0.entry.layer == layer && $0.days.map { $0.overlaps(picture.strip.days) } ?? false
        }
        return """
          <section id="\(layer.rawValue)"><h2>\(layer.rawValue)</h2><ul>
          \(said.suffix(40).reversed().map { "<li>\(SituationText.state($0.entry)): \(statement($0))</li>\n" as HTML })</ul></section>

          """
      })
  }

  private func statement(_ said: SaidState) -> HTML {
    """
    <b>\(SituationText.speaker(said))</b> <q dir="auto">\(said.sentence)</q> \
    <a class="sum" href="\(Address.account(said.report, said.entry.account))">\(SituationText.source(said))</a>
    """
  }
}
