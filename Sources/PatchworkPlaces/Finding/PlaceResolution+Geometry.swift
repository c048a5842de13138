import PatchworkRecord
import PatchworkText

/// Where relative places are: from the place that they are told by, its extent, and the words.
extension PlaceResolution {
  /// People on a square km of built-up ground where nothing else tells how far a town reaches; Syrian and Iraqi towns have
  /// between 3,000 and 12,000.
  private static let density = 5000.0
  /// Places are looked at to tell how far a wider place reaches; of more, every nth.
  private static let mostMembers = 500
  /// Members that a side of a place must have to be told by them.
  private static let fewestOnSide = 3
  /// How far a named area ("Ghouta", "Qalamoun") reaches where no places are listed in it, in km.
  private static let areaReach = 10.0

  /// The middle and radius of what a mention tells by way of a place, nil where too little is known of that place.
  func geometry(
    of mention: PlaceMention, by number: PlaceNumber, _ gazetteer: Gazetteer
  ) -> RelativeGeometry? {
    guard let point = gazetteer.point(of: number) else { return nil }
    var base = extent(of: number, gazetteer).map { RelativeGeometry(middle: point, radius: $0) }
    let part = mention.isDirectionInName ? nil : mention.direction.flatMap { lists.bearings[$0] }
    if let part { base = side(of: number, to: part, gazetteer) }
    guard let base else { return nil }
    guard let relation = mention.relation else {
      // "central Aleppo", "rural Damascus": somewhere in it.
      return base
    }
    let kind = gazetteer.kind(number)
    if kind.level.rawValue < PlaceKind.Level.settlement.rawValue, kind != .area, part == nil {
      // "the north of the province" is inside it. What lies by it lies by an edge that is not known.
      guard relation.kilometres == nil, let bearing = relation.bearing else { return nil }
      return side(of: number, to: bearing, gazetteer)
    }
    if let kilometres = relation.kilometres {
      return relation.isLimit
        ? .around(base.middle, reach: base.radius, within: kilometres)
        : .away(
          from: base.middle, reach: base.radius, kilometres: kilometres, bearing: relation.bearing)
    }
    guard let bearing = relation.bearing else {
      return .around(base.middle, reach: base.radius, within: relation.reach)
    }
    return .side(of: base.middle, reach: base.radius + relation.reach, bearing: bearing)
  }

  /// How far a place reaches from its point, in km; nil where neither people nor places in it tell.
  func extent(of number: PlaceNumber, _ gazetteer: Gazetteer) -> Double? {
    let kind = gazetteer.kind(number)
    if kind.level.rawValue >= PlaceKind.Level.settlement.rawValue {
      let people = Double(max(gazetteer.population(number), 1))
      return max(1, (people / (Self.density * .pi)).squareRoot())
    }
    guard let point = gazetteer.point(of: number) else { return nil }
    if let box = gazetteer.box(of: number), kind.level != .country {
      return max(1, box.farthest(from: point))
    }
    let members = members(of: number, gazetteer)
    if members.isEmpty { return kind == .area ? Self.areaReach : lists.reaches[kind.word] }
    return members.map {
      Geodesy.kilometres((point.latitude, point.longitude), ($0.latitude, $0.longitude))
    }.max().map { max(1, $0) }
  }

  /// The side of a place: by the places on that side, else by how far it reaches.
  private func side(
    of number: PlaceNumber, to bearing: Double, _ gazetteer: Gazetteer
  ) -> RelativeGeometry? {
    guard let point = gazetteer.point(of: number) else { return nil }
    let isTown = gazetteer.kind(number).level == .settlement
    let onSide = members(of: number, gazetteer).filter {
      guard $0 != point else { return false }
      let turn = abs(Geodesy.bearing(from: point, to: $0) - bearing)
      return min(turn, 360 - turn) <= 60
    }
    if onSide.count >= Self.fewestOnSide {
      return .holding(onSide, margin: isTown ? 1 : 10)
    }
    return extent(of: number, gazetteer).map { .side(of: point, reach: $0, bearing: bearing) }
  }

