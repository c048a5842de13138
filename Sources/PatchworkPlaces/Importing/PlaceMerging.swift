import PatchworkRecord
import PatchworkText

/// A place of the index, made of the rows that mean it.
struct MergedPlace {
  /// Its rows, by number, ascending.
  var rows: [Int]
  var kind: PlaceKind
  var country: String
  var latitude: Double?
  var longitude: Double?
  var population: Int
  /// Row whose identifier, P-code and name are the place's.
  var idRow: Int
  /// Whether the identifier is the one that the row links to.
  var idIsLinked: Bool
  var pcodeRow: Int
  var nameRow: Int
  /// Row whose outline is the place's, nil when none has one.
  var shapeRow: Int?
  /// IANA time zone, empty when unknown.
  var zone = ""
  /// Number of the next wider place.
  var parent: Int?
}

/// Brings rows of several sources together that mean one place, and finds every place's parent.
struct PlaceMerging {
  let rows: [PlaceRow]
  let sources: [UInt8]

  /// The places in order of their first rows.
  func places() -> [MergedPlace] {
    var groups = Groups(count: rows.count)
    mergeByIdentifier(&groups)
    NameMerging(rows: rows, sources: sources).merge(&groups)
    var number: [Int: Int] = [:]
    var members: [[Int]] = []
    for row in rows.indices {
      let root = groups.root(row)
      if let place = number[root] {
        members[place].append(row)
      } else {
        number[root] = members.count
        members.append([row])
      }
    }
    var places = members.map(place)
    setCentroids(&places)
    setParents(&places)
    PlaceZones(rows: rows).set(&places)
    return places
  }

  /// Rows that name one identifier or P-code are one place.
  private func mergeByIdentifier(_ groups: inout Groups) {
    var seen: [String: Int] = [:]
    seen.reserveCapacity(rows.count)
    for (index, row) in rows.enumerated() {
      for id in [row.id, row.sameAs, row.pcode] where !id.isEmpty {
        if let before = seen[id] { groups.join(before, index) } else { seen[id] = index }
      }
    }
    // Outlines of countries know them by their codes alone.
    var countries: [String: Int] = [:]
    for (index, row) in rows.enumerated() where row.kind.level == .country && sources[index] == 0 {
      if countries[row.country] == nil { countries[row.country] = index }
    }
    for (index, row) in rows.enumerated()
    where PlaceSource.known[Int(sources[index])] == .naturalEarth {
      if let country = countries[row.country] { groups.join(country, index) }
    }
  }

  private func place(_ members: [Int]) -> MergedPlace {
    let own = members.filter { PlaceSource.known[Int(sources[$0])] == .supplement }
    let ocha = members.filter { PlaceSource.known[Int(sources[$0])] == .ocha }
    let first = members[0]
    let located = (ocha + members).first { rows[$0].latitude != nil }
    let population = members.map { rows[$0].population }.max() ?? 0
    let plain = members.first { sources[$0] == 0 && rows[$0].name.utf8.allSatisfy { $0 < 0x80 } }
    let named = own.first ?? plain ?? ocha.first { !rows[$0].name.isEmpty } ?? first
    var kind = rows[own.first ?? ocha.first ?? first].kind
    if kind.level == .settlement, own.isEmpty { kind = .settlement(population: population) }
    let direct = members.first { rows[$0].id.hasPrefix("geonames:") }
    let linked = members.first { rows[$0].sameAs.hasPrefix("geonames:") }
    return MergedPlace(
      rows: members, kind: kind, country: rows[first].country,
      latitude: located.flatMap { rows[$0].latitude },
      longitude: located.flatMap { rows[$0].longitude }, population: population,
      idRow: direct ?? linked ?? first,
      idIsLinked: direct == nil && linked != nil,
      pcodeRow: members.first { !rows[$0].pcode.isEmpty } ?? first, nameRow: named,
      shapeRow: (ocha + members).first { !rows[$0].shape.isEmpty },
      zone: members.lazy.map { rows[$0].zone }.first { !$0.isEmpty } ?? "", parent: nil)
  }

