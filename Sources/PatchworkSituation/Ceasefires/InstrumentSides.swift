import PatchworkLinking
public import PatchworkRecord

extension Instrument {
  /// What one speaker says of an instrument: each party has its own declarations, with their own days.
  public struct Side: Hashable, Sendable {
    /// The party that the speaker speaks for, else the speaker.
    public let speaker: String
    /// What the speaker said, in order of publication.
    public let acts: [TruceAct]

    /// What the speaker said last.
    public var newest: TruceAct { acts[acts.count - 1] }
    /// The first statement by which the speaker declares or accepts it, nil where none does.
    public var declaration: TruceAct? {
      acts.first {
        $0.holding == .asserts && [.declared, .inForce, .extended].contains($0.state)
      }
    }
    /// The first statement by which the speaker holds that it is over, nil where none does.
    public var end: TruceAct? { acts.first { $0.holding == .asserts && $0.state == .over } }
  }

  /// The speakers with what each says, those who declare it first.
  public var sides: [Side] {
    var order: [String] = []
    var acts: [String: [TruceAct]] = [:]
    for act in self.acts {
      if acts[act.speaker] == nil { order.append(act.speaker) }
      acts[act.speaker, default: []].append(act)
    }
    let sides = order.map { Side(speaker: $0, acts: acts[$0] ?? []) }
    return sides.filter { $0.declaration != nil } + sides.filter { $0.declaration == nil }
  }

  /// Where it is said to hold: each place once, and whether some statement names none.
  public var coverage: (places: [Place], isOpen: Bool) {
    var seen: Set<String> = []
    let places = acts.compactMap(\.place).filter { seen.insert($0.id ?? $0.name).inserted }
    return (places, acts.contains { $0.place == nil })
  }
}

extension Ceasefires {
  /// Counts and allegations of violations that were said of an instrument.
  public func violations(of instrument: Instrument) -> [ViolationCount] {
    let sentences = Set(instrument.acts.filter { $0.state == .violated }.map(\.said.sentenceKey))
    return violations.filter { sentences.contains($0.said.sentenceKey) }
  }

  /// The instrument or proposal of a code.
  public func instrument(_ id: String) -> Instrument? {
    instruments.first { $0.id == id } ?? proposals.first { $0.id == id }
  }
}
