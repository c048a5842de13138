public import PatchworkDisclosure
import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// An incident as a row of an export.
public struct ExportedEvent: Sendable {
  /// The incident as it may be shown.
  public let incident: DisclosedIncident
  /// Its wider places by their order below the country, from 0.
  public let areas: [Int: AdminArea]
  /// ISO 3166-1 alpha-2 code of the country, empty where it is not known.
  public let country: String
  /// People displaced as the accounts tell: the smallest number, nil where none is told or so few that it is not shown.
  public let displaced: Int?
  /// How many numbers of people are too small to be shown at so close a place.
  public let hiddenCells: Int

  /// Makes a row; `wider` gives what a gazetteer knows of a place's identifier, `cells` leaves out numbers of living people
  /// by which some could be known again.
  public init(
    _ incident: DisclosedIncident, cells: SmallCells? = nil, wider: (String) -> AdminArea?
  ) {
    self.incident = incident
    let told = Self.displaced(incident.view)
    // Few people of a whole district are not known by their number; few of a village are.
    let isClose = incident.view.summary.place.map { $0.precision < 3 } ?? false
    let shown = told.flatMap { number in
      isClose
        ? cells.map { $0.shown([[number]], hasRowSums: false, hasColumnSums: false)[0][0] }
          ?? number : number
    }
    displaced = shown
    hiddenCells = told != nil && shown == nil ? 1 : 0
    var areas: [Int: AdminArea] = [:]
    var country = ""
    let place = incident.view.summary.place
    for id in [place?.id].compactMap({ $0 }) + (place?.within ?? []) {
      guard let area = wider(id) else { continue }
      if country.isEmpty { country = area.country }
      if let order = area.order, areas[order] == nil { areas[order] = area }
    }
    self.areas = areas
    self.country = country
  }

  var view: IncidentView { incident.view }
  var place: Place? { view.summary.place }
  var days: ClosedRange<CivilDay>? { view.summary.days }

  /// UCDP `date_prec`, nil where no day is told.
  var datePrecision: Int? { days.map(DayText.precision) }

  /// Day on which a report first tells it.
  var reported: CivilDay? { incident.reports.compactMap(\.published).min() }

  /// Outlets of its reports, each once, in order.
  var outlets: [String] {
    var seen: Set<String> = []
    return incident.reports.map(\.outlet).filter { !$0.isEmpty && seen.insert($0).inserted }
  }

  /// Addresses of its reports that can be opened.
  var addresses: [String] {
    incident.reports.map(\.url).filter { $0.hasPrefix("http://") || $0.hasPrefix("https://") }
  }

  /// Every answer to who did it: parties that are one answer are joined by "or".
  var blamed: [String] {
    var seen: Set<String> = []
    return view.analysis.positions.filter { !$0.blamed.isEmpty }
      .map { BlamedText.of($0.blamed) }.filter { seen.insert($0).inserted }
  }

  /// Whether some account denies it, or part of it.
  var isDenied: Bool { view.analysis.positions.contains { $0.holding == .denies } }

  /// The first account that tells a happening of the incident's type, for the names that other sets give to it.
  var happening: Happening? {
    let all = view.accounts.compactMap(\.account.happening)
    return all.first { $0.type == view.summary.type } ?? all.first
  }

  private static func displaced(_ view: IncidentView) -> Int? {
    view.accounts.compactMap { entry -> Int? in
      guard let count = entry.account.happening?.affected, count.convention == nil,
        count.measure == .displaced || count.measure == .evacuated
      else { return nil }
      return count.low ?? count.high
    }.min()
  }

  /// What a note says in one line: range, origins, grade, denial, who is blamed.
  var note: String {
    var parts = [view.title]
    for (name, range) in [("killed", view.analysis.killed), ("injured", view.analysis.injured)] {
      if let range {
        parts.append(
          "\(name) \(range.low)–\(range.high)\(range.isOpen ? " or more" : ""), most origins \(range.best)"
        )
      } else {
        parts.append("no number of \(name) is told")
      }
    }
    parts.append(
      "\(view.accounts.count) accounts of \(incident.reports.count) reports, \(view.origins) independent origins"
    )
    parts.append("grade \(view.gradeWord.rawValue) (\(gradeRule))")
    parts.append(
      blamed.isEmpty ? "no party is blamed" : "blamed: \(blamed.joined(separator: "; "))")
    if isDenied { parts.append("denied by some account") }
    return parts.joined(separator: ". ") + "."
  }

  /// The rule of the grade, or that a person gave it.
  var gradeRule: String {
    view.judgements.contains { $0.action == .grade }
      ? "given by a person" : view.analysis.grade.rule
  }
}
