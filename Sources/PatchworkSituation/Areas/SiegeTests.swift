import PatchworkLinking
public import PatchworkRecord

/// The three tests of a siege as the United Nations put them, each answered from what is said of an area.
///
/// A denial answers nothing: who denies a siege does not say that people leave. A convoy that entered, or was turned back,
/// answers by itself neither, since the tests ask what is so regularly; days of both are counted beside the answer.
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
    /// Some say yes, others say no or deny it.
    case disputed
    /// Somebody denies it, and nobody is recorded to say it.
    case denied
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
    /// Positions of those who say the contrary: that a siege was lifted, that aid is let in, that people may leave.
    public let no: [Int]
    /// Positions of those who deny it.
    public let denied: [Int]
    /// Days on which aid is said to have entered, for the test of access.
    public let passed: Set<CivilDay>
    /// Days on which aid is said not to have been let in.
    public let stopped: Set<CivilDay>
  }

  /// The three results, in the order of the tests.
  public let results: [Result]

  /// Answers the tests from how often what is said, and names who says it among some of the statements.
  ///
  /// Aid that entered, or was stopped, on `regular` days or more without the contrary on any is taken for what is so regularly.
  init(_ states: [SaidState], _ positions: [Int], tallies: [StateTally], regular: Int) {
    results = Test.allCases.map { test in
      let told = tallies.compactMap { tally in
        Self.reply(
          to: test, tally.layer, tally.state, tally.holding, isOfPeople: tally.isOfPeople
        ).map { (reply: $0, day: tally.days.lowerBound) }
      }
      func days(_ reply: Reply) -> Set<CivilDay> {
        Set(told.filter { $0.reply == reply }.map(\.day))
      }
      let (passed, stopped) = (days(.passed), days(.stopped))
      let said = Set(told.map(\.reply))
      let isSo = said.contains(.yes) || passed.isEmpty && stopped.count >= regular
      let isNot = said.contains(.no) || stopped.isEmpty && passed.count >= regular
      func who(_ wanted: Set<Reply>) -> [Int] {
        positions.filter {
          let entry = states[$0].entry
          return Self.reply(
            to: test, entry.layer, entry.state, entry.holding, isOfPeople: entry.isOfPeople
          ).map(wanted.contains) ?? false
        }
      }
      return Result(
        test: test, answer: Self.answer(isSo, isNot, isDenied: said.contains(.denied)),
        yes: who([.yes, .stopped]), no: who([.no, .passed]), denied: who([.denied]),
        passed: passed, stopped: stopped)
    }
  }

  private static func answer(_ isSo: Bool, _ isNot: Bool, isDenied: Bool) -> Answer {
    switch (isSo, isNot, isDenied) {
    case (true, true, _), (true, false, true): .disputed
    case (true, false, false): .yes
    case (false, true, _): .no
    case (false, false, true): .denied
    case (false, false, false): .unknown
    }
  }

  /// How a statement bears on a test.
  private enum Reply: Hashable {
    case yes, no, denied
    /// Aid entered once.
    case passed
    /// Aid was stopped once.
    case stopped
  }

  private static func reply(
    to test: Test, _ layer: Layer, _ state: String, _ holding: Position.Holding, isOfPeople: Bool
  ) -> Reply? {
    let isSo = holding == .asserts
    guard isSo || holding == .denies else { return nil }
    switch (test, layer, state) {
    case (.encirclement, .siege, "besieged"), (.encirclement, .siege, "cut off"):
      return isSo ? .yes : .denied
    case (.encirclement, .siege, "lifted"): return isSo ? .no : nil
    case (.noHumanitarianAccess, .access, "denied") where !isOfPeople:
      return isSo ? .yes : .denied
    case (.noHumanitarianAccess, .access, "allowed") where !isOfPeople: return isSo ? .no : nil
    case (.noHumanitarianAccess, .delivery, "not delivered"),
      (.noHumanitarianAccess, .delivery, "turned back"):
      return isSo ? .stopped : nil
    case (.noHumanitarianAccess, .access, "entered"), (.noHumanitarianAccess, .delivery, "entered"),
      (.noHumanitarianAccess, .delivery, "delivered"):
      return isSo ? .passed : nil
    case (.noFreeMovement, .access, "denied") where isOfPeople: return isSo ? .yes : .denied
    case (.noFreeMovement, .access, "allowed") where isOfPeople: return isSo ? .no : nil
    default: return nil
    }
  }
}
