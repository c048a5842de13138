import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Days, months and years of the calendar.
extension TimeScan {
  /// A date of the calendar: "19 September 2016", "2016-09-19", "19/9/2016", "September", "the 1990s".
  func calendar(at start: Int) -> TimeMatch? {
    if isNumber(start) {
      return numericDate(at: start) ?? dayMonth(at: start) ?? decade(at: start) ?? year(at: start)
    }
    if month(at: start) != nil { return monthFirst(at: start) }
    if let (year, end) = spokenYear(at: start) {
      return Period.year(year).map { TimeMatch(start..<end, $0, rule: "calendar") }
    }
    return nil
  }

  /// "nineteen ninety-six", as a broadcast is written down, with the index behind it.
  private func spokenYear(at start: Int) -> (year: Int, end: Int)? {
    guard start < atoms.count, atoms[start].kind == .word else { return nil }
    let token = Int(tokens[start])
    let century: Int
    switch tree.lower(token) {
    case "nineteen": century = 1900
    case "eighteen": century = 1800
    default: return nil
    }
    guard tree[token].span == atoms[start].span,
      let rest = Numerals.read(at: start + 1, in: atoms), !rest.isOrdinal,
      let years = rest.whole, (10...99).contains(years),
      kind(rest.atoms.upperBound) != .units, kind(rest.atoms.upperBound) != .unit
    else { return nil }
    return (century + years, rest.atoms.upperBound)
  }

  /// The month that a word names here, with the index behind it and its full stop.
  func month(at index: Int) -> (month: Int, end: Int)? {
    guard index < atoms.count else { return nil }
    let capital = atoms[index].isCapitalised
    switch kind(index) {
    case .month:
      let month = value(index)
      guard capital || (month != 3 && month != 5 && month != 8) else { return nil }
      if month == 3 || month == 5 {
        let tag = tag(index)
        if tag == .md || tag == .vb || tag == .vbp { return nil }
        guard tag == .nnp || number(index + 1) != nil || number(index - 1) != nil else {
          return nil
        }
      }
      if number(index + 1) == nil, number(index - 1) == nil, isPartOfName(index) { return nil }
      return (month, index + 1)
    case .monthShort:
      guard capital else { return nil }
      let end = skip(index + 1, ".")
      let afterNumber = number(index - 1).map { (1...31).contains($0) } ?? false
      guard number(end) != nil || afterNumber || (end > index + 1 && introduces(index - 1)) else {
        return nil
      }
      // A full stop that ends the sentence is no part of the month.
      return (value(index), end)
    default: return nil
    }
  }

  /// Whether a word before a month or a year shows that a time follows.
  func introduces(_ index: Int) -> Bool {
    switch kind(index) {
    case .in, .since, .until, .by, .before, .after, .between, .from, .during, .early, .late, .mid,
      .earlier, .later, .last, .next, .this, .of, .to, .and, .past:
      return true
    default: return false
    }
  }

  /// Whether the atom's token belongs to a name that is no time ("Sunday Times", "April Glaspie").
  func isPartOfName(_ index: Int) -> Bool {
    let token = Int(tokens[index])
    // "Monday Club": the word only modifies a proper noun behind it.
    let head = tree[token].head
    if tree[token].dep == .compound, head == token + 1, tree[head].pos == .propn,
      index + 1 < atoms.count, atoms[index + 1].isCapitalised, words[index + 1].kind == .none
    {
      return true
    }
    guard let entity = tree.entity(at: token) else { return false }
    switch entity.label {
    case .date, .time, .event, .cardinal: return false
    case .person, .org, .workOfArt, .fac, .product: return entity.tokens.count > 1
    default: return false
    }
  }

  /// A day of a month in digits, "19" or "19th", with the index behind it.
  func dayNumber(at index: Int) -> (day: Int, end: Int)? {
    guard let day = number(index), (1...31).contains(day), atoms[index].span.length <= 2 else {
      return nil
    }
    if isJoined(index + 1), atoms[index + 1].kind == .word {
      guard let numeral = Numerals.read(at: index, in: atoms), numeral.isOrdinal else { return nil }
      return (day, numeral.atoms.upperBound)
    }
    return (day, index + 1)
  }

