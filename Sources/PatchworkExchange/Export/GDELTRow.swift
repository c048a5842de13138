import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// An incident in the columns of GDELT 2.0, nil for what CAMEO has no code for.
///
/// Tone and Goldstein scale are not measured and stay empty.
enum GDELTRow {
  static func fields(_ event: ExportedEvent, _ tables: ExportTables) -> [DelimitedLine.Field]? {
    guard let code = tables.cameo[event.view.summary.type], let day = event.days?.lowerBound else {
      return nil
    }
    let values = values(event, code, day, tables)
    return tables.gdeltColumns.map { values[$0] ?? .nothing }
  }

  private static func values(
    _ event: ExportedEvent, _ code: String, _ day: CivilDay, _ tables: ExportTables
  ) -> [String: DelimitedLine.Field] {
    let (view, place) = (event.view, event.place)
    let (year, month, date) = day.parts
    let root = String(code.prefix(2))
    let first = CivilDay(year, 1, 1) ?? day
    let answers = view.analysis.positions.map(\.blamed).filter { !$0.isEmpty }
    let actor = Set(answers.map { Set($0) }).count == 1 ? answers.first?.first : nil
    let country = tables.countries[event.country]
    let reported = event.reported ?? day
    return [
      "GLOBALEVENTID": .integer(number(of: view.id)),
      "SQLDATE": .integer(year * 10_000 + month * 100 + date),
      "MonthYear": .integer(year * 100 + month), "Year": .integer(year),
      "FractionDate": .number(
        ((Double(year) + Double(day.number - first.number) / 365) * 10_000).rounded() / 10_000),
      "Actor1Name": .some(actor?.name.uppercased()),
      "Actor1CountryCode": .some(actor.flatMap { tables.countriesByName[$0.name]?.iso3 }),
      "Actor1Code": .some(actor.flatMap { tables.countriesByName[$0.name]?.iso3 }),
      "IsRootEvent": .integer(1), "EventCode": .text(code),
      "EventBaseCode": .text(String(code.prefix(3))), "EventRootCode": .text(root),
      "QuadClass": .some(quadClass(Int(root) ?? 0)),
      "NumMentions": .integer(view.accounts.count), "NumSources": .integer(event.outlets.count),
      "NumArticles": .integer(event.incident.reports.count),
      "ActionGeo_Type": .integer(geoType(place)),
      "ActionGeo_FullName": .some(
        [place?.name, event.areas[1]?.name, country?.name].compactMap { $0 }
          .joined(separator: ", ")),
      "ActionGeo_CountryCode": .some(country?.fips), "ActionGeo_Lat": .some(place?.latitude),
      "ActionGeo_Long": .some(place?.longitude), "ActionGeo_FeatureID": .some(place?.id),
      "DATEADDED": .text(reported.iso.replacing("-", with: "") + "000000"),
      "SOURCEURL": .some(event.addresses.first),
    ]
  }

  /// Verbal and material cooperation, verbal and material conflict, by the root of the code.
  private static func quadClass(_ root: Int) -> Int? {
    switch root {
    case 1...5: 1
    case 6...9: 2
    case 10...13: 3
    case 14...20: 4
    default: nil
    }
  }

  /// GDELT's kind of place: 0 none, 1 a country, 4 a town outside the United States, 5 a division outside them.
  private static func geoType(_ place: Place?) -> Int {
    guard let place else { return 0 }
    return switch place.precision {
    case 1, 2: 4
    case 3, 4, 5: 5
    default: 1
    }
  }

  /// A number that the code of an incident always has: FNV-1a, 52 bits of it.
  static func number(of id: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in id.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return Int(hash & 0xF_FFFF_FFFF_FFFF)
  }
}
