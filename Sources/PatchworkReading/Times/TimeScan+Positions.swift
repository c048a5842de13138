import PatchworkRecord
import PatchworkText

/// Parts of longer times: "early September", "mid-July", "the end of 2015", "the first half of the year".
extension TimeScan {
  enum Position {
    case early, mid, late
    /// Up to now ("earlier this month") and from now ("later this month").
    case earlier, later
  }

  /// What a word says about where in a time something lies, with the index behind it.
  private func position(at index: Int) -> (Position, end: Int)? {
    switch kind(index) {
    case .early where value(index) == 0: return (.early, index + 1)
    case .late where value(index) == 0: return (.late, index + 1)
    case .earlier: return (.earlier, index + 1)
    case .later: return (.later, index + 1)
    case .mid where atoms[index].span.length == 3: return (.mid, index + 1)
    default: return nil
    }
  }

  /// "early September", "late on Monday", "mid-July", "later yesterday", "earlier this month".
  func positioned(at start: Int) -> TimeMatch? {
    if let nominal = quarterOfYear(at: start) ?? endOf(at: start) ?? fractionOf(at: start)
      ?? earlyHours(at: start)
      ?? weekOf(at: start) ?? unitsOf(at: start)
    {
      return nominal
    }
    guard let (position, afterWord) = position(at: start) else { return nil }
    var at = atoms.isSign(afterWord, "-") ? afterWord + 1 : afterWord
    if kind(at) == .part, kind(at + 1) != .on, kind(at + 1) != .of { return nil }
    let prepositions: [TimeWord.Class] = [.on, .in]
    if prepositions.contains(kind(at)) { at += 1 }
    guard let inner = simplePoint(at: at) ?? wholeUnit(at: at), inner.atoms.lowerBound == at else {
      return nil
    }
    return part(of: inner, position, from: start)
  }

  /// "the end of July", "the beginning of the year", "the middle of next week".
  private func endOf(at start: Int) -> TimeMatch? {
    let word = kind(start) == .the ? start + 1 : start
    let position: Position
    switch kind(word) {
    case .early where value(word) == 1: position = .early
    case .late where value(word) == 1: position = .late
    case .mid where atoms[word].span.length > 3: position = .mid
    default: return nil
    }
    guard kind(word + 1) == .of, let inner = wholeUnit(at: word + 2) ?? simplePoint(at: word + 2)
    else { return nil }
    return part(of: inner, position, from: start)
  }

  /// "the week of March 6".
  private func weekOf(at start: Int) -> TimeMatch? {
    let word = skip(start, .the)
    guard kind(word) == .unit, value(word) == TimeUnit.week.rawValue, kind(word + 1) == .of,
      let day = calendar(at: word + 2), day.period?.grain == .day
    else { return nil }
    return TimeMatch(
      start..<day.atoms.upperBound, .interval, day.period.map { .week(of: $0.first) },
      rule: "week-of")
  }

  /// "the second week of September", "the first ten days of May", "the last three months of 2015".
  private func unitsOf(at start: Int) -> TimeMatch? {
    let word = skip(start, .the)
    var number = 1
    var count = 1
    var at = word + 1
    let fromEnd = kind(word) == .last
    if !fromEnd {
      guard let ordinal = Numerals.read(at: word, in: atoms), ordinal.isOrdinal,
        let value = ordinal.whole, value > 0, value < 32
      else { return nil }
      (number, at) = (value, ordinal.atoms.upperBound)
    }
    if let numeral = Numerals.read(at: at, in: atoms), !numeral.isOrdinal,
      let value = numeral.whole,
      number == 1, value > 0, value < 100
    {
      (count, at) = (value, numeral.atoms.upperBound)
    }
    guard kind(at) == .unit || kind(at) == .units, let unit = TimeUnit(rawValue: value(at)),
      unit == .day || unit == .week || unit == .month, kind(at + 1) == .of,
      let inner = wholeUnit(at: at + 2) ?? calendar(at: at + 2) ?? deictic(at: at + 2),
      let whole = inner.period, whole.grain > .week
    else { return nil }
    let first =
      fromEnd ? unit.moved(whole.last + 1, by: -count) : unit.moved(whole.first, by: number - 1)
    let last = fromEnd ? whole.last : unit.moved(first, by: count) - 1
    guard first >= whole.first, first <= whole.last else { return nil }
    return TimeMatch(
      start..<inner.atoms.upperBound, .interval,
      Period(
        first: first, last: min(last, whole.last), grain: unit == .month ? .month : .day),
      rule: "units-of")
  }

