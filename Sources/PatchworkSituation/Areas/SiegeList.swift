import PatchworkLinking
public import PatchworkRecord
public import PatchworkText

/// Who lists an area as besieged, who only calls it so, and who says that it is not: a row a speaker.
public struct SiegeList: Hashable, Sendable {
  /// Who says it.
  public let speaker: String
  /// Whether a sentence of the speaker's speaks of a list; a reporter who calls a town besieged lists nothing.
  public let isList: Bool
  /// What the newest statement holds.
  public let holds: Holding
  /// The first day of publication of those statements that hold what the newest holds.
  public let since: CivilDay?
  /// Positions, in the states given, of the speaker's statements, newest first.
  public let said: [Int]

  /// What somebody holds of a siege.
  public enum Holding: String, Sendable, CaseIterable {
    /// That the place is besieged or cut off.
    case besieged
    /// That a siege was lifted.
    case lifted
    /// Only that it is not so as others say.
    case denied
  }
}

/// Reads who lists what as besieged.
public struct SiegeListReader: Sendable {
  private let words: [[UInt8]]

  /// Reads the table `list-words.tsv` that ships with the target.
  public init() throws(LexiconError) {
    words = try LexiconFolder.table("list-words.tsv").rows.map { Array($0["words"].utf8) }
  }

  /// The rows, list-makers first, then in the order in which they first spoke.
  public func lists(_ states: [SaidState]) -> [SiegeList] {
    var order: [String] = []
    var bySpeaker: [String: [Int]] = [:]
    for (index, said) in states.enumerated()
    where said.entry.layer == .siege && said.entry.holding != .open {
      if bySpeaker[said.who] == nil { order.append(said.who) }
      bySpeaker[said.who, default: []].append(index)
    }
    let rows = order.compactMap { speaker -> SiegeList? in
      let said = bySpeaker[speaker] ?? []
      guard let newest = said.last else { return nil }
      let holds = Self.holds(states[newest])
      let alike = said.filter { Self.holds(states[$0]) == holds }
      return SiegeList(
        speaker: speaker, isList: said.contains { isList(states[$0].sentence) }, holds: holds,
        since: alike.compactMap { states[$0].published }.min(), said: said.reversed())
    }
    return rows.filter(\.isList) + rows.filter { !$0.isList }
  }

  private func isList(_ sentence: String) -> Bool {
    let text = WordBeginnings.folded(sentence)
    return words.contains { WordBeginnings.stand($0, in: text) }
  }

  private static func holds(_ said: SaidState) -> SiegeList.Holding {
    switch (said.entry.state, said.entry.holding) {
    case ("lifted", .asserts): .lifted
    case ("lifted", _), (_, .asserts): .besieged
    default: .denied
    }
  }
}
