public import PatchworkRecord

/// Some figures of an incident that have something in common, with their range.
public struct FigureGroup<Key: Hashable & Sendable>: Sendable {
  /// What they have in common.
  public let key: Key
  /// Their positions in the table, in order.
  public let figures: [Int]
  /// Their range, nil where none of them counts by itself ("three more").
  public let range: CasualtyRange?
}

extension CasualtyTable {
  /// The figures by who gives them, in order of first mention; an empty name is nobody who is named.
  public var bySpeaker: [FigureGroup<String>] { groups { $0.speaker } }

  /// The figures by day of publication, in order; those whose day is not known come last.
  public var byDay: [FigureGroup<CivilDay?>] {
    groups { $0.published }.sorted { ($0.key?.number ?? .max) < ($1.key?.number ?? .max) }
  }

  private func groups<Key: Hashable & Sendable>(_ key: (Figure) -> Key) -> [FigureGroup<Key>] {
    var order: [Key] = []
    var members: [Key: [Int]] = [:]
    for (index, figure) in figures.enumerated() {
      if members[key(figure)] == nil { order.append(key(figure)) }
      members[key(figure), default: []].append(index)
    }
    return order.map { key in
      let own = members[key, default: []]
      return FigureGroup(key: key, figures: own, range: CasualtyRange(own.map { figures[$0] }))
    }
  }
}
