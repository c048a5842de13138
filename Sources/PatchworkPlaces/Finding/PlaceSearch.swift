import PatchworkText

/// A place that a name may mean, with how well it fits and why.
public struct PlaceCandidate: Hashable, Sendable {
  /// The place.
  public let place: GazetteerPlace
  /// Fit, higher is better; 1 is an exact name without any other ground.
  public let score: Double
  /// How like the name sought its name is, 1 for an exact name.
  public let likeness: Double
  /// Why it is a candidate ("exact name", "spelling 0.94 as Muadamiyat al-Sham, near Rural Damascus").
  public let reason: String
}

extension Gazetteer {
  /// The places that a name may mean, best first; with `near`, those in or by that place come before others.
  ///
  /// Candidates are gathered by the folded name, by the name without Arabic articles and by the consonant
  /// skeleton, and ranked by likeness, then by nearness, kind and population.
  public func find(_ name: String, near: String? = nil, limit: Int = 5) -> [PlaceCandidate] {
    var search = PlaceSearch(gazetteer: self, words: FoldedWords(folding: name))
    if let near { search.setNear(near) }
    return search.ranked(limit: limit)
  }
}

/// One search for a name.
struct PlaceSearch {
  let gazetteer: Gazetteer
  let words: FoldedWords
  private var region: Set<PlaceNumber> = []
  private var points: [(latitude: Double, longitude: Double)] = []
  private var nearName = ""
  private let regular: [UInt8]

  /// Most candidates that are weighed.
  private static let cap = 256

  init(gazetteer: Gazetteer, words: FoldedWords) {
    self.gazetteer = gazetteer
    self.words = words
    regular = NameSkeleton.regular(words)
  }

  /// Prefers places within or by the place of a name.
  mutating func setNear(_ name: String) {
    let search = PlaceSearch(gazetteer: gazetteer, words: FoldedWords(folding: name))
    let named = search.exact()
    for number in named.isEmpty ? search.ranked(limit: 1).map(\.place.number) : named {
      region.insert(number)
      if let point = gazetteer.coordinates(number) { points.append(point) }
    }
    nearName = name
  }

  /// The places of exactly this name, articles aside.
  func exact() -> [PlaceNumber] {
    guard words.count > 0, words.count <= NameKeys.longest else { return [] }
    let run = 0..<words.count
    var out: [PlaceNumber] = []
    func take(_ hash: UInt64) {
      for number in gazetteer.places(gazetteer.postings(hash)) where !out.contains(number) {
        out.append(number)
      }
    }
    take(NameKeys.hash(words, run, .name))
    take(NameKeys.hash(words, run, .withoutArticle))
    if let short = NameKeys.hashWithoutArticles(words, run, .withoutArticle) { take(short.hash) }
    if let short = NameKeys.hashWithoutArticles(words, run, .name) { take(short.hash) }
    return out
  }

  /// A place with those of its names, by number, whose consonants agree with the name sought.
  private struct Similar {
    var number: PlaceNumber
    var ordinals: [Int]
  }

  /// The places with names whose consonants agree; tolerantly, with one consonant less than the name sought.
  private func similar(tolerant: Bool) -> [Similar] {
    var skeleton: [UInt8] = []
    NameSkeleton.append(words, to: &skeleton)
    guard skeleton.count >= 2 else { return [] }
    var out: [Similar] = []
    func take(_ skeleton: some Sequence<UInt8>) {
      gazetteer.forEachSpelling(gazetteer.postings(NameKeys.skeleton(skeleton))) {
        number, ordinal in
        if out.last?.number == number {
          out[out.count - 1].ordinals.append(ordinal)
        } else {
          out.append(Similar(number: number, ordinals: [ordinal]))
        }
      }
    }
    guard tolerant else {
      take(skeleton)
      return out
    }
    guard skeleton.count >= 4 else { return [] }
    for gone in skeleton.indices { take(skeleton[..<gone] + skeleton[(gone + 1)...]) }
    return out
  }

