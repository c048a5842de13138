import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Lengths of time, and times told by their distance: "48 hours", "two days later", "a year ago".
extension TimeScan {
  /// A number of units: "two weeks", "48-hour", "a few days", "half an hour", "days".
  struct Amount {
    /// nil for vague words.
    var count: Int?
    var unit: TimeUnit
    var end: Int
    var isPlural: Bool
    /// Whether a number or an article counts the units.
    var isCounted: Bool
  }

  func amount(at start: Int, allowsBare: Bool = false) -> Amount? {
    var at = start
    var count: Int?
    var counted = true
    switch kind(at) {
    case .a where kind(at + 1) == .few || kind(at + 1) == .couple: return vague(at + 1)
    case .few, .several, .couple: return vague(at)
    case .a where kind(at + 1) == .unit || kind(at + 1) == .fortnight:
      (count, at) = (1, at + 1)
    case .half where kind(at + 1) == .a && kind(at + 2) == .unit:
      return half(at + 2)
    case .units where allowsBare: counted = false
    default:
      guard let numeral = Numerals.read(at: at, in: atoms), !numeral.isOrdinal else { return nil }
      at = numeral.atoms.upperBound
      // "2 1/2 years" and "two and a half years" keep their whole part in the count.
      guard let whole = Int(exactly: numeral.value.rounded(.down)), whole < 10_000 else {
        return nil
      }
      count = whole
      if numeral.value - Double(whole) == 0.5, kind(at) == .units,
        let smaller = TimeUnit(rawValue: value(at)).flatMap(Self.halved)
      {
        // "2 1/2 years" are 30 months.
        return Amount(
          count: whole * smaller.perUnit + smaller.perUnit / 2, unit: smaller.unit, end: at + 1,
          isPlural: true, isCounted: true)
      }
      if kind(at) == .past || kind(at) == .next, kind(at + 1) == .units { at += 1 }
      if kind(at) == .more && kind(at + 1) != .than { at += 1 }
    }
    var joined = false
    if atoms.isSign(at, "-") {
      (at, joined) = (at + 1, true)
    }
    switch kind(at) {
    case .unit:
      guard let unit = TimeUnit(rawValue: value(at)), counted else { return nil }
      // "a second" orders, "three-quarters" is a fraction.
      guard unit != .second || joined || count.map({ $0 > 1 }) == true, unit != .quarter || !joined
      else { return nil }
      return whole(Amount(count: count, unit: unit, end: at + 1, isPlural: joined, isCounted: true))
    case .units:
      guard let unit = TimeUnit(rawValue: value(at)),
        unit != .quarter || !joined && kind(at + 1) != .of
      else { return nil }
      return whole(
        Amount(count: count, unit: unit, end: at + 1, isPlural: true, isCounted: counted))
    case .fortnight:
      return Amount(
        count: count.map { $0 * 2 }, unit: .week, end: at + 1, isPlural: false, isCounted: true)
    default: return nil
    }
  }

  /// The unit that halves of a unit are told in.
  private static func halved(_ unit: TimeUnit) -> (unit: TimeUnit, perUnit: Int)? {
    switch unit {
    case .hour: (.minute, 60)
    case .day: (.hour, 24)
    case .year: (.month, 12)
    default: nil
    }
  }

  private func vague(_ word: Int) -> Amount? {
    let at = skip(word + 1, .of)
    guard kind(at) == .units, let unit = TimeUnit(rawValue: value(at)) else { return nil }
    return Amount(count: nil, unit: unit, end: at + 1, isPlural: true, isCounted: false)
  }

  private func half(_ at: Int) -> Amount? {
    switch TimeUnit(rawValue: value(at)) {
    case .hour:
      return Amount(count: 30, unit: .minute, end: at + 1, isPlural: false, isCounted: true)
    case .day:
      return Amount(count: 12, unit: .hour, end: at + 1, isPlural: false, isCounted: true)
    case .year:
      return Amount(count: 6, unit: .month, end: at + 1, isPlural: false, isCounted: true)
    case .decade:
      return Amount(count: 5, unit: .year, end: at + 1, isPlural: false, isCounted: true)
    default: return nil
    }
  }

  /// Takes "and a half" along.
  private func whole(_ amount: Amount) -> Amount {
    guard kind(amount.end) == .and, kind(amount.end + 1) == .a, kind(amount.end + 2) == .half else {
      return amount
    }
    var copy = amount
    copy.end = amount.end + 3
    if amount.unit == .year, let count = amount.count {
      copy.count = count * 12 + 6
      copy.unit = .month
    }
    return copy
  }

