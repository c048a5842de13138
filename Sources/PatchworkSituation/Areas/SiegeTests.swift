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
    /// Positions, in the strip's states, of those who say yes.
    public let yes: [Int]
    /// Positions of those who say no.
    public let no: [Int]
  }

  /// The three results, in the order of the tests.
  public let results: [Result]

  init(results: [Result]) { self.results = results }

  /// Answers the tests from the states of a strip.
  public init(_ states: [SaidState]) {
    results = Test.allCases.map { test in
      var yes: [Int] = []
      var no: [Int] = []
      for (index, said) in states.enumerated() {
        switch Self.reply(to: test, said) {
        case true?: yes.append(index)
        case false?: no.append(index)
        case nil: break
        }
      }
      let answer: Answer =
        switch (yes.isEmpty, no.isEmpty) {
        case (true, true): .unknown
        case (false, true): .yes
        case (true, false): .no
        case (false, false): .disputed
        }
      return Result(test: test, answer: answer, yes: yes, no: no)
    }
  }

  private static func reply(to test: Test, _ said: SaidState) -> Bool? {
    let entry = said.entry
    guard entry.holding != .open else { return nil }
    let isSo = entry.holding == .asserts
    switch (test, entry.layer, entry.state) {
    case (.encirclement, .siege, "besieged"), (.encirclement, .siege, "cut off"): return isSo
    case (.encirclement, .siege, "lifted"): return isSo ? false : nil
    case (.noHumanitarianAccess, .access, "denied") where !entry.isOfPeople:
      return isSo
    case (.noHumanitarianAccess, .delivery, "not delivered"): return isSo
    case (.noHumanitarianAccess, .delivery, "turned back"): return isSo
    case (.noHumanitarianAccess, .access, "entered"), (.noHumanitarianAccess, .delivery, "entered"),
      (.noHumanitarianAccess, .delivery, "delivered"):
      return !isSo
    case (.noFreeMovement, .access, "denied") where entry.isOfPeople: return isSo
    case (.noFreeMovement, .access, "allowed") where entry.isOfPeople: return !isSo
    default: return nil
    }
  }
}
