import PatchworkRecord
import PatchworkText

/// Chooses among namesakes by what the text says, by neighbours, by the report's countries, by population last.
struct PlaceResolution {
  let gazetteer: Gazetteer?
  let words: FoldedWords

  /// The grounds of a choice, from the strongest.
  private enum Ground: Int, CaseIterable {
    case said, kind, neighbours, country, population
  }

  /// What speaks for a candidate, by ground.
  private struct Weights {
    var number: PlaceNumber
    var byGround = [Double](repeating: 0, count: Ground.allCases.count)
    var neighbour: PlaceNumber?
    var container: PlaceNumber?
    var total: Double { byGround.reduce(0, +) }

    subscript(ground: Ground) -> Double {
      get { byGround[ground.rawValue] }
      set { byGround[ground.rawValue] = newValue }
    }
  }

  /// Settlements smaller than this need a recogniser's word or the report's country.
  private static let knownTown = 15_000
  private static let knownCity = 100_000
  private static let farthestNeighbour = 120.0

  /// Resolves the mentions and gives them as places of the record.
  func places(_ mentions: inout [PlaceMention], in text: String) -> [Place] {
    guard let gazetteer else { return mentions.map { unresolved($0, text) } }
    let votes = countryVotes(mentions, gazetteer)
    let supported = Set(votes.filter { $0.value >= 0.15 }.keys)
    spell(&mentions, supported, text, gazetteer)
    let kept = mentions.indices.filter { isKept(mentions[$0], supported, gazetteer) }
    let anchors = anchors(mentions, kept, votes, gazetteer)
    var chosen: [UInt64: Weights] = [:]
    for index in kept where !mentions[index].candidates.isEmpty {
      let key = key(mentions[index])
      let best = best(index, mentions, votes, anchors, gazetteer)
      if let before = chosen[key], before.total >= best.total { continue }
      chosen[key] = best
    }
    return kept.map { index in
      let mention = mentions[index]
      guard let weights = chosen[key(mention)] else { return unresolved(mention, text) }
      return place(
        mention, weights, rule(mention, weights, mentions, votes, anchors, gazetteer), text,
        gazetteer)
    }
  }

  /// One name in one report means one place, save that a country's people and border keep apart.
  private func key(_ mention: PlaceMention) -> UInt64 {
    var run = mention.words
    if mention.direction != nil, !mention.isDirectionInName {
      run = (run.lowerBound + 1)..<run.upperBound
    }
    return NameKeys.hash(words, run, .name) &+ (mention.sort == .name ? 0 : 1)
      &+ UInt64(mention.level?.rawValue ?? 0) << 32
  }

  // MARK: The report's countries

  /// Share of each country in what the report certainly mentions.
  private func countryVotes(_ mentions: [PlaceMention], _ gazetteer: Gazetteer) -> [UInt16: Double]
  {
    var votes: [UInt16: Double] = [:]
    var seen: [UInt64: Int] = [:]
    var sum = 0.0
    for mention in mentions {
      let countries = Set(mention.candidates.map(gazetteer.country))
      guard let first = mention.candidates.max(by: { prior($0, gazetteer) < prior($1, gazetteer) })
      else { continue }
      let rest = mention.candidates.filter { gazetteer.country($0) != gazetteer.country(first) }
      let margin = prior(first, gazetteer) - (rest.map { prior($0, gazetteer) }.max() ?? 0)
      guard countries.count == 1 || margin >= 1.2 else { continue }
      let country = gazetteer.country(first)
      guard country != 0 else { continue }
      let times = seen[key(mention), default: 0]
      seen[key(mention)] = times + 1
      let isWhole = gazetteer.kind(first).level == .country
      let weight = (isWhole ? 0.5 : 1.0) * (times == 0 ? 1 : 0.3) * (mention.isRecognised ? 1 : 0.6)
      votes[country, default: 0] += weight
      sum += weight
    }
    return sum > 0 ? votes.mapValues { $0 / sum } : [:]
  }

  /// A candidate's weight before the report is known, about 0 to 6.
  private func prior(_ number: PlaceNumber, _ gazetteer: Gazetteer) -> Double {
    var population = Double(gazetteer.population(number))
    var magnitude = 0.0
    while population >= 10 {
      population /= 10
      magnitude += 1
    }
    magnitude += population / 10
    switch gazetteer.kind(number).level {
    case .country: return 6 + magnitude * 0.1
    case .world: return 5
    case .first: return max(2.2, magnitude * 0.45)
    case .second: return gazetteer.kind(number) == .area ? 2.6 : max(0.8, magnitude * 0.3)
    case .settlement: return magnitude * 0.6
    case .part: return 1.2
    }
  }

