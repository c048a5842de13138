import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Times told from the day of publication or from a time told before: "yesterday", "last week", "that evening".
extension TimeScan {
  func deictic(at start: Int) -> TimeMatch? {
    switch kind(start) {
    case .day: return today(start)
    case .night: return placed(start..<start + 1, published, rule: "today")
    case .overnight: return overnight(start)
    case .last, .next, .this, .previous, .following, .coming, .past, .recent: return relative(start)
    case .that, .same: return demonstrative(start, start)
    case .the: return theRelative(start)
    case .unit: return yearAgoUnit(start, start)
    default: return nil
    }
  }

  func placed(_ atoms: Range<Int>, _ day: CivilDay?, rule: String) -> TimeMatch {
    TimeMatch(atoms, day.map(Period.day), precision: 1, rule: rule)
  }

  /// "yesterday", and "the day before yesterday" from its last word on.
  private func today(_ start: Int) -> TimeMatch {
    let offset = value(start)
    return placed(
      start..<start + 1, published.map { $0 + offset },
      rule: offset == 0 ? "today" : offset < 0 ? "yesterday" : "tomorrow")
  }

  private func overnight(_ start: Int) -> TimeMatch? {
    let next = kind(start + 1) == .on || kind(start + 1) == .to ? start + 2 : start + 1
    if let day = weekday(at: next), let period = day.period {
      let night = Period(first: period.first - 1, last: period.last, grain: .day)
      return TimeMatch(start..<day.atoms.upperBound, .interval, night, rule: "overnight")
    }
    let night = published.map { Period(first: $0 - 1, last: $0, grain: .day) }
    var match = TimeMatch(start..<start + 1, .interval, night, precision: 1, rule: "overnight")
    match.value = published.map { $0.iso + "TNI" }
    return match
  }

  /// "last week", "next month", "this morning", "past two weeks", "coming days", "recent weeks".
  func relative(_ start: Int) -> TimeMatch? {
    let word = kind(start)
    var at = start + 1
    // "the truce would last three weeks": the verb.
    if word == .last, tree[Int(tokens[start])].pos == .verb { return nil }
    if word == .this {
      if kind(at) == .past || kind(at) == .coming { at += 1 }
    }
    if let span = stretch(start, at, word) { return span }
    switch kind(at) {
    case .unit, .fortnight:
      guard let unit = TimeUnit(rawValue: value(at)), unit >= .day || word == .this else {
        return nil
      }
      return unitAway(start, at, word, unit)
    case .part where word == .last || word == .this:
      if word == .last && value(at) < 18 && value(at) != 0 { return nil }
      return placed(
        start..<at + 1, published.map { word == .last ? $0 - 1 : $0 },
        rule: word == .last ? "last-night" : "today")
    case .weekend: return weekend(start, at + 1, word)
    case .season: return season(start, at, word)
    case .month, .monthShort:
      guard word == .last || word == .next || word == .this, let match = calendar(at: at) else {
        return nil
      }
      return match.widened(from: start)
    default: return nil
    }
  }

  func unitAway(_ start: Int, _ at: Int, _ word: TimeWord.Class, _ unit: TimeUnit)
    -> TimeMatch?
  {
    let offset: Int
    switch word {
    case .last: offset = -1
    case .next, .coming: offset = 1
    case .this: offset = 0
    case .previous: return fromAnchor(start..<at + 1, unit, -1)
    case .following: return fromAnchor(start..<at + 1, unit, 1)
    case .past:
      guard let published else { return unresolved(start..<at + 1, unit) }
      let first = unit.moved(published, by: -1)
      var match = TimeMatch(
        start..<at + 1, .interval, Period(first: first, last: published, grain: .day),
        precision: unit.precision, length: unit.length(1), rule: "past-stretch")
      match.value = match.length
      return match
    default: return nil
    }
    guard unit != .second, unit != .minute, unit != .hour else { return nil }
    guard let published, let period = Period.unit(unit, around: published, offset: offset) else {
      return unresolved(start..<at + 1, unit)
    }
    return TimeMatch(
      start..<at + 1, period.grain == .week ? .interval : .date, period,
      rule: offset < 0 ? "last-unit" : offset > 0 ? "next-unit" : "this-unit")
  }

  func unresolved(_ atoms: Range<Int>, _ unit: TimeUnit) -> TimeMatch {
    TimeMatch(atoms, nil, precision: unit.precision, rule: "unresolved")
  }

