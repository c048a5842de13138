import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Times with an article: "the past two weeks", "the year", "the year-ago quarter".
extension TimeScan {
  /// "the past two weeks", "the previous day", "the same day", "the day before yesterday", "the weekend".
  func theRelative(_ start: Int) -> TimeMatch? {
    let next = start + 1
    switch kind(next) {
    case .past, .coming, .recent: return relative(next)?.widened(from: start)
    case .last where kind(next + 1) == .unit:
      // "the last week": the seven days up to now, other than "last week".
      guard let unit = TimeUnit(rawValue: value(next + 1)), unit >= .day else { return nil }
      return unitAway(next, next + 1, .past, unit)?.widened(from: start)
    case .latest:
      if next + 1 < atoms.count, isWord(next + 1, "period") {
        return published.flatMap { Period.unit(.quarter, around: $0, offset: -1) }
          .map { TimeMatch(start..<next + 2, .interval, $0, rule: "last-unit") }
      }
      guard kind(next + 1) == .unit, let unit = TimeUnit(rawValue: value(next + 1)), unit >= .week
      else { return nil }
      return unitAway(next, next + 1, .last, unit)?.widened(from: start)
    case .last: return relative(next)?.widened(from: start)
    case .this where value(next) == 1: return relative(next)?.widened(from: start)
    case .previous, .following, .next:
      if kind(next + 1) == .unit, let unit = TimeUnit(rawValue: value(next + 1)) {
        if kind(next) == .next, unit >= .week, anchor == nil || outlook(start) == .future {
          return relative(next)?.widened(from: start)
        }
        return fromAnchor(start..<next + 2, unit, kind(next) == .previous ? -1 : 1)
      }
      if kind(next + 1) == .part {
        let offset = kind(next) == .previous ? -1 : 1
        return placed(start..<next + 2, anchor.map { $0.first + offset }, rule: "from-anchor")
      }
      return relative(next)?.widened(from: start)
    case .same: return demonstrative(start, next)
    case .unit where value(next) == TimeUnit.day.rawValue: return dayBesides(start, next)
    case .unit where value(next) == TimeUnit.quarter.rawValue:
      // After "a year ago", "the quarter" is again the one that is reported on.
      if let anchor, anchor.grain == .quarter, anchor.first.year == published?.year {
        return fromAnchor(start..<next + 1, .quarter, 0)
      }
      return unitAway(start, next, .last, .quarter)
    case .unit where value(next) == TimeUnit.year.rawValue: return theYear(start, next)
    case .unit, .none:
      return yearAgoUnit(start, next)
    case .weekend: return weekend(start, next + 1, .none)
    case .units where kind(next + 1) == .ahead:
      guard let published, let unit = TimeUnit(rawValue: value(next)) else { return nil }
      var match = TimeMatch(
        start..<next + 2, .interval, .day(published), precision: unit.precision,
        rule: "coming-stretch")
      match.opensAfter = true
      return match
    case .night, .overnight: return nil
    default: return nil
    }
  }

  /// "the year ended March 31" is a length; "for the year" the one that is running.
  func theYear(_ start: Int, _ next: Int) -> TimeMatch? {
    let token = Int(tokens[next])
    let verb = tree.children(token).first { tree[$0].dep == .acl }
    if let verb, tree.lemma(verb) == "end" {
      var match = TimeMatch(
        start..<next + 1, .duration, nil, precision: 5, length: TimeUnit.year.length(1),
        rule: "year-ended")
      match.value = match.length
      return match
    }
    if let ago = yearAgoUnit(start, next) { return ago }
    guard tree[token].dep == .pobj, tree.children(token).allSatisfy({ tree[$0].dep == .det }),
      let preposition = tree.head(token), tree.isWord(preposition, "for"),
      let published, let year = Period.unit(.year, around: published, offset: 0)
    else { return nil }
    return TimeMatch(start..<next + 1, year, rule: "this-unit")
  }

  /// "the year-ago quarter", "year-earlier period": the quarter told of, a year before.
  func yearAgoUnit(_ start: Int, _ word: Int) -> TimeMatch? {
    guard kind(word) == .unit, value(word) == TimeUnit.year.rawValue, atoms.isSign(word + 1, "-"),
      kind(word + 2) == .ago || kind(word + 2) == .earlier
    else { return nil }
    let end = word + 3
    if let numeral = Numerals.read(at: end, in: atoms), numeral.isOrdinal,
      let number = numeral.whole, (1...4).contains(number), let published,
      kind(numeral.atoms.upperBound) == .unit,
      value(numeral.atoms.upperBound) == TimeUnit.quarter.rawValue
    {
      let year = published.year - 1
      return TimeMatch(
        start..<numeral.atoms.upperBound + 1, .interval, .months(year, number * 3 - 2, 3, .quarter),
        rule: "year-ago")
    }
    let isQuarter = kind(end) == .unit && value(end) == TimeUnit.quarter.rawValue
    let isPeriod = end < atoms.count && isWord(end, "period")
    let last = isQuarter || isPeriod ? end + 1 : end
    guard let published else { return unresolved(start..<last, .quarter) }
    if let anchor, anchor.grain == .quarter, anchor.value != nil {
      let published = Period.unit(.quarter, around: published, offset: 0)
      // What is told of in a year that has not run out is this year's; what it is compared with, last year's.
      let moved =
        anchor.first.year == published?.first.year ? anchor.moved(years: -1) : anchor
      return TimeMatch(start..<last, .interval, moved, rule: "year-ago")
    }
    guard isQuarter || isPeriod,
      let quarter = Period.unit(.quarter, around: published, offset: -5)
    else { return nil }
    return TimeMatch(start..<last, .interval, quarter, rule: "year-ago")
  }
}
