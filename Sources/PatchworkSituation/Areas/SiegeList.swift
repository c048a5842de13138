import PatchworkLinking
public import PatchworkRecord
public import PatchworkText

/// Who lists an area as besieged, who only calls it so, and who says that it is not: a row a speaker.
public struct SiegeList: Hashable, Sendable {
  /// Who says it.
  public let speaker: String
  /// Whether a sentence of the speaker's speaks of a list; a reporter who calls a town besieged lists nothing.
  public let isList: Bool
  /// Whether the newest statement holds that it is besieged or cut off.
  public let isSo: Bool
  /// The first day of publication of those statements that hold what the newest holds.
  public let since: CivilDay?
  /// Positions, in the states given, of the speaker's statements, newest first.
  public let said: [Int]
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
      let isSo = Self.isSo(states[newest])
      let alike = said.filter { Self.isSo(states[$0]) == isSo }
      return SiegeList(
        speaker: speaker, isList: said.contains { isList(states[$0].sentence) }, isSo: isSo,
        since: alike.compactMap { states[$0].published }.min(), said: said.reversed())
    }
    return rows.filter(\.isList) + rows.filter { !$0.isList }
  }

  private func isList(_ sentence: String) -> Bool {
    let text = WordBeginnings.folded(sentence)
    return words.contains { WordBeginnings.stand($0, in: text) }
  }

  private static func isSo(_ said: SaidState) -> Bool {
    (said.entry.state != "lifted") == (said.entry.holding == .asserts)
  }
}
