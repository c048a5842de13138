import PatchworkSituation
import PatchworkStore
import PatchworkText
import Testing

@testable import PatchworkSite

/// Rules on the site: listed with their sources, edited with a reason, every version kept.
@Suite struct RulePageTests {
  private static func post(
    _ desk: DeskRecord, _ target: String, _ form: [(String, String)]
  ) throws -> SiteAnswer {
    let page = desk.ask("/rules").text
    let field = "name=\"form_token\" value=\""
    let begin = try #require(page.firstRange(of: field)).upperBound
    let token = String(page[begin...].prefix { $0 != "\"" })
    return desk.ask(target, "POST", form: form + [("form_token", token)])
  }

  @Test func `a rule is edited where it is read, and its versions stand under it`() throws {
    try withDesk { desk in
      #expect(desk.ask("/rules").text.contains("access-denied"))
      let text = try #require(try desk.json("/rules/access-denied")["text"]?.string)
      // What is edited is the file as it is, line by line.
      let shown = text.replacing("\"", with: "&quot;")
      #expect(text.contains("\n") && desk.ask("/rules/access-denied").text.contains(shown))
      let edited = text.replacing("\"days\": 10", with: "\"days\": 20").replacing(
        "\n", with: "\r\n")
      let reason = ("reason", "ten days were too few")
      let kept = try Self.post(
        desk, "/rules/access-denied", [("action", "keep"), ("text", edited), reason])
      #expect(kept.status == 303)
      let page = desk.ask("/rules/access-denied").text
      #expect(page.contains("ten days were too few") && page.contains("Version 1"))
      #expect(
        try desk.file.rules(RuleSet()).rules.first { $0.id == "access-denied" }?.days == 20)
      for (text, words) in [
        ("{", "no JSON"), (edited.replacing("\"against\"", with: "\"sideways\""), "direction"),
        (edited, "already"),
      ] {
        let refused = try Self.post(
          desk, "/rules/access-denied", [("action", "keep"), ("text", text), reason])
        #expect(refused.status == 409, "\(words)")
        #expect(refused.text.contains(words), "\(words)")
      }
      #expect(
        try Self.post(desk, "/rules/access-denied", [("action", "take out")]).status == 400)
      #expect(
        try Self.post(desk, "/rules/access-denied", [("action", "take out"), reason]).status == 303)
      #expect(desk.ask("/rules/access-denied").text.contains("took this rule out"))
      #expect(desk.ask("/rules").text.contains("Taken out by the desk"))
      #expect(desk.ask("/rules/no-such-rule").status == 404)
    }
  }

  @Test func `a rule of the desk’s own is asked by case files`() throws {
    try withDesk { desk in
      let text = RulePage.template.replacing("\"\"", with: "\"by the desk\"")
      let added = try Self.post(
        desk, "/rules", [("id", "own-rule"), ("text", text), ("reason", "asked by the radio room")])
      #expect(added.status == 303)
      let rules = try desk.file.rules(RuleSet())
      #expect(rules.rules.contains { $0.id == "own-rule" && $0.source == "by the desk" })
      #expect(
        try Self.post(desk, "/rules", [("id", "Own Rule"), ("text", text), ("reason", "x")]).status
          == 409)
    }
  }
}