  /// "the year", "the month": the one that is running.
  private func wholeUnit(at index: Int) -> TimeMatch? {
    guard kind(index) == .the, kind(index + 1) == .unit,
      let unit = TimeUnit(rawValue: value(index + 1)), unit >= .day
    else { return nil }
    guard let published, let period = Period.unit(unit, around: published, offset: 0) else {
      return unresolved(index..<index + 2, unit)
    }
    return TimeMatch(index..<index + 2, period, rule: "this-unit")
  }

  private func part(of inner: TimeMatch, _ position: Position, from start: Int) -> TimeMatch {
    var match = inner.widened(from: start)
    match.value = inner.value ?? inner.period?.value
    guard let period = inner.period, !inner.opensBefore, !inner.opensAfter else { return match }
    let (year, month, _) = period.first.parts
    switch (period.grain, position) {
    case (.day, _):
      match.value = inner.value
      return match
    case (.week, .early), (.week, .mid), (.week, .late): return match
    case (_, .earlier):
      guard let published, published >= period.first, published <= period.last else { break }
      match.kind = .interval
      match.rule = "earlier-in"
      if period.grain == .week, published > period.first {
        // Days of a week are told apart: what was earlier was not today.
        match.period = Period(first: period.first, last: published - 1, grain: .day)
        match.precision = 2
      } else {
        match.cut = Period(first: period.first, last: published, grain: .day)
      }
      return match
    case (_, .later):
      guard let published, published >= period.first, published <= period.last else { break }
      // "later that month the army withdrew" lies before now, "will leave later this month" behind it.
      match.cut =
        outlook(start) == .past
        ? Period(first: period.first, last: published, grain: .day)
        : Period(first: published, last: period.last, grain: .day)
      match.kind = .interval
      match.rule = "later-in"
      return match
    default: break
    }
    match.kind = .interval
    match.rule = "third-of"
    let index = position == .early || position == .earlier ? 0 : position == .mid ? 1 : 2
    switch period.grain {
    case .month:
      let first = period.first + index * 10
      let last = index == 2 ? period.last : first + 9
      match.period = Period(first: first, last: last, grain: .third)
      match.precision = 4
    case .year:
      match.period = .months(year, 1 + index * 4, 4, .month)
    case .quarter, .third:
      match.period = .months(year, month + index, 1, .month) ?? period
    case .decade:
      let bounds = [(0, 4), (4, 3), (7, 3)][index]
      match.period = .years(year + bounds.0, bounds.1, .decade)
    case .century:
      let bounds = [(0, 33), (33, 34), (67, 33)][index]
      match.period = .years(year + bounds.0, bounds.1, .century)
    case .day, .week: break
    }
    return match
  }

  /// "the 1988 third quarter", "the 1988 period", "last year's first quarter".
  private func quarterOfYear(at start: Int) -> TimeMatch? {
    guard let published else { return nil }
    let word = skip(start, .the)
    var year: Int?
    var at = word + 1
    if let number = number(word), atoms[word].span.length == 4, (1900...2199).contains(number),
      word > start
    {
      year = number
    } else if kind(word + 1) == .unit, value(word + 1) == TimeUnit.year.rawValue {
      switch kind(word) {
      case .last: year = published.year - 1
      case .this: year = published.year
      case .next: year = published.year + 1
      default: return nil
      }
      at = word + 2
      guard atoms.isSign(at, "'"), isJoined(at), isJoined(at + 1) else { return nil }
      at += 2
    }
    guard let year else { return nil }
    if let numeral = Numerals.read(at: at, in: atoms), numeral.isOrdinal,
      let quarter = numeral.whole, (1...4).contains(quarter)
    {
      let unit = skip(numeral.atoms.upperBound, "-")
      guard kind(unit) == .unit, value(unit) == TimeUnit.quarter.rawValue else { return nil }
      return TimeMatch(
        start..<unit + 1, .interval, .months(year, quarter * 3 - 2, 3, .quarter),
        rule: "part-of-year")
    }
    guard let anchor, anchor.grain == .quarter, anchor.value != nil,
      kind(at) == .unit && value(at) == TimeUnit.quarter.rawValue
        || at < tokens.count && tree.isWord(Int(tokens[at]), "period")
    else { return nil }
    return TimeMatch(
      start..<at + 1, .interval, anchor.moved(years: year - anchor.first.year),
      rule: "part-of-year")
  }

