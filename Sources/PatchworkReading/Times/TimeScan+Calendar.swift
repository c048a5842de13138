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

  private func numericDate(at start: Int) -> TimeMatch? {
    if let dotted = dottedDate(at: start) { return dotted }
    guard let first = number(start), let separator = dateSeparator(start + 1),
      !isJoined(start), let second = number(start + 2), isJoined(start + 2)
    else { return nil }
    let third = atoms.isSign(start + 3, separator) && isJoined(start + 4) ? number(start + 4) : nil
    if let third {
      if atoms[start].span.length == 4, let day = CivilDay(first, second, third) {
        return TimeMatch(start..<start + 5, .day(day), rule: "calendar")
      }
      guard let year = fullYear(third, digits: atoms[start + 4].span.length) else { return nil }
      guard let day = dayOf(first, second, year) else { return nil }
      return TimeMatch(start..<start + 5, .day(day), rule: "calendar")
    }
    guard separator == "/" || kind(start - 1) == .on, separator == "/", first <= 31, second <= 31
    else { return nil }
    guard kind(start - 1) == .on || kind(start - 1) == .since else { return nil }
    let (day, month) = second > 12 ? (second, first) : (first, second)
    guard let period = resolve(month: month, day: day, at: start) else { return nil }
    return TimeMatch(start..<start + 3, period, rule: "calendar-nearest")
  }

  private func dateSeparator(_ index: Int) -> Unicode.Scalar? {
    guard isJoined(index) else { return nil }
    if atoms.isSign(index, "-") { return "-" }
    return atoms.isSign(index, "/") ? "/" : nil
  }

  /// Day first, except where only month first makes a date.
  private func dayOf(_ first: Int, _ second: Int, _ year: Int) -> CivilDay? {
    CivilDay(year, second, first) ?? CivilDay(year, first, second)
  }

  func fullYear(_ value: Int, digits: Int) -> Int? {
    switch digits {
    case 4: return (1000...2999).contains(value) ? value : nil
    case 2: return value < 50 ? 2000 + value : 1900 + value
    default: return nil
    }
  }

  /// "19.9.2016", one number to the scanner.
  private func dottedDate(at start: Int) -> TimeMatch? {
    let span = atoms[start].span
    guard (8...10).contains(span.length) else { return nil }
    var parts: [Int] = [0]
    for byte in atoms.bytes[span.start..<span.end] {
      if byte == 0x2E {
        parts.append(0)
      } else if byte == 0x2C {
        return nil
      } else {
        parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - 0x30)
      }
    }
    guard parts.count == 3, parts[2] >= 1900, parts[2] < 2100,
      let day = dayOf(parts[0], parts[1], parts[2])
    else { return nil }
    return TimeMatch(start..<start + 1, .day(day), rule: "calendar")
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

  /// "the 30th anniversary of the massacre": the year that the anniversary looks back to.
  func anniversary(at start: Int) -> TimeMatch? {
    let first = skip(start, .the)
    guard let published, let numeral = Numerals.read(at: first, in: atoms), numeral.isOrdinal,
      let count = numeral.whole, (1...500).contains(count),
      kind(numeral.atoms.upperBound) == .anniversary, kind(numeral.atoms.upperBound + 1) == .of
    else { return nil }
    return TimeMatch(
      start..<numeral.atoms.upperBound + 1, .year(published.year - count), rule: "anniversary")
  }

  /// "the 20th century".
  func century(at start: Int) -> TimeMatch? {
    let first = skip(start, .the)
    guard let numeral = Numerals.read(at: first, in: atoms), numeral.isOrdinal,
      let count = numeral.whole, (1...21).contains(count)
    else { return nil }
    let at = skip(numeral.atoms.upperBound, "-")
    guard kind(at) == .unit, value(at) == TimeUnit.century.rawValue else { return nil }
    return TimeMatch(
      start..<at + 1, .interval, .years(count * 100 - 99, 100, .century), rule: "century")
  }

  /// "the 1990s", "the late 1990s".
  private func decade(at start: Int) -> TimeMatch? {
    guard let year = number(start), atoms[start].span.length == 4, year % 10 == 0 else {
      return nil
    }
    var end = start + 1
    if atoms.isSign(end, "'") { end += 1 }
    guard isJoined(end), atoms[end].kind == .word, atoms[end].span.length == 1,
      atoms[end].key == WordKey("s"), let period = Period.years(year, 10, .decade)
    else { return nil }
    return TimeMatch(start..<end + 1, .interval, period, rule: "decade")
  }

  /// A bare year, where something shows that it is one.
  private func year(at start: Int) -> TimeMatch? {
    guard let year = number(start), atoms[start].span.length == 4, (1700...2199).contains(year),
      !(isJoined(start + 1) && atoms[start + 1].kind == .word),
      !(isJoined(start) && atoms[start - 1].kind != .sign), !atoms.isSign(start - 1, "$")
    else { return nil }
    let token = Int(tokens[start])
    let dated = tree.entity(at: token)?.label == .date
    guard dated && year >= 1800 || introduces(start - 1) || atoms.isSign(start - 1, "(") else {
      return nil
    }
    // "in 2000 homes": the number counts what follows.
    if tree[token].dep == .nummod, let head = tree.head(token), head == token + 1,
      tree[head].tag == .nns
    {
      return nil
    }
    if atoms.isSign(start - 1, "-"), !dated { return nil }
    // A telephone number is no range of years.
    if isJoined(start), atoms.isSign(start - 1, "-"), isNumber(start - 2) { return nil }
    // "2014-2018", "2014-15".
    if atoms.isSign(start + 1, "-"), isJoined(start + 2), let next = number(start + 2) {
      let last =
        atoms[start + 2].span.length == 4
        ? next : atoms[start + 2].span.length == 2 ? year / 100 * 100 + next : 0
      let isPlausible =
        atoms[start + 2].span.length == 4
        ? last - year < 200 : last == year + 1 || next > 12 && last - year < 40
      if atoms.isSign(start + 3, "-"), isJoined(start + 4) { return nil }
      if atoms[start + 2].span.length == 2, (1...12).contains(next), !isPlausible {
        return Period.month(year, next).map { TimeMatch(start..<start + 3, $0, rule: "calendar") }
      }
      if last > year, isPlausible, let from = Period.year(year),
        let until = Period.year(last)
      {
        return TimeMatch(
          start..<start + 3, .interval,
          Period(first: from.first, last: until.last, grain: .year), rule: "calendar-range")
      }
    }
    return Period.year(year).map { TimeMatch(start..<start + 1, $0, rule: "calendar") }
  }
}

extension ParseTree {
  /// The entity that a token belongs to, or nil; O(log entities).
  func entity(at token: Int) -> Entity? {
    let entities = parse.entities
    var (low, high) = (0, entities.count)
    while low < high {
      let middle = (low + high) / 2
      if entities[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    guard low < entities.count, entities[low].tokens.contains(token) else { return nil }
    return entities[low]
  }
}
