import PatchworkText

extension PlaceResolution {
  /// What the mentions of a report say of the countries that it is about.
  struct Votes {
    /// Weight of each country, by the name that gave it.
    private(set) var byName: [UInt64: (country: UInt16, weight: Double)] = [:]
    private(set) var byCountry: [UInt16: Double] = [:]
    private(set) var sum = 0.0

    mutating func add(_ weight: Double, for country: UInt16, by name: UInt64) {
      byName[name] = (country, (byName[name]?.weight ?? 0) + weight)
      byCountry[country, default: 0] += weight
      sum += weight
    }

    /// The share of each country in all votes.
    var shares: [UInt16: Double] { sum > 0 ? byCountry.mapValues { $0 / sum } : [:] }

    /// The share of a country in the votes of all names but one: no name vouches for itself.
    func share(of country: UInt16, without name: UInt64) -> Double {
      let own = byName[name]
      let rest = sum - (own?.weight ?? 0)
      guard rest > 1e-9 else { return 0 }
      let given = (byCountry[country] ?? 0) - (own?.country == country ? own?.weight ?? 0 : 0)
      return max(0, given / rest)
    }
  }

  /// Share of each country in what the report certainly mentions.
  func countryVotes(_ mentions: [PlaceMention], _ gazetteer: Gazetteer) -> Votes {
    var votes = Votes()
    var seen: [UInt64: Int] = [:]
    for mention in mentions where !mention.isDoubted {
      let countries = Set(mention.candidates.map(gazetteer.country))
      guard let first = mention.candidates.max(by: { prior($0, gazetteer) < prior($1, gazetteer) })
      else { continue }
      let rest = mention.candidates.filter { gazetteer.country($0) != gazetteer.country(first) }
      let margin = prior(first, gazetteer) - (rest.map { prior($0, gazetteer) }.max() ?? 0)
      guard countries.count == 1 || margin >= 1.2 else { continue }
      let country = gazetteer.country(first)
      guard country != 0 else { continue }
      let key = key(mention)
      let times = seen[key, default: 0]
      seen[key] = times + 1
      let isWhole = gazetteer.kind(first).level == .country
      let weight = (isWhole ? 0.5 : 1.0) * (times == 0 ? 1 : 0.3) * (mention.isRecognised ? 1 : 0.6)
      votes.add(weight, for: country, by: key)
    }
    return votes
  }

  /// A candidate's weight before the report is known, about 0 to 6.
  func prior(_ number: PlaceNumber, _ gazetteer: Gazetteer) -> Double {
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
    case .second where gazetteer.kind(number) == .area: return 2.6
    case .second:
      // Our own table names divisions that reports name without saying what they are ("Kent").
      return max(0.8, magnitude * 0.3)
        + (gazetteer.isSupplemented(number) ? Self.newsworthy - 0.8 : 0)
    case .settlement:
      // Our own table names towns that wars made known, whatever their size.
      return max(magnitude * 0.6, gazetteer.isSupplemented(number) ? Self.newsworthy : 0)
    case .part: return 1.2
    }
  }

  /// What one sentence makes certain, another does not make doubtful: a name taken for a person is a place where the
  /// same name is told as one elsewhere in the report.
  func settleDoubts(_ mentions: inout [PlaceMention]) {
    let certain = Set(
      mentions.lazy.filter {
        $0.isRecognised && !$0.isDoubted && $0.sort == .name && !$0.candidates.isEmpty
      }
      .map(key))
    for index in mentions.indices where mentions[index].isDoubted && !mentions[index].speaks {
      if certain.contains(key(mentions[index])) || mentions[index].level != nil {
        mentions[index].isDoubted = false
      }
    }
  }

  /// Names that only the gazetteer knows stay when they are main names of known towns or wider places, or of
  /// places in the report's countries.
  func isKept(
    _ mention: PlaceMention, _ supported: Set<UInt16>, _ gazetteer: Gazetteer
  ) -> Bool {
    if mention.isRecognised { return true }
    let isInReport = mention.candidates.contains { number in
      !mention.alternates.contains(number) && supported.contains(gazetteer.country(number))
    }
    switch mention.fit {
    case .sure: return true
    case .likely where isInReport: return true
    default: break
    }
    if mention.isDoubted {
      return mention.candidates.contains { number in
        !mention.alternates.contains(number) && gazetteer.kind(number).level == .settlement
          && gazetteer.population(number) >= Self.knownCity
          && supported.contains(gazetteer.country(number))
      }
    }
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

  /// A name that only its sentence makes a place is no pin on one that bears it as another name in a country that the report
  /// is not about.
  func dropFarAlternates(
    _ mentions: inout [PlaceMention], _ kept: [Int], _ supported: Set<UInt16>,
    _ gazetteer: Gazetteer
  ) {
    for index in kept
    where mentions[index].fit != .unknown && !mentions[index].isRecognised
      && mentions[index].sort == .name
    {
      let alternates = mentions[index].alternates
      mentions[index].candidates.removeAll {
        alternates.contains($0) && !supported.contains(gazetteer.country($0))
          && gazetteer.population($0) < Self.knownTown
      }
    }
  }

  /// "West Wing" is no part of a village called Wing: a capitalised direction makes a name of its own, save before towns that
  /// are known by their parts.
  func dropNamedParts(
    _ mentions: inout [PlaceMention], _ kept: [Int], _ gazetteer: Gazetteer
  ) {
    for index in kept where mentions[index].isDirectionCapital {
      mentions[index].candidates.removeAll {
        gazetteer.kind($0).level == .settlement && gazetteer.population($0) < Self.knownTown
          && !gazetteer.isSupplemented($0)
      }
    }
  }

  /// A recognised name that no place bears may be another spelling of one in the report's countries.
  func spell(
    _ mentions: inout [PlaceMention], _ supported: Set<UInt16>, _ text: String,
    _ gazetteer: Gazetteer
  ) {
    let romanised = supported.filter { RomanisedCountries.has(IndexCountry.text($0)) }
    guard !romanised.isEmpty else { return }
    var known: [UInt64: [PlaceNumber]] = [:]
    for index in mentions.indices {
      let mention = mentions[index]
      guard mention.candidates.isEmpty, mention.isRecognised, mention.sort == .name,
        mention.span.length >= 5
      else { continue }
      let similar: [PlaceNumber]
      if let before = known[key(mention)] {
        similar = before
      } else {
        let search = PlaceSearch(
          gazetteer: gazetteer, words: FoldedWords(folding: text[mention.span]))
        similar = search.spelledLike(least: 0.94, in: romanised).filter {
          // A village spelled almost so is another village as likely as not.
          gazetteer.population($0) >= Self.knownTown
        }
        known[key(mention)] = similar
      }
      if !similar.isEmpty {
        mentions[index].candidates = similar
        mentions[index].isFuzzy = true
      }
    }
  }
}