  /// A unit some units away from the time told last.
  func fromAnchor(_ atoms: Range<Int>, _ unit: TimeUnit, _ offset: Int) -> TimeMatch? {
    guard unit >= .day else { return nil }
    guard let anchor, let period = Period.unit(unit, around: anchor.first, offset: offset) else {
      return unresolved(atoms, unit)
    }
    return TimeMatch(atoms, period, rule: "from-anchor")
  }

  /// "past two weeks", "last 24 hours", "next few days", "coming days", "recent weeks", "days ahead".
  private func stretch(_ start: Int, _ at: Int, _ word: TimeWord.Class) -> TimeMatch? {
    guard let amount = amount(at: at, allowsBare: true), amount.unit != .second || amount.isCounted,
      amount.isPlural
    else { return nil }
    let atoms = start..<amount.end
    let ahead: Bool
    switch word {
    case .last, .past, .recent, .previous: ahead = false
    case .next, .coming, .following: ahead = true
    case .this where kind(at - 1) == .past: ahead = false
    default: return nil
    }
    guard let published else {
      var match = unresolved(atoms, amount.unit)
      match.kind = .interval
      return match
    }
    guard let count = amount.count, amount.isCounted else {
      var match = TimeMatch(
        atoms, .interval, .day(published), precision: max(2, amount.unit.precision),
        rule: ahead ? "coming-stretch" : "past-stretch")
      match.opensBefore = !ahead
      match.opensAfter = ahead
      match.value = amount.unit.vagueLength
      return match
    }
    let other = amount.unit.moved(published, by: ahead ? count : -count)
    let period =
      ahead
      ? Period(first: published, last: other, grain: .day)
      : Period(first: other, last: published, grain: .day)
    var match = TimeMatch(
      atoms, .interval, period, length: amount.unit.length(count),
      rule: ahead ? "coming-stretch" : "past-stretch")
    match.value = match.length
    return match
  }

  func isWord(_ index: Int, _ word: StaticString) -> Bool {
    tree.isWord(Int(tokens[index]), word)
  }

  /// "the day before", "the day after", "the day before yesterday", "the day after tomorrow".
  func dayBesides(_ start: Int, _ next: Int) -> TimeMatch? {
    let side = kind(next + 1)
    if kind(start - 1) == .during, endsPhrase(next + 1), let anchor, anchor.first == anchor.last {
      return TimeMatch(start..<next + 1, anchor, rule: "from-anchor")
    }
    guard side == .before || side == .after else { return nil }
    let offset = side == .before ? -1 : 1
    if kind(next + 2) == .day {
      let other = value(next + 2)
      return placed(start..<next + 3, published.map { $0 + other + offset }, rule: "day-besides")
    }
    guard endsPhrase(next + 2) else { return nil }
    return placed(start..<next + 2, anchor.map { $0.first + offset }, rule: "from-anchor")
  }

  /// Whether a clause or sentence ends before an atom, so that "before" governs nothing.
  func endsPhrase(_ index: Int) -> Bool {
    guard index < atoms.count else { return true }
    if atoms[index].kind == .sign { return !atoms.isSign(index, "(") && !atoms.isSign(index, "\"") }
    switch kind(index) {
    case .in, .on, .at, .and: return true
    default: return tree[Int(tokens[index])].pos == .verb || tree[Int(tokens[index])].pos == .aux
    }
  }

  /// "that evening", "that day", "the same day", "the same week", "that year".
  func demonstrative(_ start: Int, _ word: Int) -> TimeMatch? {
    let at = word + 1
    switch kind(at) {
    case .part:
      return placed(start..<at + 1, anchor?.first, rule: "from-anchor")
    case .weekend:
      let week = anchor.map { Period.week(of: $0.first) }
      return TimeMatch(
        start..<at + 1, .interval,
        week.map { Period(first: $0.last - 1, last: $0.last, grain: .day) }, precision: 2,
        rule: "from-anchor")
    case .unit:
      guard let unit = TimeUnit(rawValue: value(at)), unit >= .day else { return nil }
      // "that day" as determiner only: "that" is no conjunction before a bare unit.
      return fromAnchor(start..<at + 1, unit, 0)
    default: return nil
    }
  }
}

extension TimeUnit: Comparable {
  static func < (a: TimeUnit, b: TimeUnit) -> Bool { a.rawValue < b.rawValue }
}