  /// The index behind words that blur a number: "more than", "about", "at least", "up to".
  func blurred(_ start: Int) -> Int {
    switch kind(start) {
    case .more, .less: return kind(start + 1) == .than ? start + 2 : start
    case .approx, .over: return start + 1
    case .at: return kind(start + 1) == .least ? start + 2 : start
    default: return start
    }
  }

  /// "two weeks ago", "a day earlier", "three days later", "two months on", "48 hours".
  func amountOfTime(at start: Int) -> TimeMatch? {
    let from = blurred(start)
    // A bare "days" needs something behind it that makes it a time.
    let bare = kind(from) == .units
    guard let amount = amount(at: from, allowsBare: bare) else { return nil }
    // "a 12-year-old", "12 years old" are ages.
    let next = atoms.isSign(amount.end, "-") ? amount.end + 1 : amount.end
    if kind(next) == .old { return TimeMatch(start..<next + 1, .duration, nil, rule: "age") }
    switch kind(amount.end) {
    case .ago: return ago(start..<amount.end + 1, amount)
    case .earlier, .later:
      return later(start..<amount.end + 1, amount, kind(amount.end) == .earlier ? -1 : 1)
    case .since: return sinceEvent(start..<amount.end, amount)
    case .before, .after:
      guard endsPhrase(amount.end + 1) else {
        var match = TimeMatch(
          start..<amount.end + 1, nil, precision: amount.unit.precision, rule: "from-event")
        match.value = amount.count.map(amount.unit.length) ?? amount.unit.vagueLength
        return match
      }
      return later(start..<amount.end + 1, amount, kind(amount.end) == .before ? -1 : 1)
    case .from where atoms.count > amount.end + 1 && atoms[amount.end + 1].key == WordKey("now"):
      return within(start..<amount.end + 2, amount, kind: .date, rule: "from-now")
    default: break
    }
    if bare { return nil }
    if kind(amount.end) == .to, tag(amount.end + 1) == .vb, amount.unit <= .week,
      outlooks.givesTime(Int(tokens[start]))
    {
      return within(start..<amount.end, amount, kind: .deadline, rule: "time-limit")
    }
    return duration(start..<amount.end, amount)
  }

  func duration(_ atoms: Range<Int>, _ amount: Amount) -> TimeMatch {
    // "48-hour ultimatum", "you have 48 hours": time runs out.
    let isLimit =
      kind(amount.end) == .limit || kind(atoms.lowerBound - 1) == .have
      || kind(atoms.lowerBound - 1) == .limit
    let limited = isLimit && kind(amount.end) != .of && amount.count != nil
    var match = TimeMatch(
      atoms, limited ? .deadline : .duration, nil, precision: amount.unit.precision,
      length: amount.count.map { amount.unit.length($0) },
      rule: limited ? "time-limit" : "duration")
    match.value = match.length ?? amount.unit.vagueLength
    // "has been under siege for seven weeks": it began that far back and goes on.
    if !limited, kind(atoms.lowerBound) == .for, amount.unit >= .day, let count = amount.count,
      let published, outlooks.isPerfect(Int(tokens[atoms.lowerBound]))
    {
      match.period = around(amount.unit.moved(published, by: -count), amount.unit, count + 1)
      match.opensAfter = true
      match.rule = "duration-until-now"
    }
    return match
  }

  /// "30 years since the massacre": the event lies that far back.
  private func sinceEvent(_ atoms: Range<Int>, _ amount: Amount) -> TimeMatch {
    var match = ago(atoms, amount)
    match.length = amount.count.map { amount.unit.length($0) }
    match.rule = "since-event"
    return match
  }

  private func ago(_ atoms: Range<Int>, _ amount: Amount) -> TimeMatch {
    guard let published, let count = amount.count else {
      var match = unresolved(atoms, amount.unit)
      if let published, amount.count == nil {
        match.period = .day(published - (amount.unit >= .day ? 1 : 0))
        match.opensBefore = true
        match.rule = "ago-vague"
        match.value = "PAST_REF"
      }
      return match
    }
    // "net income fell from that of a year ago" beside a quarter compares quarters.
    if amount.unit == .year, let anchor, anchor.grain == .quarter,
      let match = like(anchor, atoms, amount, -count)
    {
      return match
    }
    let day = amount.unit.moved(published, by: -count)
    var match = TimeMatch(
      atoms, around(day, amount.unit, count), precision: amount.unit.precision, rule: "ago")
    match.value = amount.unit.value(around: day)
    return match
  }

