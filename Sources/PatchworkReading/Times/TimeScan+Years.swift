import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Years, decades, centuries, and the years that anniversaries look back to.
extension TimeScan {
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
  func decade(at start: Int) -> TimeMatch? {
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
  func year(at start: Int) -> TimeMatch? {
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
