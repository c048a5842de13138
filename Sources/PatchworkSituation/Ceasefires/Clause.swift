import PatchworkText

/// Something that a truce or an agreement is said to ask for, by one sentence.
public struct Clause: Hashable, Sendable {
  /// What it is about.
  public enum Kind: String, Sendable, CaseIterable {
    case exclusion, fighting, flights, aid, withdrawal, release, monitoring, cooperation, other
  }

  /// What it is about.
  public let kind: Kind
  /// The statement.
  public internal(set) var said: SaidState

  /// The clause of a statement, nil where it is of none.
  init?(_ said: SaidState) {
    guard said.entry.layer == .clause, let kind = Kind(rawValue: said.entry.state) else {
      return nil
    }
    self.kind = kind
    self.said = said
  }
}

/// Tells sentences that say what a truce asks for.
struct ClauseWords: Sendable {
  private var openers: [[UInt8]] = []
  private var kinds: [(words: [UInt8], kind: Clause.Kind)] = []

  /// Reads the table `clause-words.tsv` that ships with the target.
  init() throws(LexiconError) {
    let table = try LexiconFolder.table("clause-words.tsv")
    for row in table.rows {
      let words = Array(row["words"].utf8)
      if row["kind"] == "opens" {
        openers.append(words)
      } else if let kind = Clause.Kind(rawValue: row["kind"]) {
        kinds.append((words, kind))
      } else {
        throw .unknownValue(file: table.file, line: row.line, field: "kind", value: row["kind"])
      }
    }
  }

  /// What the clause of a sentence is about, nil where the sentence tells no terms.
  func kind(of sentence: String) -> Clause.Kind? {
    let text = WordBeginnings.folded(sentence)
    guard openers.contains(where: { WordBeginnings.stand($0, in: text) }) else { return nil }
    return kinds.first { WordBeginnings.stand($0.words, in: text) }?.kind ?? .other
  }
}
