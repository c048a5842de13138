import PatchworkRecord
import PatchworkText

/// Weekdays: "Monday", "last Monday", "Monday, September 19", "Thursday of last week".
extension TimeScan {
  func weekday(at start: Int) -> TimeMatch? {
    var at = start
    var modifier = TimeWord.Class.none
    switch kind(at) {
    case .last, .next, .this, .previous, .following, .coming, .past:
      modifier = kind(at)
      at += 1
      if modifier == .this, kind(at) == .past || kind(at) == .coming {
        modifier = kind(at) == .past ? .last : .coming
        at += 1
      }
    case .the where kind(at + 1) == .previous || kind(at + 1) == .following:
      modifier = kind(at + 1)
      at += 2
    default: break
    }
    guard let (weekday, end) = weekdayName(at: at) else { return nil }
    if modifier == .none, let dated = datedWeekday(start, end) { return dated }
    if modifier == .none, let inWeek = weekdayInWeek(start, end, weekday) { return inWeek }
    guard let (day, rule) = resolve(weekday: weekday, modifier, at: at) else {
      return TimeMatch(start..<end, nil, precision: 1, rule: "weekday-unresolved")
    }
    return TimeMatch(start..<end, .day(day), rule: rule)
  }

  /// The weekday that a word names, with the index behind it.
  private func weekdayName(at index: Int) -> (Int, end: Int)? {
    guard index < atoms.count else { return nil }
    switch kind(index) {
    case .weekday:
      if isPartOfName(index) { return nil }
      return (value(index), index + 1)
    case .weekdayShort where atoms[index].isCapitalised:
      let end = skip(index + 1, ".")
      let next = skip(end, ",")
      guard month(at: next) != nil || number(next).map({ $0 <= 31 }) == true else { return nil }
      return (value(index), end)
    default: return nil
    }
  }

  /// "Monday, September 19, 2016", "Monday 19 September".
  private func datedWeekday(_ start: Int, _ end: Int) -> TimeMatch? {
    let next = skip(skip(end, ","), .the)
    guard next < atoms.count, !atoms[next].startsLine, month(at: next) != nil || isNumber(next),
      let date = calendar(at: next), date.period?.grain == .day, date.kind == .date
    else { return nil }
    return date.widened(from: start)
  }

  /// "Thursday of last week", "Monday last week", "Friday next week".
  private func weekdayInWeek(_ start: Int, _ end: Int, _ weekday: Int) -> TimeMatch? {
    let next = skip(end, .of)
    guard let published, kind(next + 1) == .unit, value(next + 1) == TimeUnit.week.rawValue else {
      return nil
    }
    let offset: Int
    switch kind(next) {
    case .last: offset = -7
    case .this: offset = 0
    case .next: offset = 7
    default: return nil
    }
    let day = Period.week(of: published + offset).first + (weekday - 1)
    return TimeMatch(start..<next + 2, .day(day), rule: "weekday-of-week")
  }

  private func resolve(weekday: Int, _ modifier: TimeWord.Class, at index: Int) -> (
    CivilDay, String
  )? {
    if modifier == .previous || modifier == .following, let anchor {
      return modifier == .previous
        ? (before(anchor.first - 1, weekday), "weekday-before-anchor")
        : (after(anchor.last + 1, weekday), "weekday-after-anchor")
    }
    guard let published else { return nil }
    switch modifier {
    case .last, .previous, .past: return (before(published - 1, weekday), "weekday-last")
    case .next, .coming, .following: return (after(published + 1, weekday), "weekday-next")
    default: break
    }
    // "extended the deadline until Tuesday" told on a Monday: until the next one.
    let isLimit = kind(index - 1) == .until && outlook(index) != .past
    return isLimit || outlook(index) == .future
      ? (after(published, weekday), "weekday-after")
      : (before(published, weekday), "weekday-before")
  }

  private func before(_ day: CivilDay, _ weekday: Int) -> CivilDay {
    day - (day.weekday - weekday + 7) % 7
  }

  private func after(_ day: CivilDay, _ weekday: Int) -> CivilDay {
    day + (weekday - day.weekday + 7) % 7
  }
}