  /// A day found by counting units is known no better than the units are fine.
  private func around(_ day: CivilDay, _ unit: TimeUnit, _ count: Int) -> Period? {
    switch unit {
    case .second, .minute, .hour, .day, .week: return .day(day)
    case .month, .quarter: return .unit(.month, around: day, offset: 0)
    case .year where count == 1: return .unit(.month, around: day, offset: 0)
    default: return .unit(.year, around: day, offset: 0)
    }
  }

  private func later(_ atoms: Range<Int>, _ amount: Amount, _ sign: Int) -> TimeMatch {
    guard let anchor, let count = amount.count else {
      var match = unresolved(atoms, amount.unit)
      match.value = amount.count.map(amount.unit.length) ?? amount.unit.vagueLength
      return match
    }
    if amount.unit == .year, let match = like(anchor, atoms, amount, sign * count) { return match }
    let day = amount.unit.moved(sign < 0 ? anchor.first : anchor.last, by: sign * count)
    var match = TimeMatch(
      atoms, around(day, amount.unit, count), precision: amount.unit.precision, rule: "from-anchor")
    match.value = amount.unit.value(around: day)
    return match
  }

  /// "a year earlier" told after a quarter is that quarter of another year.
  private func like(_ anchor: Period, _ atoms: Range<Int>, _ amount: Amount, _ count: Int)
    -> TimeMatch?
  {
    guard anchor.grain == .quarter, anchor.value != nil else { return nil }
    let moved = Period(
      first: amount.unit.moved(anchor.first, by: count),
      last: amount.unit.moved(anchor.last, by: count), grain: anchor.grain)
    guard moved.value != nil else { return nil }
    return TimeMatch(atoms, moved, rule: "from-anchor")
  }

  /// From publication until some units later.
  func within(_ atoms: Range<Int>, _ amount: Amount, kind: TimeKind, rule: String) -> TimeMatch {
    let length = amount.count.map { amount.unit.length($0) }
    guard let published, let count = amount.count else {
      var match = TimeMatch(
        atoms, kind, nil, precision: amount.unit.precision, length: length, rule: rule)
      match.value = length ?? amount.unit.vagueLength
      return match
    }
    let end = amount.unit.moved(published, by: count)
    let period =
      kind == .date
      ? around(end, amount.unit, count) : Period(first: published, last: end, grain: .day)
    return TimeMatch(
      atoms, kind, period, precision: amount.unit.precision, length: length, rule: rule)
  }

  /// "for a third straight day", "its fourth day", "the sixth consecutive week".
  func ordinalStretch(at start: Int) -> TimeMatch? {
    let article = kind(start) == .a || kind(start) == .the || kind(start) == .its
    let first = article ? start + 1 : start
    guard let numeral = Numerals.read(at: first, in: atoms), numeral.isOrdinal,
      let count = numeral.whole, count > 1, count < 1000
    else { return nil }
    let straight = kind(numeral.atoms.upperBound) == .straight
    let at = straight ? numeral.atoms.upperBound + 1 : numeral.atoms.upperBound
    var end = at + 1
    let unit: TimeUnit
    if kind(at) == .part {
      unit = .day
    } else if kind(at) == .unit, let read = TimeUnit(rawValue: value(at)), read >= .day {
      unit = read
    } else {
      return nil
    }
    let runs = kind(end) == .straight
    if runs { end += 1 }
    let counted = straight || runs || kind(start) == .its || kind(start - 1) == .for
    guard counted || kind(start) == .a, unit != .quarter || straight || runs else { return nil }
    guard unit == .day else {
      return TimeMatch(
        start..<end, .interval, nil, precision: unit.precision,
        length: straight || runs ? unit.length(count) : nil, rule: "ordinal-unit")
    }
    var last = published
    let next = skip(end, .on)
    if let day = weekday(at: next)?.period?.last { last = day }
    let period = last.map { Period(first: $0 - (count - 1), last: $0, grain: .day) }
    return TimeMatch(start..<end, .interval, period, precision: 1, rule: "straight-days")
  }
}
