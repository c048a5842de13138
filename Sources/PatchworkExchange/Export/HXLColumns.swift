import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// A column of the HXL table: what people read above it, its hashtag with attributes, and what stands in it.
///
/// Source: HXL 1.1 hashtags; the attributes are those that the schema of ours asks for.
struct HXLColumn: Sendable {
  let heading: String
  let tag: String
  let value: @Sendable (ExportedEvent) -> DelimitedLine.Field
}

/// The columns of the HXL table.
enum HXLColumns {
  static let all = what + divisions + place + people + sources

  private static let what: [HXLColumn] = [
    HXLColumn(heading: "Incident", tag: "#event+id") { .text($0.view.id) },
    HXLColumn(heading: "What", tag: "#event+type") { .text($0.view.summary.type.rawValue) },
    HXLColumn(heading: "First day", tag: "#date+start") { .some($0.days?.lowerBound.iso) },
    HXLColumn(heading: "Last day", tag: "#date+end") { .some($0.days?.upperBound.iso) },
    HXLColumn(heading: "First reported", tag: "#date+reported") { .some($0.reported?.iso) },
    HXLColumn(heading: "Country", tag: "#country+name") { .some($0.areas[0]?.name) },
    HXLColumn(heading: "Country code", tag: "#country+code+v_iso2") { .some($0.country) },
  ]

  private static let divisions: [HXLColumn] = (1...4).flatMap { (order: Int) -> [HXLColumn] in
    [
      HXLColumn(heading: "Division \(order)", tag: "#adm\(order)+name") {
        .some($0.areas[order]?.name)
      },
      HXLColumn(heading: "Division \(order) code", tag: "#adm\(order)+code+v_pcode") {
        .some($0.areas[order]?.pcode)
      },
    ]
  }

  private static let place: [HXLColumn] = [
    HXLColumn(heading: "Place", tag: "#loc+name") { .some($0.place?.name) },
    HXLColumn(heading: "Place code", tag: "#loc+code") { .some($0.place?.pcode ?? $0.place?.id) },
    HXLColumn(heading: "Latitude", tag: "#geo+lat") { .some($0.place?.latitude) },
    HXLColumn(heading: "Longitude", tag: "#geo+lon") { .some($0.place?.longitude) },
    HXLColumn(heading: "Precision (UCDP)", tag: "#geo+precision") { .some($0.place?.precision) },
  ]

  private static let people: [HXLColumn] = [
    HXLColumn(heading: "Killed, least", tag: "#affected+killed+min") {
      .some($0.view.analysis.killed?.low)
    },
    HXLColumn(heading: "Killed, most", tag: "#affected+killed+max") {
      .some($0.view.analysis.killed?.high)
    },
    HXLColumn(heading: "Injured, least", tag: "#affected+injured+min") {
      .some($0.view.analysis.injured?.low)
    },
    HXLColumn(heading: "Injured, most", tag: "#affected+injured+max") {
      .some($0.view.analysis.injured?.high)
    },
    HXLColumn(heading: "Displaced, least", tag: "#affected+displaced+min") {
      .some($0.displaced)
    },
    HXLColumn(heading: "Blamed", tag: "#group+name") {
      .some($0.blamed.joined(separator: "; "))
    },
  ]

  private static let sources: [HXLColumn] = [
    HXLColumn(heading: "Sources", tag: "#meta+source") {
      .some($0.outlets.joined(separator: "; "))
    },
    HXLColumn(heading: "Address", tag: "#meta+url") { .some($0.addresses.first) },
    HXLColumn(heading: "Grade", tag: "#meta+confidence") { .text($0.view.gradeWord.rawValue) },
    HXLColumn(heading: "Grade rule", tag: "#meta+confidence+rule") { .text($0.gradeRule) },
    HXLColumn(heading: "Independent origins", tag: "#meta+origins+num") {
      .integer($0.view.origins)
    },
    HXLColumn(heading: "Note", tag: "#description+note") { .text($0.note) },
  ]
}
