import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// An incident in the columns of ACLED, which has one number of fatalities: the smallest that is told, with the range in the notes.
enum ACLEDRow {
  static func fields(_ event: ExportedEvent, _ tables: ExportTables) -> [DelimitedLine.Field] {
    let values = values(event, tables)
    return tables.acledColumns.map { values[$0] ?? .nothing }
  }

  private static func values(
    _ event: ExportedEvent, _ tables: ExportTables
  ) -> [String: DelimitedLine.Field] {
    let (view, place) = (event.view, event.place)
    let sub = event.happening.flatMap { CodingSchemes.codes(of: $0).acled }
    let kind = sub.flatMap { tables.acledEvents[$0] }
    let answers = view.analysis.positions.map(\.blamed).filter { !$0.isEmpty }
    let blamed = Set(answers.map { Set($0) })
    let actor = blamed.count == 1 && answers[0].count == 1 ? answers[0][0] : nil
    let country = tables.countries[event.country]
    return [
      "event_id_cnty": .text((country?.iso3 ?? "") + view.id),
      "event_date": .some(event.days?.lowerBound.iso),
      "year": .some(event.days?.lowerBound.year),
      "time_precision": .some(timePrecision(event)),
      "disorder_type": .some(kind?.disorder), "event_type": .some(kind?.event),
      "sub_event_type": .some(sub), "actor1": .some(actor?.name),
      "inter1": .some(actor.flatMap { inter($0, in: country?.name) }),
      "iso": .some(country?.number), "country": .some(country?.name),
      "admin1": .some(event.areas[1]?.name), "admin2": .some(event.areas[2]?.name),
      "admin3": .some(event.areas[3]?.name), "location": .some(place?.name),
      "latitude": .some(place?.latitude), "longitude": .some(place?.longitude),
      "geo_precision": .some(place.map { $0.precision <= 1 ? 1 : $0.precision == 2 ? 2 : 3 }),
      "source": .some(event.outlets.joined(separator: "; ")),
      "notes": .text(
        event.note + (view.analysis.killed == nil ? "" : " fatalities is the smallest number told.")
      ),
      "fatalities": .some(view.analysis.killed?.low),
      "tags": .some(event.isDenied ? "denied by some account" : nil),
      "timestamp": .some(event.reported.map { $0.number * 86_400 }),
    ]
  }

  /// ACLED's `time_precision`: 1 a day, 2 within a week, 3 within a month.
  private static func timePrecision(_ event: ExportedEvent) -> Int? {
    event.datePrecision.map { $0 == 1 ? 1 : $0 <= 3 ? 2 : 3 }
  }

  /// ACLED's number of an actor's kind (older codebook): 1 state forces at home, 2 rebels, 8 external forces.
  private static func inter(_ party: Parties.Party, in country: String?) -> Int? {
    switch party.kind {
    case "state": country.map { party.name == $0 ? 1 : 8 }
    case "armed group": 2
    default: nil
    }
  }
}
