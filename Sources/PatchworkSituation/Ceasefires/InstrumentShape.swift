import PatchworkLinking
public import PatchworkRecord

extension Instrument {
  /// How many sides bind themselves.
  ///
  /// Source: the types of the civil-conflict ceasefire data (ETH/PRIO).
  public enum Lateral: String, Sendable, CaseIterable {
    case unilateral, bilateral, multilateral
  }

  /// Whether it is laid down.
  public enum Form: String, Sendable, CaseIterable {
    case written, verbal
  }

  /// How many sides it has, and what that rests on.
  public struct Sidedness: Hashable, Sendable {
    /// The type.
    public let lateral: Lateral
    /// Who says so by a word; nil where it is counted from the parties that declare it.
    public internal(set) var said: TruceAct?
    /// The parties, states and armed groups, that the record has declarations of.
    public let parties: [String]
  }

  /// An end, as one speaker says it or as a clock gives it.
  public struct Ending: Hashable, Sendable {
    /// Why it ended.
    public enum Reason: String, Sendable, CaseIterable {
      case declaredOver = "declared over"
      case expired
      case fightingResumed = "fighting resumed"
      case replaced
    }

    /// Why.
    public let reason: Reason
    /// Who says so; for a clock that ran out, the statement that gives the clock.
    public internal(set) var act: TruceAct
    /// The ground that is given, empty where none is.
    public internal(set) var ground: String
    /// The day on which the last clock ran out, where no one says that it is over.
    public var ranOut: CivilDay?
  }

  /// How many sides it is said to have: by a word of somebody, else by the parties that declare it themselves, those who
  /// brokered it left out; nil where neither tells.
  func sidedness(_ said: (lateral: Lateral, act: TruceAct)?, _ parties: Parties) -> Sidedness? {
    let declaring = sides.filter { side in
      guard side.declaration != nil, !brokers.contains(side.speaker),
        let kind = parties.kind(ofParty: side.speaker)
      else {
        return false
      }
      return kind == "state" || kind == "armed group"
    }.map(\.speaker)
    if let said { return Sidedness(lateral: said.lateral, said: said.act, parties: declaring) }
    switch declaring.count {
    case 0: return nil
    case 1: return Sidedness(lateral: .unilateral, said: nil, parties: declaring)
    case 2: return Sidedness(lateral: .bilateral, said: nil, parties: declaring)
    default: return Sidedness(lateral: .multilateral, said: nil, parties: declaring)
    }
  }

  /// The ends that are said, one a speaker; where nobody says one, that the last clock has run out by a day.
  public func endings(on day: CivilDay) -> [Ending] {
    if !ends.isEmpty { return ends }
    let clocks = self.clocks
    guard let last = clocks.max(by: { ($0.end ?? .distant) < ($1.end ?? .distant) }),
      let end = last.end, end < day
    else { return [] }
    return [Ending(reason: .expired, act: acts[last.act], ground: "", ranOut: end)]
  }
}

extension CivilDay {
  /// Later than every day that is said.
  fileprivate static let distant = CivilDay(number: .max)
}
