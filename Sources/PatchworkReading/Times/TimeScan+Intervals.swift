import PatchworkRecord
import PatchworkText

/// Open and closed intervals, deadlines and repeated times, by the words that make them.
extension TimeScan {
  /// A time with the preposition that changes what it means.
  func governed(at start: Int) -> TimeMatch? {
    switch kind(start) {
    case .since: return since(start)
    case .until: return until(start, kind: .interval)
    case .by: return until(start, kind: .deadline)
    case .between: return between(start)
    case .from: return fromTo(start)
    case .within: return within(start)
    case .in: return inAmount(start)
    case .for: return forAmount(start)
    case .every: return every(start)
    case .weekdays:
      guard atoms[start].isCapitalised else { return nil }
      return every(start..<start + 1, value: "XXXX-WXX-\(value(start))")
    case .have: return timeLeft(start)
    default: return nil
    }
  }

  private func since(_ start: Int) -> TimeMatch? {
    if kind(start + 1) == .then {
      guard let anchor else { return nil }
      var match = TimeMatch(start..<start + 2, .interval, anchor, rule: "since-anchor")
      match.opensAfter = true
      return match
    }
    let next = skip(start + 1, .at)
    guard var match = point(at: next), match.kind != .set, match.kind != .duration else {
      return nil
    }
    match = match.widened(from: start)
    match.kind = .interval
    match.opensAfter = match.period != nil
    match.opensBefore = false
    match.cut = nil
    return match
  }

  private func until(_ start: Int, kind: TimeKind) -> TimeMatch? {
    let next = skip(start + 1, .at)
    guard var match = point(at: next), match.kind != .set, match.kind != .duration else {
      return nil
    }
    guard kind == .interval || match.rule != "time-of-day" else { return nil }
    // "by Saturday it was quiet" sets no deadline.
    let isSet = kind == .deadline && outlook(next) != .past
    match = match.widened(from: start)
    match.kind = isSet ? .deadline : .interval
    match.opensBefore = match.period != nil
    match.opensAfter = false
    match.cut = nil
    return match
  }

  /// "between September 19 and September 24", "between 5 and 9 May", "between 2012 and 2014".
  private func between(_ start: Int) -> TimeMatch? {
    guard let left = point(at: start + 1), let period = left.period else { return nil }
    if left.kind == .interval, left.rule == "calendar-range" { return left.widened(from: start) }
    let next = left.atoms.upperBound
    guard kind(next) == .and || atoms.isSign(next, "-"), let right = point(at: next + 1) else {
      return nil
    }
    return interval(start, left, period, right)
  }

  /// "from Monday to Wednesday", "from 5 May until 9 June".
  private func fromTo(_ start: Int) -> TimeMatch? {
    guard let left = point(at: start + 1), let period = left.period else { return nil }
    if left.kind == .interval, left.rule == "calendar-range" { return left.widened(from: start) }
    let next = left.atoms.upperBound
    guard kind(next) == .to || kind(next) == .until || atoms.isSign(next, "-"),
      let right = point(at: next + 1)
    else { return nil }
    return interval(start, left, period, right)
  }

  /// One interval of two times; the first follows the second's year, and lies before it.
  func interval(_ start: Int, _ left: TimeMatch, _ first: Period, _ right: TimeMatch) -> TimeMatch?
  {
    guard var second = right.period, right.kind != .duration, right.kind != .set else { return nil }
    var from = first
    if left.namesYear, !right.namesYear, right.rule != "yesterday", right.rule != "today",
      right.rule != "this-unit"
    {
      // "between February 2012 and late July": the second follows the first's year.
      second = second.moved(years: from.first.year - second.first.year)
      if second.last < from.first { second = second.moved(years: 1) }
    }
    if !left.namesYear, from.grain == second.grain {
      let years = second.first.year - from.first.year
      if right.namesYear, years != 0 { from = from.moved(years: years) }
    }
    if from.first > second.last, !left.namesYear {
      from =
        left.rule.hasPrefix("weekday")
        ? Period(first: from.first - 7, last: from.last - 7, grain: .day) : from.moved(years: -1)
    }
    guard from.first <= second.last else { return nil }
    let period = Period(first: from.first, last: second.last, grain: max(from.grain, second.grain))
    var match = TimeMatch(start..<right.atoms.upperBound, .interval, period, rule: "from-to")
    match.ends = [
      TimeMatch(left.atoms, left.kind, from, rule: left.rule),
      TimeMatch(right.atoms, right.kind, second, rule: right.rule),
    ]
    return match
  }

