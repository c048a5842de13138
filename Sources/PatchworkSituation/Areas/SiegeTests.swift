import PatchworkLinking

/// The three tests of a siege as the United Nations put them, each answered from what is said of an area.
///
/// Source: OCHA's working definition of a besieged area (surrounded by armed actors, with the sustained effect that aid
/// cannot regularly enter and that civilians, the sick and the wounded cannot regularly leave).
public struct SiegeTests: Sendable {
  /// One of the three.
  public enum Test: String, Sendable, CaseIterable {
    case encirclement
    case noHumanitarianAccess = "no humanitarian access"
    case noFreeMovement = "no free movement"
  }

  /// What is said in answer to a test.
  public enum Answer: String, Sendable, CaseIterable {
    case yes, no
    /// Some say yes, some no.
    case disputed
    /// Nobody says.
    case unknown
  }

  /// A test with its answer and what that rests on.
  public struct Result: Sendable {
    /// Which test.
    public let test: Test
    /// The answer.
    public let answer: Answer
    /// Positions, in the picture's states, of those who say yes.
    public let yes: [Int]
    /// Positions of those who say no.
    public let no: [Int]
  }

  /// The three results, in the order of the tests.
  public let results: [Result]

  /// Answers the tests from how often what is said, and names who says it among some of the statements.
  init(_ states: [SaidState], _ positions: [Int], tallies: [StateTally]) {
    results = Test.allCases.map { test in
      let replies = Set(
        tallies.compactMap {
          Self.reply(to: test, $0.layer, $0.state, $0.holding, isOfPeople: $0.isOfPeople)
        })
      let answer: Answer =
        switch (replies.contains(true), replies.contains(false)) {
        case (false, false): .unknown
        case (true, false): .yes
        case (false, true): .no
        case (true, true): .disputed
        }
      func who(_ wanted: Bool) -> [Int] {
        positions.filter {
          let entry = states[$0].entry
          return Self.reply(
            to: test, entry.layer, entry.state, entry.holding, isOfPeople: entry.isOfPeople)
            == wanted
        }
      }
      return Result(test: test, answer: answer, yes: who(true), no: who(false))
    }
  }

  private static func reply(
    to test: Test, _ layer: Layer, _ state: String, _ holding: Position.Holding, isOfPeople: Bool
  ) -> Bool? {
    guard holding != .open else { return nil }
    let isSo = holding == .asserts
    switch (test, layer, state) {
    case (.encirclement, .siege, "besieged"), (.encirclement, .siege, "cut off"): return isSo
    case (.encirclement, .siege, "lifted"): return isSo ? false : nil
    case (.noHumanitarianAccess, .access, "denied") where !isOfPeople:
      return isSo
    case (.noHumanitarianAccess, .delivery, "not delivered"): return isSo
    case (.noHumanitarianAccess, .delivery, "turned back"): return isSo
    case (.noHumanitarianAccess, .access, "entered"), (.noHumanitarianAccess, .delivery, "entered"),
      (.noHumanitarianAccess, .delivery, "delivered"):
      return !isSo
    case (.noFreeMovement, .access, "denied") where isOfPeople: return isSo
    case (.noFreeMovement, .access, "allowed") where isOfPeople: return !isSo
    default: return nil
    }
  }
}
