import PatchworkRecord
public import PatchworkText

/// Brings the accounts of one report together into occurrences.
public struct OccurrenceReader: Sendable {
  private let telling: TellingWords
  private let families: TypeFamilies
  private let attaching: AttachedAccounts
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
    attaching = try AttachedAccounts(telling)
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
      guard let happening = account.happening, isMoment(happening) else { return nil }
      return Claim(
        account, happening, order: orders[account.sentence.span.start] ?? 0, telling, words, names)
    }
    let found = groups(of: claims)
    let attached = attaching.accounts(
      of: report.reading.accounts, to: found, orders: orders, words, without: names)
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
  ///
  /// Violence of a year or of a whole war is no moment; a siege may last that long.
  private func isMoment(_ happening: Happening) -> Bool {
    if families.entry(happening.type).family == "violence", happening.time?.isOfPeriod ?? false {
      return false
    }
    return switch happening.modality {
    case .happened, .ongoing, .attempted, .denied, .possible: true
    case .planned, .proposed, .threatened: false
    }
  }
}
