/// Why one account was read as it was: its sentence's tree, what decided each of its values, what lost.
public struct Explanation: Hashable, Sendable {
  /// One decision about an account.
  public struct Decision: Hashable, Sendable {
    /// What was decided.
    public enum Step: String, Sendable, CaseIterable {
      case attribution, source, via, stance, happening, modality, actor, target, count, place, time
      case condition, evidence, link
    }

    /// What was decided.
    public var step: Step
    /// What it was decided to be.
    public var chosen: String
    /// The rule, construction or score that decided it.
    public var rule: String
    /// The alternatives that lost, each with the reason.
    public var lost: [String]

    /// Makes a decision.
    public init(step: Step, chosen: String, rule: String, lost: [String] = []) {
      self.step = step
      self.chosen = chosen
      self.rule = rule
      self.lost = lost
    }
  }

  /// Number of the account in its report.
  public var number: Int
  /// The dependency tree of the account's sentence, a line a word, indented by depth: "word label tag".
  public var tree: [String]
  /// The decisions, in the order in which they were made.
  public var decisions: [Decision]

  /// Makes an explanation.
  public init(number: Int, tree: [String], decisions: [Decision]) {
    self.number = number
    self.tree = tree
    self.decisions = decisions
  }
}
