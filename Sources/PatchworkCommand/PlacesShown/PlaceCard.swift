import PatchworkDisplay
import PatchworkPlaces
import PatchworkRecord

/// What is known of one place, in the order in which it is shown.
struct PlaceCard {
  let number: PlaceNumber
  private let gazetteer: Gazetteer
  private let place: GazetteerPlace
  private let names: [(name: PlaceName, source: PlaceSource)]
  /// Others that bear the name asked for.
  private let namesakes: [PlaceNumber]

  /// Places by a place are those within this distance, in km.
  private static let reach = 10.0
  private static let mostNeighbours = 8

  init(_ number: PlaceNumber, in gazetteer: Gazetteer, namesakes: [PlaceNumber] = []) {
    self.number = number
    self.namesakes = namesakes
    self.gazetteer = gazetteer
    place = gazetteer.place(number)
    names = gazetteer.sourcedNames(of: number)
  }

  /// Sources that name the place.
  private var sources: [PlaceSource] {
    var out: [PlaceSource] = []
    for (_, source) in names where !out.contains(source) { out.append(source) }
    return out
  }

  /// How many places lie in this one, by kind from the wide to the narrow.
  private var held: [(kind: PlaceKind, count: Int)] {
    var counts: [PlaceKind: Int] = [:]
    for narrower in gazetteer.narrower(than: number) {
      counts[gazetteer.place(narrower).kind, default: 0] += 1
    }
    return counts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Areas that border on this one, or the places around a point, nearest first.
  private var neighbours: [(place: PlaceNumber, kilometres: Double?, bearing: Double?)] {
    let bordering = gazetteer.bordering(on: number)
    if !bordering.isEmpty { return bordering.map { ($0, nil, nil) } }
    guard let point = gazetteer.point(of: number), place.kind.precision == 1 else { return [] }
    return gazetteer.places(around: point, within: Self.reach)
      .filter { $0.place != number && gazetteer.place($0.place).kind.precision == 1 }
      .prefix(Self.mostNeighbours).map { ($0.place, $0.kilometres, $0.bearing) }
  }

  /// The place as lines of text.
  var lines: [String] {
    var rows: [(String, String)] = [("id", place.id)]
    if let pcode = place.pcode { rows.append(("P-code", pcode)) }
    let wider = gazetteer.ancestors(of: number).map { gazetteer.place($0) }
    if !wider.isEmpty {
      rows.append(("lies in", wider.map { "\($0.name) (\($0.kind.word))" }.joined(separator: ", ")))
    }
    let held = held
    if !held.isEmpty {
      rows.append(("holds", held.map { "\($0.count) × \($0.kind.word)" }.joined(separator: ", ")))
    }
    if let latitude = place.latitude, let longitude = place.longitude {
      rows.append(("point", "\(latitude), \(longitude)"))
    }
    if let shape = gazetteer.shape(of: number) {
      rows.append(("outline", "\(Count.grouped(Int(shape.squareKilometres.rounded()))) km²"))
    }
    if place.population > 0 { rows.append(("people", Count.grouped(place.population))) }
    if let zone = gazetteer.timeZone(of: number) { rows.append(("time zone", zone)) }
    for (index, other) in namesakes.enumerated() {
      rows.append(
        (
          index == 0 ? "not" : "",
          "\(gazetteer.name(other)), \(gazetteer.widerNames(of: other)) (\(gazetteer.id(other)))"
        ))
    }
    for (index, neighbour) in neighbours.enumerated() {
      var text = gazetteer.name(neighbour.place)
      if let kilometres = neighbour.kilometres, let bearing = neighbour.bearing {
        text += " (\(Self.tenths(kilometres)) km \(Compass.wind(bearing)))"
      }
      rows.append((index == 0 ? "by it" : "", text))
    }
    for source in sources {
      rows.append(("named by", "\(source.title) (\(source.licence))"))
      for (language, names) in byLanguage(source) {
        rows.append(("", (language.isEmpty ? "" : language + ": ") + names.joined(separator: ", ")))
      }
    }
    for source in sources { rows.append(("rights", source.attribution)) }
    let width = rows.map { TerminalWidth.of($0.0) }.max() ?? 0
    return ["\(place.name), \(place.kind.word)"]
      + rows.map { "  " + TerminalWidth.fitted($0.0, to: width) + "  " + ShownText.clean($0.1) }
  }

  private func byLanguage(_ source: PlaceSource) -> [(language: String, names: [String])] {
    var out: [(language: String, names: [String])] = []
    for (name, from) in names where from == source {
      if let at = out.firstIndex(where: { $0.language == name.language }) {
        out[at].names.append(name.text)
      } else {
        out.append((name.language, [name.text]))
      }
    }
    return out.sorted { $0.language < $1.language }
  }

  /// Writes the place as a JSON object.
  func write(to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.members(of: number, in: gazetteer)
    writer.member("time_zone", orNull: gazetteer.timeZone(of: number))
    writer.member(
      "area_km2", orNull: gazetteer.shape(of: number).map { $0.squareKilometres.rounded() })
    writer.key("names")
    writer.begin(.array)
    for (name, source) in names {
      writer.begin(.object)
      writer.member("name", name.text)
      writer.member("language", orNull: name.language.isEmpty ? nil : name.language)
      writer.member("source", source.key)
      writer.end(.object)
    }
    writer.end(.array)
    writer.key("holds")
    writer.begin(.array)
    for (kind, count) in held {
      writer.begin(.object)
      writer.member("kind", kind.word)
      writer.member("count", orNull: count)
      writer.end(.object)
    }
    writer.end(.array)
    writer.key("neighbours")
    writer.begin(.array)
    for neighbour in neighbours {
      writer.begin(.object)
      writer.member("id", gazetteer.id(neighbour.place))
      writer.member("name", gazetteer.name(neighbour.place))
      writer.member("km", orNull: neighbour.kilometres.map { ($0 * 10).rounded() / 10 })
      writer.member("bearing", orNull: neighbour.bearing.map { $0.rounded() })
      writer.end(.object)
    }
    writer.end(.array)
    writer.key("sources")
    writer.begin(.array)
    for source in sources {
      writer.begin(.object)
      writer.member("key", source.key)
      writer.member("licence", source.licence)
      writer.member("attribution", source.attribution)
      writer.end(.object)
    }
    writer.end(.array)
    writer.end(.object)
  }

  static func tenths(_ value: Double) -> String {
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10)"
  }
}