  /// "19 September [2016]", "the 19th of September", "5-9 May", "5 and 9 May".
  private func dayMonth(at start: Int) -> TimeMatch? {
    guard let (day, afterDay) = dayNumber(at: start) else { return nil }
    if let (month, end) = month(at: skip(afterDay, .of)) {
      let (year, yearEnd) = yearAfter(end)
      guard let period = resolve(month: month, day: day, year: year, at: start) else {
        return year == nil ? withoutYear(start..<yearEnd, month: month, day: day) : nil
      }
      return TimeMatch(start..<yearEnd, period, rule: yearRule(year, "calendar"))
    }
    var next = afterDay
    if atoms.isSign(next, "-") {
      next += 1
    } else if kind(next) == .to || kind(next) == .and {
      next += 1
    } else {
      return nil
    }
    guard let (last, afterLast) = dayNumber(at: next),
      let (month, end) = month(at: skip(afterLast, .of)), last > day
    else { return nil }
    if kind(next - 1) == .and, kind(start - 1) != .between, last > day + 1 {
      // "on 5 and 9 May": two days, the first of which borrows the month.
      let period = resolve(month: month, day: day, year: yearAfter(end).year, at: start)
      return period.map { TimeMatch(start..<afterDay, $0, rule: yearRule(nil, "calendar")) }
    }
    let (year, yearEnd) = yearAfter(end)
    guard let until = resolve(month: month, day: last, year: year, at: start),
      let from = CivilDay(until.first.year, month, day)
    else { return nil }
    return TimeMatch(
      start..<yearEnd, .interval, Period(first: from, last: until.last, grain: .day),
      rule: "calendar-range")
  }

  /// The year behind a month or a day, with the index behind it.
  func yearAfter(_ index: Int) -> (year: Int?, end: Int) {
    var at = skip(skip(skip(index, ","), .of), .in)
    if let year = number(at), atoms[at].span.length == 4, (1000...2999).contains(year),
      !(isJoined(at + 1) && atoms[at + 1].kind == .word)
    {
      return (year, at + 1)
    }
    // "05 February 12 17:03 GMT": a short year between a day and a time of day.
    if at == index, let year = number(at), atoms[at].span.length == 2, year > 0,
      isNumber(index - 2), let next = number(at + 1), atoms.isSign(at + 2, ":"), next < 24,
      let full = fullYear(year, digits: 2)
    {
      return (full, at + 1)
    }
    if let spoken = spokenYear(at: at) { return spoken }
    // "April 4 last year", "January this year".
    at = kind(index) == .of ? index + 1 : index
    if kind(at + 1) == .unit, value(at + 1) == TimeUnit.year.rawValue, let published {
      switch kind(at) {
      case .last: return (published.year - 1, at + 2)
      case .this: return (published.year, at + 2)
      case .next: return (published.year + 1, at + 2)
      default: break
      }
    }
    return (nil, index)
  }

  /// A date that starts with its month: "September 19[, 2016]", "September 19 to 24", "September".
  private func monthFirst(at start: Int) -> TimeMatch? {
    guard let (month, afterMonth) = month(at: start) else { return nil }
    if let (day, afterDay) = dayNumber(at: afterMonth), !startsCount(afterMonth) {
      if let range = monthDayRange(start, month, day, afterDay) { return range }
      let (year, end) = yearAfter(afterDay)
      if let period = resolve(month: month, day: day, year: year, at: start) {
        return TimeMatch(start..<end, period, rule: yearRule(year, "calendar"))
      }
      if year == nil, let match = withoutYear(start..<end, month: month, day: day) { return match }
    }
    let (year, end) = yearAfter(afterMonth)
    // A month's full stop counts only where something follows that belongs to it.
    let close = year == nil && atoms.isSign(afterMonth - 1, ".") ? afterMonth - 1 : end
    guard let period = resolve(month: month, year: year, at: start) else {
      return year == nil ? withoutYear(start..<close, month: month) : nil
    }
    return TimeMatch(start..<close, period, rule: yearRule(year, "month"))
  }

  /// Whether a number behind a month counts what follows it rather than naming a day.
  private func startsCount(_ index: Int) -> Bool {
    index + 1 < atoms.count && atoms[index + 1].kind == .number && atoms[index + 1].isSpaced
      && atoms[index + 1].span.length == 3
  }

  private func monthDayRange(_ start: Int, _ month: Int, _ day: Int, _ afterDay: Int) -> TimeMatch?
  {
    var next = afterDay
    if atoms.isSign(next, "-") {
      next += 1
    } else if kind(next) == .to || kind(next) == .and {
      next += 1
    } else {
      return nil
    }
    guard let (last, afterLast) = dayNumber(at: next), last > day, self.month(at: afterLast) == nil
    else { return nil }
    // "September 19 and 20", but not "September 19 and 20 people".
    if kind(next - 1) == .and, kind(start - 1) != .between,
      last > day + 1 || !(endsPhrase(afterLast) || yearAfter(afterLast).year != nil)
    {
      return nil
    }
    let (year, end) = yearAfter(afterLast)
    guard let until = resolve(month: month, day: last, year: year, at: start),
      let from = CivilDay(until.first.year, month, day)
    else { return nil }
    var match = TimeMatch(
      start..<end, .interval, Period(first: from, last: until.last, grain: .day),
      rule: "calendar-range")
    match.ends = [
      TimeMatch(start..<afterDay, .day(from), rule: yearRule(year, "calendar")),
      TimeMatch(next..<end, .day(until.last), rule: yearRule(year, "calendar")),
    ]
    return match
  }
}
