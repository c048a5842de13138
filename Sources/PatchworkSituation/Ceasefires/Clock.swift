import PatchworkLinking
public import PatchworkRecord

/// A span of days that one account gives an instrument, and where it stands at a day.
///
/// Three clocks look alike and are not: a pause *for* 48 hours, an ultimatum *within* 48 hours, an organisation's halt of
/// its own work for 48 hours; the instrument's kind tells them apart.
public struct Clock: Hashable, Sendable {
  /// Position of the act within its instrument.
  public let act: Int
  /// First day: said, else the day of the statement.
  public let start: CivilDay
  /// Whether the first day was said, or follows from the day of the statement.
  public let startIsSaid: Bool
  /// The day on which it ends: said, else the first day and the length; nil where neither is.
  public let end: CivilDay?
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
}

extension Instrument {
  /// The clocks that its acts give, in order; an act without day and length gives none.
  ///
  /// An extension begins where what it extends is said to end, else on the day of its statement.
  public var clocks: [Clock] {
    var clocks: [Clock] = []
    for (index, act) in acts.enumerated() {
      guard act.holding == .asserts, [.declared, .inForce, .extended].contains(act.state) else {
        continue
      }
      guard act.start != nil || act.hours != nil,
        let start = act.start ?? (act.state == .extended ? clocks.last?.end : nil)
          ?? act.said.published
      else { continue }
      let isStretch = act.said.entry.last.map { $0 > start && $0 != act.said.published } ?? false
      let end = isStretch ? act.said.entry.last : act.hours.map { start + Self.days(ofHours: $0) }
      let clock = Clock(
        act: index, start: start, startIsSaid: act.start != nil, end: end, hours: act.hours)
      // The same length told again on a later day is the same clock told again, unless a first day is said or it is renewed.
      let isKnown = clocks.contains {
        $0.hours == clock.hours
          && ($0.start == clock.start && $0.end == clock.end
            || !clock.startIsSaid && act.state != .extended
              && ($0.end.map { start <= $0 + 7 } ?? true))
      }
      if !isKnown { clocks.append(clock) }
    }
    return clocks
  }

  /// Days by which a length moves the last day: some hours of one day none, longer ones as many days as are begun.
  private static func days(ofHours hours: Int) -> Int { hours < 24 ? 0 : (hours + 23) / 24 }
}