  /// The places of some countries with a name at least so like the one sought, best first.
  func spelledLike(least: Double, in countries: Set<UInt16>) -> [PlaceNumber] {
    var scratch = Scratch()
    return similar(tolerant: false).filter { countries.contains(gazetteer.country($0.number)) }
      .prefix(Self.cap).map { self.scored($0.number, spellings: $0.ordinals, &scratch) }
      .filter { $0.likeness >= least }
      .sorted { ($1.score, $0.number) < ($0.score, $1.number) }
      .map(\.number)
  }

  func ranked(limit: Int) -> [PlaceCandidate] {
    let exact = exact()
    var scratch = Scratch()
    var scored = exact.map { self.scored($0, spellings: nil, &scratch) }
    var seen = Set(exact)
    func add(_ similar: [Similar]) {
      for place in similar where scored.count < Self.cap && seen.insert(place.number).inserted {
        scored.append(self.scored(place.number, spellings: place.ordinals, &scratch))
      }
    }
    add(similar(tolerant: false))
    addSeats(&scored, &seen, &scratch)
    if !scored.contains(where: { $0.likeness >= 0.93 }) { add(similar(tolerant: true)) }
    scored.sort { ($1.score, $0.number) < ($0.score, $1.number) }
    preferSeats(&scored, first: max(limit, Self.seats))
    return scored.prefix(max(0, limit)).map(candidate)
  }

  /// Wider places around a place, at most.
  private static let deepest = 8
  /// Of the best so many, seats of divisions are looked for.
  private static let seats = 16
  /// What being the seat of a division adds: less than a spelling that is plainly nearer, more than a tenfold population.
  private static let seat = 0.02

  /// Brings seats of divisions before villages of the same name.
  private func preferSeats(_ scored: inout [Scored], first count: Int) {
    for index in scored.indices.prefix(count) where isSeat(scored[index].number) {
      scored[index].score += Self.seat
      scored[index].isSeat = true
    }
    scored.sort { ($1.score, $0.number) < ($0.score, $1.number) }
  }

  /// Whether a settlement bears the main name of a division that it lies in.
  private func isSeat(_ number: PlaceNumber) -> Bool {
    guard gazetteer.kind(number).level == .settlement else { return false }
    let name = gazetteer.nameBytes(number)
    var at = number
    // A damaged index may lead in a circle.
    for _ in 0..<Self.deepest {
      guard let wider = gazetteer.parent(of: at) else { return false }
      let level = gazetteer.kind(wider).level
      if level == .first || level == .second, gazetteer.nameBytes(wider).elementsEqual(name) {
        return true
      }
      at = wider
    }
    return false
  }

  /// A division spelled so has its seat spelled so: the settlement within it that bears its main name.
  private func addSeats(
    _ scored: inout [Scored], _ seen: inout Set<PlaceNumber>, _ scratch: inout Scratch
  ) {
    for division in scored where division.likeness >= 0.9 {
      let level = gazetteer.kind(division.number).level
      guard level == .first || level == .second else { continue }
      let name = FoldedWords(folding: gazetteer.name(division.number))
      for seat in PlaceSearch(gazetteer: gazetteer, words: name).exact()
      where gazetteer.kind(seat).level == .settlement
        && gazetteer.ancestors(of: seat).contains(division.number)
      {
        if let at = scored.firstIndex(where: { $0.number == seat }) {
          guard scored[at].likeness < division.likeness else { continue }
          scored.remove(at: at)
        } else if !seen.insert(seat).inserted {
          continue
        }
        var added = self.scored(seat, spellings: nil, &scratch)
        added.likeness = division.likeness
        added.score += division.likeness - 1
        added.isExact = division.isExact
        added.matched = division.matched
        scored.append(added)
      }
    }
  }

  /// Memory that is used again from name to name.
  private struct Scratch {
    var folded = FoldedWords()
    var form: [UInt8] = []
  }