  /// "Monday to Wednesday", "5 May - 9 June", "September through November".
  func joined(_ left: TimeMatch) -> TimeMatch {
    let next = left.atoms.upperBound
    let isDash = atoms.isSign(next, "-")
    guard left.kind == .date, let period = left.period, kind(next) == .to || isDash,
      let right = simplePoint(at: next + 1), right.kind == .date,
      right.period?.grain == period.grain,
      let both = interval(left.atoms.lowerBound, left, period, right)
    else { return left }
    return both
  }

  private func within(_ start: Int) -> TimeMatch? {
    var at = blurred(start + 1)
    if kind(at) == .the { at += 1 }
    if kind(at) == .next || kind(at) == .coming || kind(at) == .following { at += 1 }
    guard let amount = amount(at: at, allowsBare: true), kind(amount.end) != .of else { return nil }
    if outlook(start) == .past {
      var match = TimeMatch(
        start..<amount.end, .duration, nil, precision: amount.unit.precision,
        length: amount.count.map { amount.unit.length($0) }, rule: "within-past")
      match.value = match.length ?? amount.unit.vagueLength
      return match
    }
    return within(start..<amount.end, amount, kind: .deadline, rule: "within")
  }

  /// "in 48 hours" of what is to come; of what has been it is a length.
  private func inAmount(_ start: Int) -> TimeMatch? {
    let from = blurred(start + 1)
    guard let amount = amount(at: from), kind(amount.end) != .of, kind(amount.end) != .ago,
      kind(amount.end) != .later, kind(amount.end) != .earlier
    else { return nil }
    if outlook(start) == .future {
      return within(start..<amount.end, amount, kind: .date, rule: "in-amount")
    }
    return duration(start..<amount.end, amount)
  }

  /// "for 48 hours", "for more than two months", "for the past two weeks", "for a third straight day".
  private func forAmount(_ start: Int) -> TimeMatch? {
    if let stretch = ordinalStretch(at: start + 1) { return stretch.widened(from: start) }
    if kind(start + 1) == .the || kind(start + 1) == .past || kind(start + 1) == .last {
      return simplePoint(at: start + 1)?.widened(from: start)
    }
    var from = blurred(start + 1)
    if kind(from) == .another { from += 1 }
    guard let amount = amount(at: from, allowsBare: true) else { return nil }
    let next = atoms.isSign(amount.end, "-") ? amount.end + 1 : amount.end
    guard kind(next) != .old, kind(amount.end) != .ago else { return nil }
    // "for two months" as an age or a price would have "-old" or no unit at all.
    return duration(start..<amount.end, amount)
  }

  /// "every 48 hours", "every Friday", "each night".
  private func every(_ start: Int) -> TimeMatch? {
    let at = start + 1
    if let amount = amount(at: at) {
      return TimeMatch(
        start..<amount.end, .set, nil, precision: amount.unit.precision,
        length: amount.count.map { amount.unit.length($0) }, rule: "every")
    }
    switch kind(at) {
    case .weekday:
      return every(start..<at + 1, value: "XXXX-WXX-\(value(at))")
    case .part: return every(start..<at + 1, value: "P1D")
    case .weekend: return every(start..<at + 1, value: "XXXX-WXX-WE")
    case .unit:
      guard let unit = TimeUnit(rawValue: value(at)), unit != .second else { return nil }
      return TimeMatch(
        start..<at + 1, .set, nil, precision: unit.precision, length: unit.length(1), rule: "every")
    default: return nil
    }
  }

  private func every(_ atoms: Range<Int>, value: String) -> TimeMatch {
    var match = TimeMatch(atoms, .set, nil, precision: 1, rule: "every")
    match.value = value
    return match
  }

  /// "You have 48 hours", "given 72 hours to leave".
  private func timeLeft(_ start: Int) -> TimeMatch? {
    let from = blurred(skip(start + 1, .only))
    guard let amount = amount(at: from), amount.unit <= .week, amount.count != nil,
      kind(amount.end) == .only || kind(amount.end) == .to || value(start) == 2
        || endsPhrase(amount.end)
    else { return nil }
    let past = value(start) == 1
    return within(
      from..<amount.end, amount, kind: .deadline, rule: past ? "time-limit-past" : "time-limit")
  }
}

extension Period {
  /// The same days some years on.
  func moved(years: Int) -> Period {
    Period(
      first: first.adding(months: 12 * years), last: last.adding(months: 12 * years), grain: grain)
  }
}
