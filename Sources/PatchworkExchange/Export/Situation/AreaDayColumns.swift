import PatchworkDisclosure
import PatchworkLinking
import PatchworkPlaces
import PatchworkRecord
import PatchworkSituation
import PatchworkStore
import PatchworkText

/// Days of areas as lines and objects: a row an area, day, layer and state; a day of which nothing is said has a row that says so.
///
/// Rows are of the layers of which something is said of the area within the days.
struct AreaDayColumns {
  let days: ClosedRange<CivilDay>
  let meanings: LayerStates
  let cells: SmallCells?
  let wider: (String) -> AdminArea?

  /// What an area's day says of a layer.
  struct Row {
    let day: CivilDay
    let layer: Layer
    /// The state; nil where nothing is said.
    let answer: AreaStrip.Answer?
    /// The numbers that are said with it.
    let range: NumberRange?
    /// The last day before this one of which something was said.
    let lastSaid: CivilDay?
    /// How the state bears on people; empty where nothing is said.
    let bearing: String
  }

  /// The rows of an area, and how many numbers are too small to be shown.
  func rows(of picture: AreaPicture, _ place: PlaceRow) -> (rows: [Row], hidden: Int) {
    var rows: [Row] = []
    var hidden = 0
    let layers = picture.strip.layers
    for number in days.lowerBound.number...days.upperBound.number {
      let day = CivilDay(number: number)
      for layer in layers {
        let cell = picture.strip.cell(layer, day)
        let ranges = picture.ranges(of: layer, in: day...day)
        for answer in cell.answers {
          var range = ranges.first { $0.state == answer.state }
          if let told = range, isHidden(told, of: place) {
            (range, hidden) = (nil, hidden + 1)
          }
          rows.append(
            Row(
              day: day, layer: layer, answer: answer, range: range, lastSaid: nil,
              bearing: meanings.meaning(layer, answer.state).bearing.rawValue))
        }
        if cell.isSilent {
          rows.append(
            Row(
              day: day, layer: layer, answer: nil, range: nil, lastSaid: cell.carried,
              bearing: ""))
        }
      }
    }
    return (rows, hidden)
  }

  /// Few people of a whole district are not known by their number; few of a town are.
  private func isHidden(_ range: NumberRange, of place: PlaceRow) -> Bool {
    guard let cells, ["city", "town"].contains(place.kind) else { return false }
    let numbers = [range.low, range.high].compactMap { $0 }
    let shown = cells.shown([numbers], hasRowSums: false, hasColumnSums: false)
    return shown[0].contains(nil)
  }

  static let names = [
    "area_id", "area", "kind", "pcode", "country", "day", "layer", "state", "bearing", "asserted",
    "denied", "left_open", "number_low", "number_high", "number_speakers", "last_said",
  ]

  func line(_ row: Row, of place: PlaceRow) -> [DelimitedLine.Field] {
    let area = wider(place.id)
    return [
      .text(place.id), .text(place.name), .text(place.kind), .some(area?.pcode),
      .some(area?.country), .text(row.day.iso), .text(row.layer.rawValue),
      .text(row.answer?.state ?? Self.noReport), .some(row.bearing), .some(row.answer?.asserted),
      .some(row.answer?.denied), .some(row.answer?.open), .some(row.range?.low),
      .some(row.range?.high), .some(row.range?.speakers.joined(separator: "; ")),
      .some(row.lastSaid?.iso),
    ]
  }

  /// What stands where nothing is said: not calm, only unreported.
  static let noReport = "no report"

  /// A row as an object of its own.
  func object(_ row: Row, of place: PlaceRow, to json: inout JSONWriter) {
    json.begin(.object)
    json.member("area_id", place.id)
    json.member("area", place.name)
    json.member("kind", place.kind)
    json.member("pcode", orNull: wider(place.id)?.pcode)
    json.member("day", row.day.iso)
    members(row, to: &json)
    json.end(.object)
  }

  /// The properties of an area's feature: its days with what each says of its layers.
  func properties(_ rows: [Row], of place: PlaceRow, to json: inout JSONWriter) {
    json.begin(.object)
    json.member("area", place.name)
    json.member("kind", place.kind)
    json.member("pcode", orNull: wider(place.id)?.pcode)
    json.member("from", days.lowerBound.iso)
    json.member("to", days.upperBound.iso)
    json.key("days")
    json.begin(.array)
    for row in rows {
      json.begin(.object)
      json.member("day", row.day.iso)
      members(row, to: &json)
      json.end(.object)
    }
    json.end(.array)
    json.end(.object)
  }

  private func members(_ row: Row, to json: inout JSONWriter) {
    json.member("layer", row.layer.rawValue)
    json.member("state", row.answer?.state ?? Self.noReport)
    json.member("bearing", orNull: row.bearing.isEmpty ? nil : row.bearing)
    json.member("asserted", orNull: row.answer?.asserted)
    json.member("denied", orNull: row.answer?.denied)
    json.member("left_open", orNull: row.answer?.open)
    json.member("number_low", orNull: row.range?.low)
    json.member("number_high", orNull: row.range?.high)
    json.key("number_speakers")
    json.begin(.array)
    for speaker in row.range?.speakers ?? [] { json.string(speaker) }
    json.end(.array)
    json.member("last_said", orNull: row.lastSaid?.iso)
  }

  /// The place of an area's feature: towns are where they are, wider areas anywhere in their ring.
  static func place(_ row: PlaceRow, isRegion: Bool) -> Place {
    Place(
      quote: Quote(span: Span(0, 0), text: row.name), id: row.id, name: row.name, kind: row.kind,
      latitude: row.latitude, longitude: row.longitude,
      precision: !isRegion ? 1 : ["governorate", "province", "region"].contains(row.kind) ? 4 : 3,
      rule: "the area's own point")
  }
}
