import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation

/// How an area is cut off: the tests of a siege, who lists it, what was delivered, obstacles.
extension AreaPage {
  var siege: HTML {
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

  var obstacles: HTML {
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
}
