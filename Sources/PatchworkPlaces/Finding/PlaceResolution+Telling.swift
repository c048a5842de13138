import PatchworkRecord
import PatchworkText

extension PlaceResolution {
  func rule(
    _ mention: PlaceMention, _ chosen: Weights, _ mentions: [PlaceMention],
    _ votes: Votes,
    _ anchors: [Anchor], _ gazetteer: Gazetteer
  ) -> String {
    if mention.sort == .demonym { return "demonym" }
    if mention.isFuzzy { return "spelling: like \(gazetteer.name(chosen.number))" }
    if mention.candidates.count == 1 { return "only one of its name" }
    guard let index = mentions.firstIndex(where: { $0.span == mention.span }) else {
      return "namesakes"
    }
    let others = mention.candidates.filter { $0 != chosen.number }
      .map { weigh($0, index, mentions, votes, anchors, gazetteer) }
    guard let second = others.max(by: { $0.total < $1.total }) else {
      return "only one of its name"
    }
    if let decided = decided(chosen, over: second, mention, gazetteer) { return decided }
    // Nothing tells it from a namesake of its country; say what told it from those of others.
    let country = gazetteer.country(chosen.number)
    let undecided = others.filter { $0.total == second.total }.count + 1
    let abroad = others.filter { gazetteer.country($0.number) != country }
      .max { $0.total < $1.total }
    if let abroad, let decided = decided(chosen, over: abroad, mention, gazetteer) {
      return decided + "; one of \(undecided) there, undecided"
    }
    return "one of \(mention.candidates.count) namesakes, undecided"
  }

  /// The ground that speaks most for one namesake over another, in words; nil where none does.
  ///
  /// What the report says comes before how well known a place is wherever it alone turns the choice, and stands beside it where
  /// it agrees.
  private func decided(
    _ chosen: Weights, over second: Weights, _ mention: PlaceMention, _ gazetteer: Gazetteer
  ) -> String? {
    func lead(_ ground: Ground) -> Double { chosen[ground] - second[ground] }
    let speaking = Ground.allCases.filter { lead($0) > 0 }
    let turning = speaking.filter {
      $0 != .population && chosen.total - second.total <= lead($0)
    }
    guard let most = (turning.isEmpty ? speaking : turning).max(by: { lead($0) < lead($1) }) else {
      return nil
    }
    let told = reason(of: most, chosen, mention, gazetteer)
    guard most == .population, speaking.contains(.neighbours) else { return told }
    return told + "; " + reason(of: .neighbours, chosen, mention, gazetteer)
  }

  private func reason(
    of ground: Ground, _ chosen: Weights, _ mention: PlaceMention, _ gazetteer: Gazetteer
  ) -> String {
    switch ground {
    case .said:
      "said: by or within \(chosen.container.map(gazetteer.name) ?? "its wider place")"
    case .kind: "said: \(gazetteer.kind(chosen.number).word)"
    case .neighbours: "neighbour: \(chosen.neighbour.map(gazetteer.name) ?? "another place")"
    case .country:
      "country of the report: \(IndexCountry.text(gazetteer.country(chosen.number)))"
    case .population: "best known of \(mention.candidates.count) namesakes"
    }
  }

  func unresolved(_ mention: PlaceMention, _ text: String) -> Place {
    let quote = Quote(mention.span, in: text)
    let isRelative = mention.direction != nil || mention.relation != nil || mention.sort == .border
    return Place(
      quote: quote, name: quote.text, precision: isRelative ? 5 : 6,
      use: mention.sort == .demonym
        ? .demonym : mention.speaks ? .metonym : isRelative ? .relative : .literal,
      rule: mention.sort == .demonym ? "demonym" : "unresolved")
  }

  func place(
    _ mention: PlaceMention, _ weights: Weights, _ rule: String, _ text: String,
    _ votes: Votes, _ gazetteer: Gazetteer
  ) -> Place {
    let found = gazetteer.place(weights.number)
    var place = Place(
      quote: Quote(mention.span, in: text), id: found.id, pcode: found.pcode, name: found.name,
      kind: found.kind.word, latitude: found.latitude, longitude: found.longitude,
      precision: found.kind.precision,
      within: gazetteer.ancestors(of: weights.number).map(gazetteer.id),
      candidates: mention.candidates.count, rule: rule)
    if mention.sort == .demonym {
      place.use = .demonym
    } else if mention.sort == .border {
      place = Place(
        quote: place.quote, name: place.quote.text, kind: "border", precision: 5, use: .relative,
        within: [found.id], candidates: 1, rule: "border of \(found.name)")
      lieAlongBorder(&place, weights.number, beyond: mention.beyond, votes, gazetteer)
    } else if tellDivision(&place, mention, found, weights, text, gazetteer) {
      return place
    } else if mention.direction != nil || mention.relation != nil {
      relate(&place, mention, found, gazetteer)
    } else if mention.speaks, found.kind.level != .part, found.kind.level != .world {
      place.use = .metonym
    }
    if place.use == .literal || place.use == .metonym, place.precision > 1,
      found.kind.level != .country, found.kind.level != .world
    {
      place.radius = Self.rounded(extent(of: weights.number, gazetteer))
    }
    return place
  }

  /// Near a place, or a part of it: no point where none was said.
  func relate(
    _ place: inout Place, _ mention: PlaceMention, _ found: GazetteerPlace, _ gazetteer: Gazetteer
  ) {
    if mention.isDirectionInName, mention.relation == nil {
      // "Eastern Ghouta" is a name, "east Aleppo" a part that the gazetteer happens to know.
      if words.cases[mention.words.lowerBound].contains(.initial) { return }
    }
    place.use = .relative
    let isNarrow =
      found.kind.level.rawValue >= PlaceKind.Level.settlement.rawValue || found.kind == .area
    if let relation = mention.relation {
      place.precision = isNarrow ? 2 : 5
      place.rule += "; \(relation.words)"
    }
    if let direction = mention.direction, !mention.isDirectionInName {
      place.precision = max(
        place.precision, isNarrow ? 2 : found.kind.level == .country ? 5 : found.kind.precision)
      if found.kind.level == .country, mention.relation == nil { place.precision = 5 }
      place.rule += "; \(direction) part"
    }
    let geometry = geometry(of: mention, by: found.number, gazetteer)
    place.latitude = geometry.map { Self.fiveDigits($0.middle.latitude) }
    place.longitude = geometry.map { Self.fiveDigits($0.middle.longitude) }
    place.radius = Self.rounded(geometry?.radius)
    if let geometry, mention.relation?.kilometres != nil {
      place.precision = max(place.precision, geometry.precision)
    }
  }
}
