import PatchworkRecord
import PatchworkText

/// Chooses among namesakes by what the text says, by neighbours, by the report's countries, by population last.
struct PlaceResolution {
  let gazetteer: Gazetteer?
  let lists: PlaceWords
  let words: FoldedWords
  let borders: Borders

  /// The grounds of a choice, from the strongest.
  enum Ground: Int, CaseIterable {
    case said, kind, neighbours, country, population
  }

  /// What speaks for a candidate, by ground.
  struct Weights {
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
  static let knownTown = 15_000
  static let knownCity = 100_000
  /// A city of so many people is known everywhere, beside namesakes of so many times fewer.
  static let metropolis = 500_000
  static let outshining = 100
  /// The prior of a town of our own table: that of a town of 10,000.
  static let newsworthy = 2.46
  static let farthestNeighbour = 120.0
  /// Nothing so far off, in km, is near.
  static let farthestNear = 200.0
  /// A town told as "near" another, or of it, lies within so many km.
  static let nearby = 40.0

  /// Resolves the mentions and gives them as places of the record.
  func places(_ mentions: inout [PlaceMention], in text: String) -> [Place] {
    guard let gazetteer else { return mentions.map { unresolved($0, text) } }
    let votes = countryVotes(mentions, gazetteer)
    let supported = Set(votes.shares.filter { $0.value >= 0.15 }.keys)
    spell(&mentions, supported, text, gazetteer)
    settleDoubts(&mentions)
    let kept = mentions.indices.filter { isKept(mentions[$0], supported, gazetteer) }
    dropFarAlternates(&mentions, kept, supported, gazetteer)
    dropNamedParts(&mentions, kept, gazetteer)
    let anchors = anchors(mentions, kept, votes, gazetteer)
    var chosen: [UInt64: Weights] = [:]
    for index in kept where !mentions[index].candidates.isEmpty {
      let key = key(mentions[index])
      let best = best(index, mentions, votes, anchors, gazetteer)
      if let before = chosen[key], before.total >= best.total { continue }
      chosen[key] = best
    }
    let places = kept.map { index in
      let mention = mentions[index]
      guard let weights = chosen[key(mention)],
        !contradicts(weights, mention, mentions, chosen, gazetteer)
      else { return unresolved(mention, text) }
      return place(
        mention, weights, rule(mention, weights, mentions, votes, anchors, gazetteer), text,
        votes, gazetteer)
    }
    return withPlacesBetween(places, kept.map { mentions[$0] }, text, gazetteer)
  }

  /// One name in one report means one place, save that a country's people and border keep apart.
  func key(_ mention: PlaceMention) -> UInt64 {
    var run = mention.words
    if mention.direction != nil, !mention.isDirectionInName {
      run = (run.lowerBound + 1)..<run.upperBound
    }
    return NameKeys.hash(words, run, .name) &+ (mention.sort == .name ? 0 : 1)
      &+ UInt64(mention.level?.rawValue ?? 0) << 32
  }

  func best(
    _ index: Int, _ mentions: [PlaceMention], _ votes: Votes, _ anchors: [Anchor],
    _ gazetteer: Gazetteer
  ) -> Weights {
    let weighed = mentions[index].candidates.map {
      weigh($0, index, mentions, votes, anchors, gazetteer)
    }
    // A mention with candidates has a best one.
    return weighed.max { ($0.total, $1.number) < ($1.total, $0.number) }
      ?? Weights(number: PlaceNumber(value: 0))
  }

  func weigh(
    _ number: PlaceNumber, _ index: Int, _ mentions: [PlaceMention], _ votes: Votes,
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
    weights[.country] =
      (isOutshone(number, mention, gazetteer) ? 1 : 4)
      * (mention.candidates.count > 1
        ? votes.share(of: gazetteer.country(number), without: key(mention)) : 0)
    let level = gazetteer.kind(number).level
    if let said = mention.level {
      weights[.kind] =
        said == level
        ? 3
        : said == .part && level == .settlement
          ? 1 : said == .first && level == .second ? 0.5 : -0.5
    }
    if let container = mention.container,
      !mention.isListed || !mayBeCity(mentions[container], gazetteer)
    {
      let wider = gazetteer.ancestors(of: number)
      for outer in mentions[container].candidates where outer != number {
        let isWithin = wider.contains(outer)
        let isBy =
          !isWithin && gazetteer.kind(outer).level == .settlement
          && kilometres(number, outer, gazetteer) < Self.nearby
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

  /// Whether a namesake is so much better known that the report's country alone does not make this one meant: a report of the
  /// United States that names London means no town of Ohio, and one that names England no village of Arkansas.
  private func isOutshone(
    _ number: PlaceNumber, _ mention: PlaceMention, _ gazetteer: Gazetteer
  ) -> Bool {
    let level = gazetteer.kind(number).level
    guard level == .settlement || level == .part, !gazetteer.isSupplemented(number) else {
      return false
    }
    let people = gazetteer.population(number)
    return mention.candidates.contains { other in
      guard other != number else { return false }
      if gazetteer.kind(other).level == .first {
        return people < Self.knownTown && !mention.alternates.contains(other)
      }
      let known = gazetteer.population(other)
      return gazetteer.kind(other).level == .settlement && known >= Self.metropolis
        && known / Self.outshining >= people
    }
  }

  private func mayBeCity(_ mention: PlaceMention, _ gazetteer: Gazetteer) -> Bool {
    mention.candidates.contains {
      gazetteer.kind($0).level == .settlement && gazetteer.population($0) >= Self.knownCity
    }
  }

  func isWithin(_ number: PlaceNumber, _ wider: PlaceNumber, _ gazetteer: Gazetteer) -> Bool {
    number != wider && gazetteer.ancestors(of: number).contains(wider)
  }

  func kilometres(_ a: PlaceNumber, _ b: PlaceNumber, _ gazetteer: Gazetteer) -> Double {
    guard let x = gazetteer.coordinates(a), let y = gazetteer.coordinates(b) else {
      return .infinity
    }
    return Geodesy.kilometres(x, y)
  }
}
