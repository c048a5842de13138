import PatchworkRecord
public import PatchworkText

/// Brings the accounts of one report together into occurrences.
public struct OccurrenceReader: Sendable {
  private let telling: TellingWords
  private let families: TypeFamilies
  /// The weights that claims are compared by.
  package var weights: LinkingWeights

  /// Claims that are compared with each other at most: a longer report is taken in stretches of so many.
  static let stretch = 256

  /// Makes a reader with the tables that ship with the target.
  public init() throws(LexiconError) { try self.init(weights: LinkingWeights()) }

  /// Makes a reader with weights of its own.
  package init(weights: LinkingWeights) throws(LexiconError) {
    families = try TypeFamilies()
    telling = try TellingWords()
    self.weights = weights
  }

  /// The occurrences of a report in order of first mention; O(accounts) beyond a stretch.
  public func occurrences(of report: LinkedReport) -> [Occurrence] {
    let words = ReportWords(report.text)
    let names =
      report.reading.places.filter { $0.id != nil }.map(\.quote.span)
      + report.reading.times.map(\.quote.span)
    let starts = Set(report.reading.accounts.map(\.sentence.span.start)).sorted()
    let orders = Dictionary(uniqueKeysWithValues: zip(starts, starts.indices))
    let claims = report.reading.accounts.compactMap { account -> Claim? in
      guard let happening = account.happening, Self.isMoment(happening) else { return nil }
      return Claim(
        account, happening, order: orders[account.sentence.span.start] ?? 0, telling, words, names)
    }
    let found = groups(of: claims)
    let attached = attach(report.reading.accounts, to: found) { account in
      telling.words(of: account.content.map(\.span), in: words, without: names)
    }
    return found.enumerated().map { number, claims in
      claims.occurrence(report, number, attached[number])
    }
  }

  private func groups(of claims: [Claim]) -> [[Claim]] {
    let likeness = ClaimLikeness(families: families, telling: telling, weights: weights)
    return stride(from: 0, to: claims.count, by: Self.stretch).flatMap { start in
      let part = Array(claims[start..<min(start + Self.stretch, claims.count)])
      return AverageLink.groups(part.count) { likeness.score(part[$0], part[$1]) }
        .map { group in group.map { part[$0] } }
    }
  }

  /// Whether a happening is said of a moment that was, or is denied to have been.
  static func isMoment(_ happening: Happening) -> Bool {
    switch happening.modality {
    case .happened, .ongoing, .attempted, .denied, .possible: true
    case .planned, .proposed, .threatened: false
    }
  }

  /// Accounts without a happening of their own, by occurrence: those about one of its accounts, answers to what was told
  /// in the sentence before, and those that use its telling words.
  private func attach(
    _ accounts: [Account], to found: [[Claim]], words: (Account) -> [UInt64]
  ) -> [[Int]] {
    var home: [Int: Int] = [:]
    for (index, claims) in found.enumerated() {
      for claim in claims { home[claim.account.number] = index }
    }
    let known = found.map { Set($0.flatMap(\.words)) }
    var attached = [[Int]](repeating: [], count: found.count)
    var last: Int?
    for account in accounts {
      if let own = home[account.number] {
        last = own
        continue
      }
      var chain = account.about
      var steps = 0
      while let next = chain, home[next] == nil, next < accounts.count, steps < accounts.count {
        chain = accounts[next].about
        steps += 1
      }
      let answered = Self.answers.contains(account.stance) ? last : nil
      guard
        let index = chain.flatMap({ home[$0] }) ?? answered
          ?? (account.condition == nil ? Self.alike(words(account), known) : nil)
      else { continue }
      attached[index].append(account.number)
    }
    return attached
  }

  /// The occurrence that shares most telling words with an account, at least two.
  private static func alike(_ words: [UInt64], _ known: [Set<UInt64>]) -> Int? {
    let shared = known.map { $0.intersection(words).count }
    guard let most = shared.max(), most >= 2 else { return nil }
    return shared.firstIndex(of: most)
  }

  /// Stances that answer something told before.
  private static let answers: Set<Stance> = [
    .accuse, .deny, .decline, .question, .claimResponsibility, .admit, .condemn,
  ]
}
