public import PatchworkRecord

/// What the occurrences of an incident say together of what, where and when.
public struct IncidentSummary: Hashable, Sendable {
  /// The type that most occurrences name first; of several the one that says most.
  public let type: HappeningType
  /// The most specific place that is named most often.
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
    var types: [HappeningType: Int] = [:]
    for type in members.flatMap(\.types) { types[type, default: 0] += 1 }
    type =
      types.max {
        (Self.telling($0.key), $0.value, $1.key.rawValue)
          < (Self.telling($1.key), $1.value, $0.key.rawValue)
      }?.key ?? .other
    var places: [String: (count: Int, place: Place)] = [:]
    for place in members.compactMap(\.place) {
      let key = place.id ?? place.name
      places[key] = ((places[key]?.count ?? 0) + 1, places[key]?.place ?? place)
    }
    place =
      places.values.max {
        (($0.place.id == nil ? 0 : 1), -$0.place.precision, $0.count, $1.place.name)
          < (($1.place.id == nil ? 0 : 1), -$1.place.precision, $1.count, $0.place.name)
      }?.place
    var days: [ClosedRange<CivilDay>: Int] = [:]
    for said in members.compactMap(\.days) { days[said, default: 0] += 1 }
    self.days =
      days.max {
        ($0.value, -$0.key.length, -$0.key.lowerBound.number)
          < ($1.value, -$1.key.length, -$1.key.lowerBound.number)
      }?.key
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