  // MARK: What stays

  /// Names that only the gazetteer knows stay when they are main names of known towns or wider places, or of
  /// places in the report's countries.
  private func isKept(
    _ mention: PlaceMention, _ supported: Set<UInt16>, _ gazetteer: Gazetteer
  ) -> Bool {
    if mention.isRecognised { return true }
    let known = mention.words.count > 1 ? Self.knownTown : Self.knownCity
    return mention.candidates.contains { number in
      guard !mention.alternates.contains(number) else {
        return supported.contains(gazetteer.country(number))
          && gazetteer.population(number) >= Self.knownTown
      }
      let kind = gazetteer.kind(number)
      return kind.level.rawValue <= PlaceKind.Level.first.rawValue || kind == .area
        || gazetteer.population(number) >= known || supported.contains(gazetteer.country(number))
    }
  }

  /// A recognised name that no place bears may be another spelling of one in the report's countries.
  private func spell(
    _ mentions: inout [PlaceMention], _ supported: Set<UInt16>, _ text: String,
    _ gazetteer: Gazetteer
  ) {
    let romanised = supported.filter { RomanisedCountries.has(IndexCountry.text($0)) }
    for index in mentions.indices {
      let mention = mentions[index]
      guard mention.candidates.isEmpty, mention.isRecognised, mention.sort == .name,
        mention.span.length >= 5, !romanised.isEmpty
      else { continue }
      let search = PlaceSearch(
        gazetteer: gazetteer, words: FoldedWords(folding: text[mention.span]))
      let similar = search.spelledLike(least: 0.94, in: romanised).filter {
        // A village spelled almost so is another village as likely as not.
        gazetteer.population($0) >= Self.knownTown
      }
      if !similar.isEmpty {
        mentions[index].candidates = similar
        mentions[index].isFuzzy = true
      }
    }
  }

  // MARK: Neighbours

  private struct Anchor {
    var key: UInt64
    var number: PlaceNumber
    var point: (Double, Double)
  }

  /// Places below the countries that the report certainly mentions.
  private func anchors(
    _ mentions: [PlaceMention], _ kept: [Int], _ votes: [UInt16: Double], _ gazetteer: Gazetteer
  ) -> [Anchor] {
    var out: [Anchor] = []
    for index in kept where mentions[index].sort == .name && !mentions[index].isFuzzy {
      let candidates = mentions[index].candidates
      let sorted = candidates.sorted { prior($0, gazetteer) > prior($1, gazetteer) }
      guard let first = sorted.first,
        gazetteer.kind(first).level.rawValue >= PlaceKind.Level.first.rawValue,
        let point = gazetteer.coordinates(first)
      else { continue }
      let second = sorted.dropFirst().first { gazetteer.kind($0).level == .settlement }
      let isSure = second.map { prior(first, gazetteer) - prior($0, gazetteer) >= 1.2 } ?? true
      let key = key(mentions[index])
      if isSure, !out.contains(where: { $0.key == key }) {
        out.append(Anchor(key: key, number: first, point: point))
      }
    }
    return out
  }

  // MARK: Choosing

  private func best(
    _ index: Int, _ mentions: [PlaceMention], _ votes: [UInt16: Double], _ anchors: [Anchor],
    _ gazetteer: Gazetteer
  ) -> Weights {
    let weighed = mentions[index].candidates.map {
      weigh($0, index, mentions, votes, anchors, gazetteer)
    }
    // A mention with candidates has a best one.
    return weighed.max { ($0.total, $1.number) < ($1.total, $0.number) }
      ?? Weights(number: PlaceNumber(value: 0))
  }