  /// Countries and divisions without coordinates get the mean of their settlements.
  private func setCentroids(_ places: inout [MergedPlace]) {
    var sums: [String: (latitude: Double, longitude: Double, count: Double)] = [:]
    for place in places where place.kind.level == .settlement {
      guard let latitude = place.latitude, let longitude = place.longitude else { continue }
      let division = place.rows.lazy.map { rows[$0].division }.first { !$0.isEmpty } ?? ""
      for key in [place.country, place.country + "." + division] {
        let sum = sums[key] ?? (0, 0, 0)
        sums[key] = (sum.latitude + latitude, sum.longitude + longitude, sum.count + 1)
      }
    }
    for index in places.indices where places[index].latitude == nil {
      let place = places[index]
      if let row = place.shapeRow,
        let point = rows[row].shape.withUnsafeBytes({
          ShapeCoding.shape(IndexBytes(bytes: $0)).innerPoint
        })
      {
        places[index].latitude = point.latitude
        places[index].longitude = point.longitude
        continue
      }
      let division = place.rows.lazy.map { rows[$0].division }.first { !$0.isEmpty } ?? ""
      let key: String
      switch place.kind.level {
      case .country: key = place.country
      case .first where !division.isEmpty: key = place.country + "." + division
      default: continue
      }
      guard let sum = sums[key] else { continue }
      places[index].latitude = sum.latitude / sum.count
      places[index].longitude = sum.longitude / sum.count
    }
  }

  /// The parent said by identifier, else the division, else the outline around the place's point, else the country; of
  /// several the narrowest that is wider than the place.
  private func setParents(_ places: inout [MergedPlace]) {
    var byID: [String: Int] = [:]
    var divisions: [String: Int] = [:]
    var countries: [String: Int] = [:]
    for (index, place) in places.enumerated() {
      for row in place.rows {
        for id in [rows[row].id, rows[row].sameAs] where !id.isEmpty { byID[id] = index }
        if place.kind.level == .first, !rows[row].division.isEmpty {
          divisions[place.country + "." + rows[row].division] = index
        }
      }
      if place.kind.level == .country, !place.country.isEmpty, countries[place.country] == nil {
        countries[place.country] = index
      }
    }
    let areas = AreaFinder(places: places, rows: rows)
    for (index, place) in places.enumerated() {
      var choices: [Int] = []
      var said: Int?
      for row in place.rows {
        if let parent = byID[rows[row].parent] {
          choices.append(parent)
          // A part of a city is wider in kind than the city, and still lies in it.
          if PlaceSource.known[Int(sources[row])] == .supplement, parent != index { said = parent }
        }
        if !rows[row].division.isEmpty,
          let division = divisions[place.country + "." + rows[row].division]
        {
          choices.append(division)
        }
      }
      if said == nil, !choices.contains(where: { places[$0].kind < place.kind }) {
        choices += areas.around(index)
        if let area = choices.first, place.country.isEmpty, place.kind.level != .world {
          places[index].country = places[area].country
        }
      }
      if let country = countries[places[index].country] { choices.append(country) }
      let wider = choices.filter { choice in
        places[choice].kind < place.kind
      }
      places[index].parent = said ?? wider.max { places[$0].kind < places[$1].kind }
    }
  }
}

/// Disjoint sets of rows.
struct Groups {
  private var parents: [Int]

  init(count: Int) { parents = Array(0..<count) }

  mutating func root(_ row: Int) -> Int {
    var at = row
    while parents[at] != at {
      parents[at] = parents[parents[at]]
      at = parents[at]
    }
    return at
  }

  /// Joins two sets under the lower root.
  mutating func join(_ a: Int, _ b: Int) {
    let x = root(a)
    let y = root(b)
    parents[max(x, y)] = min(x, y)
  }
}
