import PatchworkRecord

/// Compares the claims of one report: whether two of them tell one moment.
struct ClaimLikeness {
  let families: TypeFamilies
  let telling: TellingWords
  let weights: LinkingWeights

  /// What stands for two claims whose types do not tell one moment.
  static let never = -6.0
  /// How much shared words count at most.
  private static let mostWords = 4.0

  /// How much speaks for two claims telling one moment, above 0 where more does than does not; `a` comes before `b`.
  ///
  /// Minus infinity where their own sentences say days that do not meet, or one sentence says two places far from each other:
  /// who tells of two days or towns tells two moments, however alike they are (a chronicle of one road, the funeral of
  /// yesterday's dead that is hit today, a strike here that is set against a strike there).
  func score(_ a: Claim, _ b: Claim) -> Double {
    if a.isTimeSaid, b.isTimeSaid, let days = a.days, let other = b.days, days.gap(to: other) > 0 {
      return -.infinity
    }
    if a.order == b.order, !a.isPlaceCarried, !b.isPlaceCarried, let place = a.place,
      let other = b.place,
      PlaceRelation.areFar(place, other)
    {
      return -.infinity
    }
    guard let means = means(a, b) else { return Self.never }
    let isOneSentence = a.order == b.order
    let steps = Double(abs(b.order - a.order))
    var score = weights[inside: .start] + means + weights[inside: .nearby] / (1 + steps)
    if isOneSentence {
      score += weights[inside: .sentence]
    } else {
      if b.isAnaphor {
        score += weights[inside: .anaphor] / Double(max(1, b.account.number - a.account.number))
      }
      if (b.place == nil || b.isPlaceCarried) && !b.isTimeSaid {
        score += weights[inside: .continued] / (1 + max(0, steps - 1))
      }
    }
    if b.account.about == a.account.number { score += weights[inside: .about] }
    if isOneSentence ? a.isAnother != b.isAnother : b.isAnother {
      score += weights[inside: .another]
    }
    score += places(a, b) + days(a, b) + figures(a, b)
    score +=
      weights[inside: .words] * telling.weight(ofShared: a.words, b.words, most: Self.mostWords)
    if !a.targets.isEmpty, !b.targets.isEmpty,
      OccurrenceMatcher.shared(a.targets, b.targets) == 0
    {
      score += weights[inside: .targetsDiffer]
    }
    return score
  }

  private func means(_ a: Claim, _ b: Claim) -> Double? {
    switch families.agreement(a.happening.type, b.happening.type) {
    case .same: weights[inside: .meansSame]
    case .compatible: weights[inside: .meansCompatible]
    case .opposed: weights[inside: .meansOpposed]
    case .different: Self.isSetting(a, b) || Self.isSetting(b, a) ? weights[inside: .setting] : nil
    }
  }

  /// Whether one claim is what was going on when the other happened, told in one sentence.
  private static func isSetting(_ a: Claim, _ b: Claim) -> Bool {
    a.happening.type == .aidMovement && a.happening.modality == .ongoing
      && b.happening.type == .aidAttack && a.order == b.order
  }

  private func places(_ a: Claim, _ b: Claim) -> Double {
    guard let place = a.place, let other = b.place, let relation = PlaceRelation(place, other)
    else { return 0 }
    if a.isPlaceCarried || b.isPlaceCarried {
      return relation == .apart || relation == .region ? weights[inside: .placeCarried] : 0
    }
    return switch relation {
    case .same: weights[inside: .placeSame]
    case .sameWide, .insideWide: weights[inside: .placeWide]
    case .inside: weights[inside: .placeInside]
    case .near: weights[inside: .placeNear]
    case .reach: weights[inside: .placeReach]
    case .region: weights[inside: .placeRegion]
    case .apart: weights[inside: .placeApart]
    }
  }

  private func days(_ a: Claim, _ b: Claim) -> Double {
    guard let days = a.days, let other = b.days else { return 0 }
    let share = a.isTimeSaid && b.isTimeSaid ? 1 : 0.5
    return switch days.gap(to: other) {
    case 0: weights[inside: .daysSame] * share * days.narrowness(with: other)
    case 1: weights[inside: .daysNext] * share
    default: weights[inside: .daysApart] * share
    }
  }

  private func figures(_ a: Claim, _ b: Claim) -> Double {
    guard let killed = a.killed, let other = b.killed else { return 0 }
    if killed == other { return weights[inside: .figureSame] * (killed >= 3 ? 1 : 0.3) }
    return a.isPart || b.isPart ? 0 : weights[inside: .figureOther]
  }
}