  private func members(of number: PlaceNumber, _ gazetteer: Gazetteer) -> [GeoPoint] {
    let all = gazetteer.narrower(than: number)
    let step = max(1, all.count / Self.mostMembers)
    return stride(from: 0, to: all.count, by: step).compactMap { gazetteer.point(of: all[$0]) }
  }

  /// Gives a border the stretch that the report's country shares with the one that it is named for.
  func lieAlongBorder(
    _ place: inout Place, _ number: PlaceNumber, beyond: PlaceNumber?, _ votes: Votes,
    _ gazetteer: Gazetteer
  ) {
    let country = gazetteer.country(number)
    let voted = votes.byCountry.filter { $0.key != country }.max {
      ($0.value, $1.key) < ($1.value, $0.key)
    }
    guard let other = beyond.map(gazetteer.country) ?? voted?.key,
      let border = borders.border(country, other, gazetteer),
      let neighbour = gazetteer.country(code: IndexCountry.text(other))
    else { return }
    place.latitude = Self.fiveDigits(border.middle.latitude)
    place.longitude = Self.fiveDigits(border.middle.longitude)
    place.radius = Self.rounded(border.radius)
    place.within.append(gazetteer.id(neighbour))
    place.rule +=
      " with \(gazetteer.name(neighbour))" + (beyond == nil ? ", the report's country" : "")
  }

  /// Adds the places told as lying between two others, each before the two.
  func withPlacesBetween(
    _ places: [Place], _ mentions: [PlaceMention], _ text: String, _ gazetteer: Gazetteer
  ) -> [Place] {
    var out: [Place] = []
    for (index, place) in places.enumerated() {
      if index + 1 < places.count,
        let between = between(place, places[index + 1], mentions[index], mentions[index + 1], text)
      {
        out.append(between)
      }
      out.append(place)
    }
    return out
  }

  /// "on the road between Hama and Homs": neither town, but the ground between.
  private func between(
    _ first: Place, _ second: Place, _ a: PlaceMention, _ b: PlaceMention, _ text: String
  ) -> Place? {
    guard first.use == .literal, second.use == .literal, first.precision <= 3,
      second.precision <= 3, a.words.upperBound + 1 == b.words.lowerBound,
      word(a.words.upperBound) == "and",
      let north = first.latitude, let east = first.longitude, let otherNorth = second.latitude,
      let otherEast = second.longitude, first.id != second.id
    else { return nil }
    var at = a.words.lowerBound - 1
    while at > 0, ["the", "towns", "cities", "villages", "of"].contains(word(at)) { at -= 1 }
    guard at > 0, word(at) == "between",
      (max(0, at - 3)..<at).contains(where: { lists.betweenWords.contains(word($0)) })
    else { return nil }
    let geometry = RelativeGeometry.between(
      GeoPoint(latitude: north, longitude: east),
      GeoPoint(latitude: otherNorth, longitude: otherEast))
    let quote = Quote(Span(words.spans[at].start, b.span.end), in: text)
    return Place(
      quote: quote, name: quote.text, latitude: Self.fiveDigits(geometry.middle.latitude),
      longitude: Self.fiveDigits(geometry.middle.longitude),
      radius: Self.rounded(geometry.radius), precision: 5, use: .relative,
      within: first.within.filter(second.within.contains), candidates: 1,
      rule: "between \(first.name) and \(second.name)")
  }

  func word(_ index: Int) -> String {
    index >= 0 && index < words.count
      ? String(decoding: words.bytes[words.range(index)], as: UTF8.self) : ""
  }

  /// About a metre.
  static func fiveDigits(_ degrees: Double) -> Double { (degrees * 1e5).rounded() / 1e5 }

  /// Upwards to the next half km.
  static func rounded(_ kilometres: Double?) -> Double? {
    kilometres.map { ($0 * 2).rounded(.up) / 2 }
  }
}
