public import PatchworkRecord

/// What the occurrences of an incident say together of what, where and when.
public struct IncidentSummary: Hashable, Sendable {
  /// What its tellings call it: of the types that many of them use the one that says most.
  public let type: HappeningType
  /// The place that its tellings agree on.
  public let place: Place?
  /// The narrowest stretch of days that is said most often, or nil where none is said.
  public let days: ClosedRange<CivilDay>?

  /// A summary whose parts are known.
  public init(type: HappeningType, place: Place?, days: ClosedRange<CivilDay>?) {
    self.type = type
    self.place = place
    self.days = days
  }

  /// The summary of at least one occurrence.
  public init(_ members: [Occurrence]) {
    type = Self.commonType(of: members)
    place = CommonPlace.of(members)
    var days: [ClosedRange<CivilDay>: Int] = [:]
    for said in members.compactMap(\.days) { days[said, default: 0] += 1 }
    self.days =
      days.max {
        ($0.value, -$0.key.length, -$0.key.lowerBound.number)
          < ($1.value, -$1.key.length, -$1.key.lowerBound.number)
      }?.key
  }

  /// A type that says more is taken where it is named at least once for every three times of the commonest type.
  private static let share = 3

  /// What most tellings call it, or a type that says more and that enough of them use: one that mentions another attack
  /// in passing does not name the event.
  private static func commonType(of members: [Occurrence]) -> HappeningType {
    var counts: [HappeningType: Int] = [:]
    for type in members.flatMap(\.types) { counts[type, default: 0] += 1 }
    let most = counts.values.max() ?? 0
    return counts.filter { $0.value * share >= most }.max { a, b in
      (telling(a.key), a.value, b.key.rawValue) < (telling(b.key), b.value, a.key.rawValue)
    }?.key ?? .other
  }

  /// Types that name what was done go before those that say only that there was violence or dead.
  private static func telling(_ type: HappeningType) -> Int {
    switch type {
    case .aidAttack, .chemicalAttack: 2
    case .attack, .killing, .destruction, .other: 0
    default: 1
    }
  }
}