  /// "the first half of 2016", "the third quarter", "the last three months of 2015".
  private func fractionOf(at start: Int) -> TimeMatch? {
    let word = kind(start) == .the ? start + 1 : start
    let number: Int
    var at: Int
    if kind(word) == .last {
      (number, at) = (-1, word + 1)
    } else if let numeral = Numerals.read(at: word, in: atoms), numeral.isOrdinal,
      let value = numeral.whole, value <= 4
    {
      (number, at) = (value, skip(numeral.atoms.upperBound, "-"))
    } else {
      return nil
    }
    let isHalf = kind(at) == .half
    let isQuarter = kind(at) == .unit && value(at) == TimeUnit.quarter.rawValue
    guard isHalf || isQuarter, !(isHalf && number > 2) else { return nil }
    at += 1
    var whole: Period?
    var end = at
    if kind(at) == .of, let inner = wholeUnit(at: at + 1) ?? simplePoint(at: at + 1) {
      (whole, end) = (inner.period, inner.atoms.upperBound)
      guard whole != nil else { return inner.widened(from: start) }
    } else if isQuarter, number > 0, let published {
      // "the third quarter": the last one that has begun.
      let thisYear = Period.months(published.year, number * 3 - 2, 3, .quarter)
      let begun = thisYear.map { $0.first <= published } ?? false
      return TimeMatch(
        start..<at, .interval,
        begun ? thisYear : .months(published.year - 1, number * 3 - 2, 3, .quarter),
        rule: "quarter-nearest")
    } else {
      return nil
    }
    guard let whole else { return nil }
    let (year, month, _) = whole.first.parts
    let index: Int
    let months: Int
    switch whole.grain {
    case .year:
      months = isHalf ? 6 : 3
      index = number < 0 ? 12 / months - 1 : number - 1
      return TimeMatch(
        start..<end, .interval, .months(year, 1 + index * months, months, .quarter),
        rule: "part-of-year")
    case .month where isHalf:
      let first = number == 1 ? whole.first : whole.first + 15
      let last = number == 1 ? whole.first + 14 : whole.last
      return TimeMatch(
        start..<end, .interval, Period(first: first, last: last, grain: .third), precision: 4,
        rule: "part-of-month")
    case .decade where isHalf:
      return TimeMatch(
        start..<end, .interval, .years(year + (number == 1 ? 0 : 5), 5, .decade),
        rule: "part-of-decade")
    default:
      _ = month
      return nil
    }
  }

  /// "the early hours of Sunday", "the night of September 5", "early on the morning of 5 May".
  private func earlyHours(at start: Int) -> TimeMatch? {
    var at = skip(start, .the)
    if kind(at) == .early || kind(at) == .late { at += 1 }
    guard kind(at) == .part || (kind(at) == .units && value(at) == TimeUnit.hour.rawValue),
      at > start || kind(at) == .part
    else { return nil }
    let next = at + 1
    if kind(at) == .units, kind(start) == .the, kind(next) != .of, kind(next) != .on {
      // "during the early hours": of the day told last.
      return anchor.flatMap {
        $0.first == $0.last ? TimeMatch(start..<next, $0, rule: "from-anchor") : nil
      }
    }
    guard kind(next) == .of || kind(next) == .on, let inner = simplePoint(at: next + 1),
      inner.period?.grain == .day || inner.period == nil
    else { return nil }
    return inner.widened(from: start)
  }
}
