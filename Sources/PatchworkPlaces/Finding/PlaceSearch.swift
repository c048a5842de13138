import PatchworkText

/// A place that a name may mean, with how well it fits and why.
public struct PlaceCandidate: Hashable, Sendable {
  /// The place.
  public let place: GazetteerPlace
  /// Fit, higher is better; 1 is an exact name without any other ground.
  public let score: Double
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

  /// The places whose consonants agree.
  func similar(tolerant: Bool) -> [PlaceNumber] {
    var skeleton: [UInt8] = []
    NameSkeleton.append(words, to: &skeleton)
    guard skeleton.count >= 2 else { return [] }
    var out = gazetteer.places(gazetteer.postings(NameKeys.skeleton(skeleton)))
    guard tolerant, skeleton.count >= 4 else { return out }
    for gone in skeleton.indices {
      let shorter = skeleton[..<gone] + skeleton[(gone + 1)...]
      out += gazetteer.places(gazetteer.postings(NameKeys.skeleton(shorter)))
    }
    return out
  }

  /// The places of some countries with a name at least so like the one sought, best first.
  func spelledLike(least: Double, in countries: Set<UInt16>) -> [PlaceNumber] {
    similar(tolerant: false).filter { countries.contains(gazetteer.country($0)) }
      .prefix(Self.cap).map { self.scored($0, isExact: false) }
      .filter { $0.likeness >= least }
      .sorted { ($1.score, $0.number) < ($0.score, $1.number) }
      .map(\.number)
  }

  func ranked(limit: Int) -> [PlaceCandidate] {
    let exact = exact()
    var scored = exact.map { self.scored($0, isExact: true) }
    var seen = Set(exact)
    func add(_ numbers: [PlaceNumber]) {
      for number in numbers where scored.count < Self.cap && seen.insert(number).inserted {
        scored.append(self.scored(number, isExact: false))
      }
    }
    add(similar(tolerant: false))
    if !scored.contains(where: { $0.likeness >= 0.93 }) { add(similar(tolerant: true)) }
    scored.sort { ($1.score, $0.number) < ($0.score, $1.number) }
    return scored.prefix(max(0, limit)).map(candidate)
  }

  private struct Scored {
    var number: PlaceNumber
    var likeness: Double
    var score: Double
    var matched: String
    var isExact: Bool
    var isNear: Bool
  }

  private func scored(_ number: PlaceNumber, isExact: Bool) -> Scored {
    var likeness = isExact ? 1.0 : 0.0
    var matched = ""
    if !isExact {
      gazetteer.forEachName(of: number) { bytes in
        let other = NameSkeleton.regular(FoldedWords(bytes))
        let value = Likeness.jaroWinkler(regular, other)
        if value > likeness {
          likeness = value
          matched = String(decoding: bytes, as: UTF8.self)
        }
      }
      likeness = min(likeness, 1) * 0.985
    }
    let isNear = isNear(number)
    return Scored(
      number: number, likeness: likeness,
      score: likeness + prior(number) + (isNear ? 0.15 : 0), matched: matched, isExact: isExact,
      isNear: isNear)
  }

  /// What speaks for a place before anything is known: people living there, and being a settlement.
  private func prior(_ number: PlaceNumber) -> Double {
    var population = Double(gazetteer.population(number))
    var steps = 0.0
    while population >= 10 {
      population /= 10
      steps += 1
    }
    let kind: Double =
      switch gazetteer.kind(number).level {
      case .settlement: 0.03
      case .country: 0.06
      case .part, .first: 0.01
      case .second, .world: 0
      }
    return steps * 0.008 + kind
  }

  private func isNear(_ number: PlaceNumber) -> Bool {
    guard !region.isEmpty else { return false }
    if region.contains(number) || gazetteer.ancestors(of: number).contains(where: region.contains) {
      return true
    }
    guard let point = gazetteer.coordinates(number) else { return false }
    return points.contains {
      Geodesy.kilometres(($0.latitude, $0.longitude), (point.latitude, point.longitude)) < 20
    }
  }

  private func candidate(_ scored: Scored) -> PlaceCandidate {
    var reason =
      scored.isExact
      ? "exact name" : "spelling \(Self.twoDigits(scored.likeness)) as \(scored.matched)"
    if scored.isNear { reason += ", near \(nearName)" }
    return PlaceCandidate(
      place: gazetteer.place(scored.number), score: scored.score, reason: reason)
  }

  private static func twoDigits(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths / 10 % 10)\(hundredths % 10)"
  }
}