  private struct Scored {
    var number: PlaceNumber
    var likeness: Double
    var score: Double
    var matched: String
    var isExact: Bool
    var isNear: Bool
    var isSeat = false
  }

  /// Weighs a place by those of its names that may be meant; nil where it bears the name itself.
  private func scored(
    _ number: PlaceNumber, spellings: [Int]?, _ scratch: inout Scratch
  ) -> Scored {
    let isExact = spellings == nil
    var likeness = isExact ? 1.0 : 0.0
    var matched = ""
    if let spellings {
      gazetteer.forEachName(of: number, among: spellings) { bytes in
        scratch.folded.refold(bytes)
        scratch.form.removeAll(keepingCapacity: true)
        NameSkeleton.appendRegular(scratch.folded, to: &scratch.form)
        let shorter = Double(min(regular.count, scratch.form.count))
        let longer = Double(max(regular.count, scratch.form.count, 1))
        // Jaro's likeness cannot exceed this, nor Winkler's by more than its prefix gives.
        let bound = (2 + shorter / longer) / 3
        guard bound + 0.4 * (1 - bound) > likeness else { return }
        let value = Likeness.jaroWinkler(regular, scratch.form)
        if value > likeness {
          likeness = value
          matched = String(decoding: bytes, as: UTF8.self)
        }
      }
      likeness = min(likeness, 1) * 0.975
    }
    let nearness = nearness(number)
    return Scored(
      number: number, likeness: likeness,
      score: likeness + prior(number) + [0, 0.15, 0.19][nearness], matched: matched,
      isExact: isExact,
      isNear: nearness > 0)
  }

  /// What speaks for a place before anything is known: people living there, being a settlement, being in the news.
  private func prior(_ number: PlaceNumber) -> Double {
    let level = gazetteer.kind(number).level
    var population = Double(gazetteer.population(number))
    var steps = 0.0
    while population >= 10, level != .second {
      population /= 10
      steps += 1
    }
    let kind: Double =
      switch level {
      case .settlement: 0.03
      case .country: 0.06
      case .part: 0.02 + partOfTown(number)
      case .first: 0.01
      case .second, .world: 0
      }
    return steps * 0.008 + kind + (gazetteer.isSupplemented(number) ? 0.015 : 0)
  }

  /// Reports name parts of large towns more often than villages of the same name.
  private func partOfTown(_ number: PlaceNumber) -> Double {
    guard let town = gazetteer.parent(of: number) else { return 0 }
    let people = gazetteer.population(town)
    return people >= 100_000 ? 0.02 : people >= 10_000 ? 0.015 : 0
  }

  /// How near a place is to the wanted region: 0 not at all, 1 within a division or close by, 2 within a town.
  private func nearness(_ number: PlaceNumber) -> Int {
    guard !region.isEmpty else { return 0 }
    var isWithin = region.contains(number)
    for wider in gazetteer.ancestors(of: number) where region.contains(wider) {
      if gazetteer.kind(wider).level == .settlement { return 2 }
      isWithin = true
    }
    if isWithin { return 1 }
    guard let point = gazetteer.coordinates(number) else { return 0 }
    let isClose = points.contains {
      Geodesy.kilometres(($0.latitude, $0.longitude), (point.latitude, point.longitude)) < 20
    }
    return isClose ? 1 : 0
  }

  private func candidate(_ scored: Scored) -> PlaceCandidate {
    var reason =
      scored.isExact
      ? "exact name" : "spelling \(Self.twoDigits(scored.likeness)) as \(scored.matched)"
    if scored.isSeat { reason += ", seat of its division" }
    if scored.isNear { reason += ", near \(nearName)" }
    return PlaceCandidate(
      place: gazetteer.place(scored.number), score: scored.score, likeness: scored.likeness,
      reason: reason)
  }

  private static func twoDigits(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }
}
