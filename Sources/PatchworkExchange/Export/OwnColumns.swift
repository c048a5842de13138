import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// The columns of a table of incidents in our own words.
enum OwnColumns {
  static let names = [
    "id", "former_ids", "type", "from", "to", "date_prec", "reported", "place", "place_id", "pcode",
    "country", "adm1", "adm2", "adm3", "lat", "lon", "where_prec", "radius_km", "killed_low",
    "killed_best", "killed_high", "killed_open", "injured_low", "injured_best", "injured_high",
    "injured_open", "blamed", "denied", "grade", "grade_rule", "origins", "accounts", "reports",
    "outlets", "urls", "unknown", "judged",
  ]

  static func values(_ event: ExportedEvent, _ tables: ExportTables) -> [DelimitedLine.Field] {
    let (view, place) = (event.view, event.place)
    func range(_ range: CasualtyRange?) -> [DelimitedLine.Field] {
      [
        .some(range?.low), .some(range?.best), .some(range?.high),
        .some(range.map { "\($0.isOpen)" }),
      ]
    }
    return [
      .text(view.id), .some(view.aliases.joined(separator: " ")),
      .text(view.summary.type.rawValue), .some(event.days?.lowerBound.iso),
      .some(event.days?.upperBound.iso), .some(event.datePrecision), .some(event.reported?.iso),
      .some(place?.name), .some(place?.id), .some(place?.pcode), .some(event.country),
      .some(event.areas[1]?.name), .some(event.areas[2]?.name), .some(event.areas[3]?.name),
      .some(place?.latitude), .some(place?.longitude), .some(place?.precision),
      .some(place.flatMap { tables.radius(of: $0) }),
    ] + range(view.analysis.killed) + range(view.analysis.injured) + [
      .some(event.blamed.joined(separator: "; ")), .text("\(event.isDenied)"),
      .text(view.gradeWord.rawValue), .text(event.gradeRule), .integer(view.origins),
      .integer(view.accounts.count), .integer(event.incident.reports.count),
      .some(event.outlets.joined(separator: "; ")),
      .some(event.addresses.joined(separator: " ")),
      .some(view.analysis.unknowns.map(\.rawValue).joined(separator: " ")),
      .text("\(!view.judgements.isEmpty)"),
    ]
  }
}
