package import PatchworkLinking

/// Two speakers whose accounts of an incident exclude each other in one thing, and by how many pairs of accounts.
package struct RivalPair: Sendable {
  /// In what they exclude each other.
  package let slot: Contradiction.Slot
  /// Their names, that of the first account first.
  package let names: (String, String)
  /// Pairs of accounts.
  package let count: Int

  /// The pairs of some contradictions, whoever of two speakers spoke first; those with most accounts first, then by words.
  ///
  /// `speaker` gives the name of who makes the account at a position.
  package static func of(
    _ contradictions: [Contradiction], speaker: (Int) -> String
  ) -> [RivalPair] {
    let said = contradictions.map {
      (slot: $0.slot, names: (speaker($0.first), speaker($0.second)))
    }
    let groups = Dictionary(grouping: said) { "\($0.slot) \([$0.names.0, $0.names.1].sorted())" }
    let pairs = groups.values.map {
      RivalPair(slot: $0[0].slot, names: $0[0].names, count: $0.count)
    }
    return pairs.sorted { ($1.count, $0.words) < ($0.count, $1.words) }
  }

  /// "whether it was: the army and the ministry (2 pairs)".
  package var text: String { count > 1 ? "\(words) (\(count) pairs)" : words }

  private var words: String { "\(SlotText.of(slot)): \(names.0) and \(names.1)" }
}
