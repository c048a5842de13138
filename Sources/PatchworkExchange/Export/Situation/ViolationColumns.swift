import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkText

/// Counts and allegations of violations as lines and features, each with the truce that its report speaks of.
///
/// Source of the columns: the practice of ceasefire monitors, who keep observation and attribution apart.
struct ViolationColumns {
  let ceasefires: Ceasefires
  let tables: ExportTables

  /// Codes of the truces that violations were said of, by sentence.
  private let truces: [String: String]

  init(_ ceasefires: Ceasefires, tables: ExportTables) {
    self.ceasefires = ceasefires
    self.tables = tables
    var truces: [String: String] = [:]
    for instrument in ceasefires.instruments {
      for violation in ceasefires.violations(of: instrument) {
        truces[Self.key(violation)] = instrument.id
      }
    }
    self.truces = truces
  }

  private static func key(_ violation: ViolationCount) -> String {
    "\(violation.said.report)#\(violation.said.span.start)"
  }

  /// Code of a violation: its report and account.
  static func id(_ violation: ViolationCount) -> String {
    "\(violation.said.report)#\(violation.said.entry.account)"
  }

  static let names =
    [
      "truce", "count", "count_low", "count_high", "kind", "by", "at", "weapon", "observed",
      "attributed_to", "counting_rule", "lat", "lon", "where_prec",
    ] + CeasefireColumns.saidNames

  /// A line a count or allegation; who says it is the observer.
  var lines: [[DelimitedLine.Field]] {
    ceasefires.violations.map { violation in
      let (facts, place) = (violation.facts, violation.said.entry.place)
      return [
        .some(truces[Self.key(violation)]), .some(violation.count?.quote.text),
        .some(violation.count?.low), .some(violation.count?.high), .some(facts.kind?.rawValue),
        .some(facts.actor), .some(facts.target), .some(facts.weapon),
        .some(facts.evidence.joined(separator: "; ")),
        .some(violation.attributed.joined(separator: "; ")), .some(violation.rule),
        .some(place?.latitude), .some(place?.longitude), .some(place?.precision),
      ] + CeasefireColumns.said(violation.said)
    }
  }

  /// The properties of a violation's feature.
  func properties(_ violation: ViolationCount, to json: inout JSONWriter) {
    json.begin(.object)
    json.member("truce", orNull: truces[Self.key(violation)])
    json.member("published", orNull: violation.said.published?.iso)
    json.member("from", orNull: violation.said.entry.first?.iso)
    json.member("to", orNull: violation.said.entry.last?.iso)
    json.member("place_id", orNull: violation.said.entry.place?.id)
    json.member("where_prec", orNull: violation.said.entry.place?.precision)
    json.key("violation")
    SituationJSON.write(violation, to: &json)
    json.end(.object)
  }
}
