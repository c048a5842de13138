import PatchworkSituation
import Testing

@testable import PatchworkStore

/// Rules that a desk edits, kept with every version.
@Suite struct RuleKeepingTests {
  private static func by(_ who: String) -> Decision {
    Decision(who: who, at: "2016-09-18T00:00:00Z", reason: "ten days were too few")
  }

  @Test func `an edited rule counts, its versions stay, and what is no rule is refused`() throws {
    try SampleRecord.withPath { path in
      let file = try RecordFile(path: path, create: true)
      let base = try RuleSet()
      let text = try #require(base.files.first { $0.name == "access-denied.json" }).text
      let edited = text.replacing("\"days\": 10", with: "\"days\": 20")
      #expect(edited != text)
      try file.keep(rule: "access-denied", text: edited, over: base, Self.by("Rana"))
      #expect(try file.rules(base).rules.first { $0.id == "access-denied" }?.days == 20)
      #expect(try file.rules(base).digest != base.digest)
      #expect(throws: RuleKeepingError.unchanged(id: "access-denied")) {
        try file.keep(rule: "access-denied", text: edited, over: base, Self.by("Rana"))
      }
      #expect(throws: RuleError.member(file: "access-denied.json", name: "direction")) {
        try file.keep(
          rule: "access-denied",
          text: edited.replacing("\"against\"", with: "\"sideways\""), over: base, Self.by("Rana"))
      }
      #expect(throws: RuleKeepingError.name("../other")) {
        try file.keep(rule: "../other", text: edited, over: base, Self.by("Rana"))
      }
      #expect(throws: JudgementError.unreasoned) {
        try file.keep(
          rule: "access-denied", text: text, over: base,
          Decision(who: "Rana", at: "2016-09-18T00:00:00Z", reason: ""))
      }
      try file.keep(rule: "access-denied", text: "", over: base, Self.by("Omar"))
      #expect(try !file.rules(base).rules.contains { $0.id == "access-denied" })
      try file.keep(rule: "own-rule", text: edited, over: base, Self.by("Omar"))
      #expect(try file.rules(base).rules.contains { $0.id == "own-rule" })
      let versions = try file.ruleVersions(of: "access-denied")
      #expect(versions.map(\.number) == [1, 2])
      #expect(versions.map(\.who) == ["Rana", "Omar"])
      #expect(versions.map(\.text) == [edited, ""])
      var actions: [String] = []
      try file.forEachEntry { actions.append("\($0.action) \($0.subject)") }
      #expect(
        actions == [
          "edit rule rule access-denied", "take out rule rule access-denied",
          "edit rule rule own-rule",
        ])
      // Taken back to what came along, it is what came along.
      try file.keep(rule: "access-denied", text: text, over: base, Self.by("Rana"))
      try file.keep(rule: "own-rule", text: "", over: base, Self.by("Rana"))
      #expect(try file.rules(base).digest == base.digest)
    }
  }
}