  private func weigh(
    _ number: PlaceNumber, _ index: Int, _ mentions: [PlaceMention], _ votes: [UInt16: Double],
    _ anchors: [Anchor], _ gazetteer: Gazetteer
  ) -> Weights {
    let mention = mentions[index]
    var weights = Weights(number: number)
    weights[.population] =
      prior(number, gazetteer) - (mention.alternates.contains(number) ? 0.8 : 0)
    if gazetteer.kind(number).level == .first,
      !mention.candidates.contains(where: { isWithin($0, number, gazetteer) })
    {
      // "California" is the state; "Aleppo" is the city that its governorate is named for.
      weights[.population] = max(weights[.population], 3.4)
    }
    weights[.country] = 4 * (votes[gazetteer.country(number)] ?? 0)
    let level = gazetteer.kind(number).level
    if let said = mention.level {
      weights[.kind] =
        said == level
        ? 3
        : said == .part && level == .settlement
          ? 1 : said == .first && level == .second ? 0.5 : -0.5
    }
    if let container = mention.container {
      let wider = gazetteer.ancestors(of: number)
      for outer in mentions[container].candidates where outer != number {
        let isWithin = wider.contains(outer)
        let isBy =
          !isWithin && gazetteer.kind(outer).level == .settlement
          && kilometres(number, outer, gazetteer) < 40
        if isWithin || isBy {
          weights[.said] = max(weights[.said], isWithin ? 4 : 3)
          weights.container = outer
        }
      }
    }
    if level.rawValue >= PlaceKind.Level.second.rawValue, let point = gazetteer.coordinates(number)
    {
      var nearest = Self.farthestNeighbour
      let own = key(mention)
      for anchor in anchors where anchor.key != own && anchor.number != number {
        let distance = Geodesy.kilometres(point, anchor.point)
        if distance < nearest {
          nearest = distance
          weights.neighbour = anchor.number
        }
      }
      weights[.neighbours] = 2.5 * (1 - nearest / Self.farthestNeighbour)
    }
    return weights
  }

  private func isWithin(_ number: PlaceNumber, _ wider: PlaceNumber, _ gazetteer: Gazetteer) -> Bool
  {
    number != wider && gazetteer.ancestors(of: number).contains(wider)
  }

  private func kilometres(_ a: PlaceNumber, _ b: PlaceNumber, _ gazetteer: Gazetteer) -> Double {
    guard let x = gazetteer.coordinates(a), let y = gazetteer.coordinates(b) else {
      return .infinity
    }
    return Geodesy.kilometres(x, y)
  }

  // MARK: Telling

  private func rule(
    _ mention: PlaceMention, _ chosen: Weights, _ mentions: [PlaceMention],
    _ votes: [UInt16: Double],
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
    let ground = Ground.allCases.filter { chosen[$0] > second[$0] }.max {
      chosen[$0] - second[$0] < chosen[$1] - second[$1]
    }
    switch ground {
    case .said:
      return "said: by or within \(chosen.container.map(gazetteer.name) ?? "its wider place")"
    case .kind: return "said: \(gazetteer.kind(chosen.number).word)"
    case .neighbours: return "neighbour: \(chosen.neighbour.map(gazetteer.name) ?? "another place")"
    case .country:
      return "country of the report: \(IndexCountry.text(gazetteer.country(chosen.number)))"
    case .population: return "best known of \(mention.candidates.count) namesakes"
    case nil: return "one of \(mention.candidates.count) namesakes, undecided"
    }
  }

  private func unresolved(_ mention: PlaceMention, _ text: String) -> Place {
    let quote = Quote(mention.span, in: text)
    let isRelative = mention.direction != nil || mention.relation != nil || mention.sort == .border
    return Place(
      quote: quote, name: quote.text, precision: isRelative ? 5 : 6,
      use: mention.sort == .demonym
        ? .demonym : mention.speaks ? .metonym : isRelative ? .relative : .literal,
      rule: mention.sort == .demonym ? "demonym" : "unresolved")
  }

  private func place(
    _ mention: PlaceMention, _ weights: Weights, _ rule: String, _ text: String,
    _ gazetteer: Gazetteer
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
    } else if mention.direction != nil || mention.relation != nil {
      relate(&place, mention, found)
    } else if mention.speaks, found.kind.level != .part, found.kind.level != .world {
      place.use = .metonym
    }
    return place
  }

  /// Near a place, or a part of it: no point where none was said.
  private func relate(_ place: inout Place, _ mention: PlaceMention, _ found: GazetteerPlace) {
    if mention.isDirectionInName, mention.relation == nil {
      // "Eastern Ghouta" is a name, "east Aleppo" a part that the gazetteer happens to know.
      if words.cases[mention.words.lowerBound].contains(.initial) { return }
    }
    place.use = .relative
    let isNarrow =
      found.kind.level.rawValue >= PlaceKind.Level.settlement.rawValue || found.kind == .area
    if let relation = mention.relation {
      place.precision = isNarrow ? 2 : 5
      place.rule += "; \(relation)"
    }
    if let direction = mention.direction, !mention.isDirectionInName {
      place.precision = max(
        place.precision, isNarrow ? 2 : found.kind.level == .country ? 5 : found.kind.precision)
      if found.kind.level == .country, mention.relation == nil { place.precision = 5 }
      place.rule += "; \(direction) part"
    }
    if !isNarrow {
      place.latitude = nil
      place.longitude = nil
    }
  }
}
