import PatchworkLinking
public import PatchworkRecord

/// A span of time that one account gives an instrument, and where it stands at a day or a moment.
///
/// Three clocks look alike and are not: a pause *for* 48 hours, an ultimatum *within* 48 hours, an organisation's halt of
/// its own work for 48 hours; the instrument's kind tells them apart. It is as fine as what is said: to the day, or to the hour.
public struct Clock: Hashable, Sendable {
  /// Position of the act within its instrument.
  public let act: Int
  /// First day: said, else the day of the statement.
  public let start: CivilDay
  /// The hour of the first day, where one is said.
  public var startTime: TimeOfDay?
  /// Whether the first day was said, or follows from the day of the statement.
  public let startIsSaid: Bool
  /// The day on which it ends: said, else the first day and the length; nil where neither is.
  public let end: CivilDay?
  /// The hour at which it ends: said, else the first hour and the length.
  public var endTime: TimeOfDay?
  /// The length in hours, where one is said.
  public let hours: Int?

  /// Where a clock stands.
  public enum Standing: Hashable, Sendable {
    /// It begins in so many days.
    case waiting(days: Int)
    /// It runs, for so many days more where an end is known; a day of its last is nought.
    case running(daysLeft: Int?)
    /// It ended so many days ago.
    case expired(days: Int)
  }

  /// Where it stands at a day.
  public func standing(on day: CivilDay) -> Standing {
    if day < start { return .waiting(days: start.number - day.number) }
    guard let end else { return .running(daysLeft: nil) }
    return day <= end
      ? .running(daysLeft: end.number - day.number) : .expired(days: day.number - end.number)
  }

  /// The first and the last moment at which it may begin: the same where the hour is said, else those of the day.
  ///
  /// `offset` is minutes east of UTC, for hours whose zone is not known and for days.
  public func beginning(offset: Int) -> ClosedRange<Moment> {
    Self.moments(of: start, startTime, offset)
  }

  /// The first and the last moment at which it may end, nil where no end is known.
  public func ending(offset: Int) -> ClosedRange<Moment>? {
    end.map { Self.moments(of: $0, endTime, offset) }
  }

  private static func moments(
    of day: CivilDay, _ time: TimeOfDay?, _ offset: Int
  ) -> ClosedRange<Moment> {
    if let moment = time?.moment(on: day, elseOffset: offset) { return moment...moment }
    let first = Moment(minutes: day.number * 1440 - offset, offset: offset)
    return first...(first + 1439)
  }
}

extension Instrument {
  /// The clocks that its acts give, in order; an act without day and length gives none.
  ///
  /// An extension begins where what it extends is said to end, else on the day of its statement.
  public var clocks: [Clock] {
    var clocks: [Clock] = []
    for (index, act) in acts.enumerated() {
      guard act.holding == .asserts, [.declared, .inForce, .extended].contains(act.state),
        let clock = act.clock(at: index, after: clocks.last),
        !clocks.contains(where: { $0.tells(clock, isRenewal: act.state == .extended) })
      else { continue }
      clocks.append(clock)
    }
    return clocks
  }
}

extension TruceAct {
  /// The last day, where the account says one and not only that it lasts until it is told.
  private var saidEnd: CivilDay? {
    guard let last = said.entry.last else { return nil }
    guard let start else { return last }
    return last > start && last != said.published || said.entry.lastTime != nil ? last : nil
  }

  /// The clock that the act gives; `earlier` is the one that an extension goes on from.
  fileprivate func clock(at index: Int, after earlier: Clock?) -> Clock? {
    guard start != nil || hours != nil || saidEnd != nil else { return nil }
    var begin = (day: start, time: said.entry.firstTime)
    if begin.day == nil, state == .extended, let end = earlier?.end {
      begin = (end, earlier?.endTime)
    }
    guard let first = begin.day ?? said.published else { return nil }
    var end = (day: saidEnd, time: said.entry.lastTime)
    if end.time == nil, let hours {
      let counted = Self.end(of: hours, from: first, begin.time)
      // A length from an hour ends at an hour; a last day that is said for itself goes before it.
      let isSame = end.day.map { abs($0.number - counted.day.number) <= 1 } ?? true
      if end.day == nil || begin.time != nil && isSame { end = (counted.day, counted.time) }
    }
    return Clock(
      act: index, start: first, startTime: begin.time, startIsSaid: start != nil, end: end.day,
      endTime: end.time, hours: hours)
  }

  /// The end of a length: to the hour from an hour; from a day some hours end on it, and longer ones after as many days as are begun.
  private static func end(
    of hours: Int, from day: CivilDay, _ time: TimeOfDay?
  ) -> (day: CivilDay, time: TimeOfDay?) {
    guard let time else { return (day + (hours < 24 ? 0 : (hours + 23) / 24), nil) }
    let minutes = time.minutes + hours * 60
    return (day + minutes / 1440, TimeOfDay(minutes: minutes % 1440, zone: time.zone))
  }
}

extension Clock {
  /// Whether another clock of the same instrument tells no more than this one.
  ///
  /// The same length told again on a later day is the same clock told again, unless a first day is said or it is renewed.
  fileprivate func tells(_ other: Clock, isRenewal: Bool) -> Bool {
    func isFiner(_ time: TimeOfDay?, than known: TimeOfDay?) -> Bool {
      time != nil && time != known
    }
    guard hours == other.hours, !isFiner(other.endTime, than: endTime),
      !isFiner(other.startTime, than: startTime)
    else { return false }
    if start == other.start && end == other.end { return true }
    if other.startIsSaid || isRenewal { return false }
    // Without a length it is told by its end alone.
    if other.hours == nil { return end == other.end }
    return end.map { other.start <= $0 + 7 } ?? true
  }
}
