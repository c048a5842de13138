import PatchworkLinking
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// What is said of areas, counted while it is read: as large as the areas and days that are spoken of, however many reports speak.
struct AreaTallies {
  private struct Key: Hashable {
    let layer: Layer
    let state: String
    let holding: Position.Holding
    let isOfPeople: Bool
    let days: ClosedRange<CivilDay>
  }

  private let wanted: String?
  private let file: RecordFile
  private let layers: LayerReader
  private var counts: [String: [Key: Int]] = [:]
  private var numbers: [String: [SaidNumber]] = [:]
  /// The areas that a place lies in, itself among them, by identifier.
  private var around: [String: [PlaceRow]] = [:]
  /// The areas that were met.
  private(set) var places: [String: PlaceRow] = [:]

  /// Counts of areas that are some place or lie within it, of all without one.
  init(within wanted: String?, of file: RecordFile, _ layers: LayerReader) {
    self.wanted = wanted
    self.file = file
    self.layers = layers
  }

  /// Counts a statement in, for every area that its place is or lies in.
  mutating func add(_ said: SaidState) throws {
    guard let days = said.days, let place = said.entry.place else { return }
    for area in try areas(of: place) {
      let entry = said.entry
      counts[area.id, default: [:]][
        Key(
          layer: entry.layer, state: entry.state, holding: entry.holding,
          isOfPeople: entry.isOfPeople, days: days), default: 0] += 1
      if let count = entry.number, [.siege, .access, .delivery].contains(entry.layer) {
        numbers[area.id, default: []].append(
          SaidNumber(
            layer: entry.layer, state: entry.state, days: days, low: count.low, high: count.high,
            words: count.quote.text, speaker: said.speaker))
      }
    }
  }

  /// The picture of an area over some days, without statements by themselves.
  func picture(of area: PlaceRow, _ days: ClosedRange<CivilDay>) -> AreaPicture {
    let tallies = (counts[area.id] ?? [:]).map { key, count in
      StateTally(
        layer: key.layer, state: key.state, holding: key.holding, isOfPeople: key.isOfPeople,
        days: key.days, count: count)
    }
    return AreaPicture(
      id: area.id, name: area.name, tallies: tallies, states: [],
      numbers: numbers[area.id] ?? [], days: days, meanings: layers.states)
  }

  private mutating func areas(of place: Place) throws -> [PlaceRow] {
    // A site whose identifier may not be shown still lies in its wider places.
    let key = place.id ?? place.within.joined(separator: " ")
    if let known = around[key] { return known }
    var found: [PlaceRow] = []
    for id in [place.id].compactMap({ $0 }) + place.within {
      guard let (spot, within) = try file.place(id), layers.areas.kinds.contains(spot.kind),
        wanted.map({ $0 == id || within.map(\.id).contains($0) }) ?? true
      else { continue }
      found.append(spot)
      places[id] = spot
    }
    around[key] = found
    return found
  }
}
