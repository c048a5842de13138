import PatchworkRecord

/// The moments of violence among statements: an incident counts once, and as often as one report gives it exact days.
///
/// A report that tells of strikes on the 24th and on the 27th tells of two, also where both were brought to one incident
/// because all else is alike; different days of different reports are rival accounts of one.
struct Moments {
  /// The exact days by which each incident is split, in order; incidents that are not split are not in it.
  private var days: [String: [CivilDay]] = [:]

  init(_ states: [SaidState]) {
    var byReport: [String: [String: Set<CivilDay>]] = [:]
    for said in states where said.entry.layer == .violence && !said.incident.isEmpty {
      guard let day = Self.exactDay(said) else { continue }
      byReport[said.incident, default: [:]][said.report, default: []].insert(day)
    }
    for (incident, reports) in byReport {
      // The report with the most days; of several the first, so that the order of input does not count.
      let most = reports.max { ($0.value.count, $1.key) < ($1.value.count, $0.key) }
      if let most, most.value.count > 1 { days[incident] = most.value.sorted() }
    }
  }

  /// What a statement is counted as: its incident, with the day where it is split; without one, its report's words.
  func key(_ said: SaidState) -> String {
    guard !said.incident.isEmpty else { return "\(said.origin)#\(said.entry.account)" }
    guard let days = days[said.incident], let first = days.first else { return said.incident }
    let day = Self.exactDay(said) ?? first
    let nearest = days.min {
      (abs($0.number - day.number), $0) < (abs($1.number - day.number), $1)
    }
    return "\(said.incident) of \((nearest ?? first).iso)"
  }

  private static func exactDay(_ said: SaidState) -> CivilDay? {
    said.entry.first.flatMap { $0 == said.entry.last ? $0 : nil }
  }
}
