import PatchworkDisplay
import PatchworkExchange
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// What stands beside an incident in the record: truces that its accounts speak of or that ran on its day, movements of aid close
/// by, and the area that it lies in.
struct IncidentSurroundings {
  let id: String
  let days: ClosedRange<CivilDay>?
  /// Truces, with whether an account of the incident speaks of it.
  let truces: [(instrument: Instrument, isSpokenOf: Bool)]
  /// Movements of aid of the days around it in the same place or area.
  let convoys: [IncidentRow]
  /// The areas that it lies in, the nearest first; none for who may not see areas.
  let areas: [PlaceRow]

  /// Days before and after it on which a movement of aid stands beside it.
  private static let convoyDays = 3
  /// Days before it whose statements of truces are asked.
  private static let truceDays = 45
  private static let most = 6

  init(_ view: IncidentView, _ visit: Visit) throws {
    id = view.id
    days = view.summary.days
    let place = try view.summary.place?.id.flatMap { try visit.record.place($0) }
    let within = place?.within ?? []
    convoys = try Self.convoys(view, within: within.first?.id, visit)
    guard visit.visitor.may(.analyst) else {
      (truces, areas) = ([], [])
      return
    }
    areas = Array(([place?.spot].compactMap { $0 } + within).prefix(3))
    truces = try Self.truces(view, visit)
  }

  private static func convoys(
    _ view: IncidentView, within area: String?, _ visit: Visit
  ) throws -> [IncidentRow] {
    guard let days = view.summary.days, let place = area ?? view.summary.place?.id else {
      return []
    }
    var filter = RecordFilter()
    filter.type = .aidMovement
    filter.place = place
    (filter.since, filter.until) = (
      days.lowerBound - convoyDays, days.upperBound + convoyDays
    )
    filter.limit = most + 1
    return try visit.shown().incidents(filter).value.filter { $0.id != view.id }.prefix(most)
      .map { $0 }
  }

  private static func truces(
    _ view: IncidentView, _ visit: Visit
  ) throws -> [(instrument: Instrument, isSpokenOf: Bool)] {
    guard let days = view.summary.days else { return [] }
    let last = view.accounts.compactMap(\.published).max() ?? days.upperBound
    let found = try visit.record.ceasefires(
      since: days.lowerBound - truceDays,
      until: min(max(last, days.upperBound), days.upperBound + 7))
    let own = Set(view.accounts.map { "\($0.report)#\($0.account.number)" })
    return (found.instruments + found.proposals).compactMap { instrument in
      let isSpokenOf = instrument.acts.contains {
        own.contains("\($0.said.report)#\($0.said.entry.account)")
      }
      return isSpokenOf || runs(instrument, on: days.lowerBound, at: view.summary.place)
        ? (instrument, isSpokenOf) : nil
    }.sorted { $0.isSpokenOf && !$1.isSpokenOf }.prefix(most).map { $0 }
  }

  /// Whether some clock of an instrument runs on a day, and it holds at a place as far as is said.
  private static func runs(_ instrument: Instrument, on day: CivilDay, at place: Place?) -> Bool {
    let isRunning = instrument.clocks.contains {
      if case .running(let left) = $0.standing(on: day) { left != nil } else { false }
    }
    let (places, isOpen) = instrument.coverage
    guard isRunning, !isOpen, !places.isEmpty, let place, let id = place.id else {
      return isRunning
    }
    return places.contains { $0.id == id || $0.id.map(place.within.contains) ?? false }
  }

  /// Whether the record has nothing beside it.
  var isEmpty: Bool { truces.isEmpty && convoys.isEmpty && areas.isEmpty }

  var html: HTML {
    if isEmpty { return "" }
    return """
      <section id="beside"><h2>What stands beside it</h2>
      <p class="lead">By day and place alone; nothing here says that one thing has to do with another.</p>
      <dl class="custody">
      \(truceItems)\(convoyItems)\(areaItems)</dl></section>

      """
  }

  private var truceItems: HTML {
    HTML(
      truces.map { entry -> HTML in
        let instrument = entry.instrument
        let proposed: HTML = instrument.isProposal ? "proposed " : ""
        let address = Address.query(
          Address.ceasefire(instrument.id), [("until", days?.upperBound.iso ?? "")])
        let clocks = clocks(of: instrument).prefix(2).map { "; \($0)" as HTML }
        let why: HTML = entry.isSpokenOf ? "its accounts speak of it" : "its clock ran on the day"
        return """
          <dt>Truce</dt><dd><a href="\(address)">\(proposed)\(instrument.kind.rawValue) <code>\(instrument.id)</code></a> \
          <small>\(why); <bdi>\(SituationText.coverage(instrument))</bdi>\(clocks)</small></dd>

          """
      })
  }

  /// Its clocks in words, with how each stood on the first day of the incident.
  private func clocks(of instrument: Instrument) -> [String] {
    instrument.clocks.map { clock in
      let standing =
        days.map { ", then \(SituationText.standing(clock, on: $0.lowerBound))" } ?? ""
      return SituationText.clock(clock) + standing
    }
  }

  private var convoyItems: HTML {
    HTML(
      convoys.map { row -> HTML in
        let when =
          row.days.map { DayText.interval(from: $0.lowerBound.iso, to: $0.upperBound.iso) } ?? ""
        return """
          <dt>Convoy</dt><dd><a href="\(Address.incident(row.id))">\(row.type.words), \(when)</a> \
          <bdi>\(row.placeName)</bdi> <small>\(Plural.text(row.accounts, "account"))</small></dd>

          """
      })
  }

  private var areaItems: HTML {
    guard !areas.isEmpty else { return "" }
    let links = areas.map { area -> HTML in
      let span = days.map {
        [("since", ($0.lowerBound - 15).iso), ("until", ($0.upperBound + 15).iso)]
      }
      return """
        <a href="\(Address.query(Address.area(area.id), span ?? []))"><bdi>\(area.name)</bdi></a>
        """
    }
    return "<dt>Area</dt><dd>\(HTML(links, separator: ", in ")) <small>day by day</small></dd>\n"
  }

  static let schema = Schema.object([
    (
      "truces",
      .list(
        .object([
          ("id", .string), ("kind", .string), ("proposal", .boolean), ("spoken_of", .boolean),
          ("coverage", .string), ("clocks", .list(.string)),
        ]))
    ),
    ("convoys", .list(IncidentsPage.row)),
    ("areas", .list(.object([("id", .string), ("name", .string)]))),
  ])

  func write(to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.list("truces", truces) { truce, writer in
      writer.begin(.object)
      writer.member("id", truce.instrument.id)
      writer.member("kind", truce.instrument.kind.rawValue)
      writer.key("proposal")
      writer.boolean(truce.instrument.isProposal)
      writer.key("spoken_of")
      writer.boolean(truce.isSpokenOf)
      writer.member("coverage", SituationText.coverage(truce.instrument))
      writer.list("clocks", clocks(of: truce.instrument)) { $1.string($0) }
      writer.end(.object)
    }
    writer.list("convoys", convoys) { IncidentsPage.write($0, to: &$1) }
    writer.list("areas", areas) { area, writer in
      writer.begin(.object)
      writer.member("id", area.id)
      writer.member("name", area.name)
      writer.end(.object)
    }
    writer.end(.object)
  }
}
