import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct ExplainerTests {
  private let text =
    "The army denied on Monday that its jets had bombed the market in Homs. Rebels hold the town, he said."

  @Test func `there is one explanation an account, in their order`() throws {
    let reading = try ReadReport.reading(text)
    let explanations = try ReadReport.explanations(text)
    #expect(explanations.map(\.number) == reading.accounts.map(\.number))
  }

  @Test func `a denied happening names its cue, its row and its modality`() throws {
    let reading = try ReadReport.reading(text)
    let number = try #require(reading.accounts.firstIndex { $0.stance == .deny })
    let decisions = try ReadReport.explanations(text)[number].decisions
    func decision(_ step: Explanation.Decision.Step) throws -> Explanation.Decision {
      try #require(decisions.first { $0.step == step }, "no \(step)")
    }
    #expect(try decision(.attribution).chosen.contains("denied"))
    #expect(try decision(.attribution).rule.contains("score"))
    #expect(try decision(.happening).rule.hasPrefix("triggers.tsv:"))
    #expect(try decision(.modality).chosen == "denied")
    #expect(
      try decision(.place).chosen.hasPrefix("the market in Homs") || !decision(.place).rule.isEmpty)
  }

  @Test func `rows of the same word that did not fit say what they lack`() throws {
    let explanations = try ReadReport.explanations(
      "Troops dropped leaflets over the besieged town.")
    let lost = explanations.flatMap(\.decisions).filter { $0.step == .condition }
    #expect(!lost.isEmpty)
    let all = try ReadReport.explanations("Shelling killed two. The rebels hold the bridge.")
      .flatMap(\.decisions).flatMap(\.lost)
    #expect(all.contains { $0.contains("lacks") || $0.contains("barred") || $0.contains("is no") })
  }

  @Test(arguments: [
    ("Reuters reviewed photographs of the wreck and said it was a fuel lorry.", "media-seen"),
    ("Remnants of a cluster bomb were found in the orchard, the mayor said.", "munition-seen"),
    ("Experts at Bellingcat identified the munition as an OFAB 250-270 bomb.", "model-identified"),
    ("Blood samples tested positive for sarin, the ministry said.", "laboratory"),
  ])
  func `evidence names its row`(_ sentence: String, _ kind: String) throws {
    let decision = try #require(
      try ReadReport.explanations(sentence).flatMap(\.decisions).first { $0.step == .evidence })
    #expect(decision.chosen.hasPrefix(kind))
    #expect(decision.rule.hasPrefix("evidence.tsv:"))
  }

  @Test(arguments: [
    (Explanation.Decision.Step.actor, "Jets", "nsubj of “killed”"),
    (.target, "at least 12 people", "dobj of “killed”"),
    (.count, "killed 12–? “at least 12 people”", "at-least, dobj of “killed”"),
    (.via, "through Reuters", "dobj of “told”"),
  ])
  func `who takes part, how many and through whom name their way in the tree`(
    step: Explanation.Decision.Step, chosen: String, rule: String
  ) throws {
    let decisions = try ReadReport.explanations(
      "Jets killed at least 12 people and wrecked 3 trucks in Homs, residents told Reuters."
    ).flatMap(\.decisions)
    let decision = try #require(decisions.first { $0.step == step }, "\(decisions)")
    #expect(decision.chosen == chosen)
    #expect(decision.rule == rule)
    if step == .count {
      #expect(decision.lost.contains { $0.contains("3 trucks") }, "\(decision.lost)")
    }
  }

  @Test func `a value that is not told has no row`() throws {
    let decisions = try ReadReport.explanations("The market was bombed, residents said.")
      .flatMap(\.decisions)
    #expect(!decisions.contains { [.actor, .count, .via].contains($0.step) })
  }

  @Test func `what rests on nothing has no row of evidence`() throws {
    let decisions = try ReadReport.explanations("No video of the strike has been posted.")
      .flatMap(\.decisions)
    #expect(!decisions.contains { $0.step == .evidence })
  }

  @Test func `every link names the rule that made it`() throws {
    for (account, explanation) in zip(
      try ReadReport.reading(text).accounts, try ReadReport.explanations(text))
    {
      let links = explanation.decisions.filter { $0.step == .link }
      #expect(links.map(\.chosen) == (account.about.map { ["account \($0)"] } ?? []))
      #expect(links.allSatisfy { link in LinkRule.allCases.contains { $0.words == link.rule } })
    }
  }

  @Test func `the tree has a line a word, marks left out`() throws {
    let tree = try #require(try ReadReport.explanations("Rebels hold the bridge.").first?.tree)
    #expect(tree.map { $0.split(separator: " ")[0] } == ["hold", "Rebels", "bridge", "the"])
  }
}
