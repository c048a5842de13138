public import PatchworkRecord

/// One thing that bears on a movement, found by one rule, with the sentences or entries that it rests on.
public struct Factor: Hashable, Sendable {
  /// What it rests on.
  public enum Ground: Hashable, Sendable {
    /// A statement of a report.
    case said(SaidState)
    /// A clock of an instrument, by the statement that gives it.
    case clock(instrument: String, TruceAct, Clock)
    /// What a person entered with the movement.
    case entered(Movement.Contact)
    /// The sun at the destination: no source but the almanac.
    case almanac(Daylight)
  }

  /// The rule.
  public let rule: Rule
  /// What it rests on, in order of publication; none for what is unknown.
  public let grounds: [Ground]
  /// How near the nearest of it is, in kilometres; nil where it is of a wider area, or of no place.
  public let kilometres: Double?
  /// Codes of incidents among it.
  public let incidents: [String]
  /// The party that it is about, empty for none.
  public let party: String

  /// Makes a factor.
  public init(
    rule: Rule, grounds: [Ground], kilometres: Double? = nil, incidents: [String] = [],
    party: String = ""
  ) {
    self.rule = rule
    self.grounds = grounds
    self.kilometres = kilometres
    self.incidents = incidents
    self.party = party
  }

  /// Which way it points.
  public var direction: Rule.Direction { rule.direction }

  /// Independent origins of the reports among it.
  public var origins: Int {
    Set(
      grounds.compactMap { ground in
        switch ground {
        case .said(let said): said.origin
        case .clock(_, let act, _): act.said.origin
        case .entered, .almanac: nil
        }
      }
    ).count
  }

  /// The newest day of publication among it.
  public var newest: CivilDay? {
    grounds.compactMap { ground in
      switch ground {
      case .said(let said): said.published
      case .clock(_, let act, _): act.said.published
      case .entered(let contact): contact.at?.day
      case .almanac: nil
      }
    }.max()
  }

  /// The day, and where it is said the hour, at which it ceases to hold, where a clock says so; the earliest of several.
  public var expires: (day: CivilDay, time: TimeOfDay?)? {
    grounds.compactMap { ground -> (day: CivilDay, time: TimeOfDay?)? in
      if case .clock(_, _, let clock) = ground { return clock.end.map { ($0, clock.endTime) } }
      if case .said(let said) = ground, said.entry.layer == .threat {
        return said.entry.last.map { ($0, said.entry.lastTime) }
      }
      return nil
    }.min { ($0.day, $0.time?.minutes ?? 1440) < ($1.day, $1.time?.minutes ?? 1440) }
  }
}
