import PatchworkRecord
public import PatchworkText

/// Brings the accounts of one report together into occurrences.
public struct OccurrenceReader: Sendable {
  private let families: TypeFamilies
  private let telling: TellingWords
  private let weights: LinkingWeights

  /// Makes a reader with the tables that ship with the target.
  public init() throws(LexiconError) {
    families = try TypeFamilies()
    telling = try TellingWords()
    weights = try LinkingWeights()
  }

  /// The occurrences of a report in order of first mention; O(accounts × occurrences).
  public func occurrences(of report: LinkedReport) -> [Occurrence] {
    let words = ReportWords(report.text)
    let names = report.reading.places.filter { $0.id != nil }.map(\.quote.span)
    var found: [Draft] = []
    for account in report.reading.accounts {
      guard let happening = account.happening, Self.isMoment(happening) else { continue }
      let claim = Claim(account, happening, telling, words, names)
      let best = found.indices.reversed()
        .map { (index: $0, score: likeness(of: claim, to: found[$0])) }
        .max { $0.score < $1.score }
      if let best, best.score >= weights.sameReport {
        found[best.index].add(claim)
      } else {
        found.append(Draft(claim))
      }
    }
    let attached = attach(report.reading.accounts, to: found) { account in
      telling.words(of: account.content.map(\.span), in: words, without: names)
    }
    return found.enumerated().map { number, draft in
      draft.occurrence(report, number, attached[number])
    }
  }

  /// Whether a happening is said of a moment that was, or is denied to have been.
  static func isMoment(_ happening: Happening) -> Bool {
    switch happening.modality {
    case .happened, .ongoing, .attempted, .denied, .possible: true
    case .planned, .proposed, .threatened: false
    }
  }

  private func likeness(of claim: Claim, to draft: Draft) -> Double {
    var score = 0.0
    switch draft.agreement(with: claim, families) {
    case .different:
      // "A convoy delivering aid was hit": the delivering is the setting of the attack, not another moment.
      guard claim.isSetting(of: draft) else { return -.infinity }
      score += weights.about
    case .opposed: score += weights.opposedMeans
    case .compatible: break
    case .same: score += weights.sameMeans
    }
    if let place = claim.happening.place, let other = draft.place {
      score += weights.places(place, other)
    }
    if let days = claim.days, let other = draft.days {
      score += weights.days(apart: days.gap(to: other))
    }
    let shared = draft.words.intersection(claim.words).count
    score += min(weights.mostWords, Double(shared) * weights.sharedWord)
    if let about = claim.account.about, draft.accounts.contains(about) {
      score += weights.about
    }
    let distance = claim.account.number - (draft.accounts.max() ?? 0)
    if draft.lastSentence == claim.account.sentence.span {
      score += weights.sameSentence
    } else if claim.isAnaphor {
      score += weights.anaphor - Double(distance) * weights.distance
    } else if claim.happening.place == nil && claim.days == nil {
      score += weights.continued - Double(distance) * weights.distance
    }
    return score
  }

  /// Accounts without a happening of their own, by occurrence: those about one of its accounts, answers to what was told
  /// in the sentence before, and those that use its telling words.
  private func attach(
    _ accounts: [Account], to found: [Draft], words: (Account) -> [UInt64]
  ) -> [[Int]] {
    var home: [Int: Int] = [:]
    for (index, draft) in found.enumerated() {
      for account in draft.accounts { home[account] = index }
    }
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
          ?? (account.condition == nil ? Self.alike(words(account), found) : nil)
      else { continue }
      attached[index].append(account.number)
    }
    return attached
  }

  /// The occurrence that shares most telling words with an account, at least two.
  private static func alike(_ words: [UInt64], _ found: [Draft]) -> Int? {
    let shared = found.map { $0.words.intersection(words).count }
    guard let most = shared.max(), most >= 2 else { return nil }
    return shared.firstIndex(of: most)
  }

  /// Stances that answer something told before.
  private static let answers: Set<Stance> = [
    .accuse, .deny, .decline, .question, .claimResponsibility, .admit, .condemn,
  ]
}
