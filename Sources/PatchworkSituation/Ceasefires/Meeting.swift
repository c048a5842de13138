/// Talks or an agreement that a statement tells of.
public struct Meeting: Hashable, Sendable {
  /// The statement.
  public let said: SaidState

  /// Who took part, as written; empty where nobody is named.
  public var participants: String { said.entry.party }
  /// How it stands: met, agreed, planned, proposed.
  public var state: String { said.entry.state }

  /// The meetings among statements, one a sentence.
  static func meetings(in states: [SaidState]) -> [Meeting] {
    var seen: Set<SaidState.SentenceKey> = []
    return states.compactMap { said in
      guard said.entry.layer == .talks, seen.insert(said.sentenceKey).inserted
      else { return nil }
      return Meeting(said: said)
    }
  }
}
