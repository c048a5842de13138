import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Weekends and seasons.
extension TimeScan {
  func weekend(_ start: Int, _ end: Int, _ word: TimeWord.Class) -> TimeMatch? {
    guard let published else {
      return TimeMatch(start..<end, nil, precision: 2, rule: "unresolved")
    }
    let saturday = published - (published.weekday - 6 + 7) % 7
    let first: CivilDay
    switch word {
    case .last, .past, .previous: first = published.weekday >= 6 ? saturday - 7 : saturday
    case .next, .coming, .following: first = saturday + 7
    default: first = outlook(start) == .future && published.weekday < 6 ? saturday + 7 : saturday
    }
    var match = TimeMatch(
      start..<end, .interval, Period(first: first, last: first + 1, grain: .day), rule: "weekend")
    match.value = first.isoWeek + "-WE"
    return match
  }

  /// "last summer", "this winter", "summer 2015", "the spring of 2014".
  func season(_ start: Int, _ at: Int, _ word: TimeWord.Class) -> TimeMatch? {
    let month = value(at)
    let (year, end) = yearAfter(at + 1)
    if let year {
      return season(start..<end, .months(year, month, 3, .month))
    }
    guard word == .last || word == .this || word == .next else { return nil }
    guard let published else { return unresolved(start..<at + 1, .quarter) }
    let thisYear = published.year
    let candidates = (-2...2).compactMap { Period.months(thisYear + $0, month, 3, .month) }
    let period: Period?
    switch word {
    case .last: period = candidates.last { $0.last < published }
    case .next: period = candidates.first { $0.first > published }
    default:
      period =
        candidates.first { $0.first <= published && published <= $0.last }
        ?? candidates.first { $0.first.year == thisYear }
    }
    return season(start..<at + 1, period)
  }

  func season(_ atoms: Range<Int>, _ period: Period?) -> TimeMatch {
    var match = TimeMatch(atoms, .interval, period, precision: 5, rule: "season")
    if let (year, month, _) = period?.first.parts {
      match.value = "\(CivilDay.padded(year, 4))-\(["SP", "SU", "FA", "WI"][(month / 3 + 3) % 4])"
    }
    return match
  }
}
