import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// One rule: what it asks, why, its text to be edited, and every version that the desk wrote.
enum RulePage {
  static let text = Parameter(
    name: "text", kind: .text(most: 20_000), summary: "The rule’s file, JSON.", isRequired: true)

  static let routes = [
    Route(
      "/rules/{id}", name: "rule", summary: "A rule with its text and every version of the desk.",
      role: .analyst,
      schema: .object([
        ("id", .string), ("text", .string),
        (
          "versions",
          .list(
            .object([
              ("number", .integer), ("at", .string), ("who", .string), ("reason", .string),
              ("text", .string),
            ]))
        ),
      ])
    ) { visit in
      let id = visit.part("id")
      let list = try RuleList(visit)
      let versions = try visit.record.ruleVersions(of: id)
      let text = list.text(of: id)
      guard text != nil || !versions.isEmpty else {
        throw Refusal.missing("There is no rule “\(id)”.")
      }
      return .page(
        Page(
          title: "Rule \(id)", section: .movements,
          body: { html(id, list, versions, visit) },
          json: { writer in
            writer.begin(.object)
            writer.member("id", id)
            writer.member("text", text ?? "")
            writer.list("versions", versions) { version, writer in
              writer.begin(.object)
              writer.member("number", orNull: version.number)
              writer.member("at", version.at)
              writer.member("who", version.who)
              writer.member("reason", version.reason)
              writer.member("text", version.text)
              writer.end(.object)
            }
            writer.end(.object)
          }))
    },
    Route(
      "/rules/{id}", method: .post, name: "editRule",
      summary: "Keeps a rule’s new text, or takes the rule out.", role: .reviewer,
      parameters: [
        Parameter(
          name: "action", kind: .word(["keep", "take out"]), summary: "Which of the two.",
          isRequired: true),
        Parameter(
          name: "text", kind: .text(most: 20_000),
          summary: "The rule’s file, JSON; not asked for where the rule is taken out."), .reason,
      ]
    ) { visit in try keep(visit.part("id"), visit) },
  ]

  /// Keeps what was sent for a rule; what is no rule is refused with the member that is wrong.
  static func keep(_ id: String, _ visit: Visit) throws -> Answer {
    let isOut = visit.value("action") == "take out"
    guard isOut || visit.value("text") != nil else {
      throw Refusal.against("“text” must hold the rule’s file.")
    }
    // Browsers send lines with two signs at their ends.
    let text = (visit.value("text") ?? "").replacing("\r\n", with: "\n")
    do {
      let entry = try visit.record.keep(
        rule: id, text: isOut ? "" : text, over: RuleList(visit).base, visit.decision)
      return .redirect(Address.rule(id), done: Done(entry: entry))
    } catch let error as RuleError {
      throw Refusal.against("“text” cannot be used: \(error.sentence).")
    } catch let error as RuleKeepingError {
      throw Refusal.against(error.sentence)
    }
  }

  private static func html(
    _ id: String, _ list: RuleList, _ versions: [RuleVersion], _ visit: Visit
  ) -> HTML {
    let rule = list.rules.rules.first { $0.id == id }
    let head: HTML =
      rule.map { rule in
        """
        <h1>\(rule.title)</h1>
        <p class="lead"><code>\(id)</code> · \(rule.group.rawValue) · points \(rule.direction.rawValue) · what follows: \(RulesPage.consequence(rule)) · \
        <a href="/rules">all rules</a></p>
        <p>\(rule.rationale)</p><p class="sum">Source: \(rule.source)</p>
        """
      } ?? """
        <h1>\(id)</h1>
        <p class="notice">The desk took this rule out: no case file asks it. <a href="/rules">All rules</a></p>
        """
    return """
      \(head)
      \(visit.visitor.may(.reviewer) ? form(id, list, visit) : shown(id, list))
      \(history(versions))
      """
  }

  private static func shown(_ id: String, _ list: RuleList) -> HTML {
    "<section><h2>Its file</h2>\n<pre class=\"rule\" dir=\"ltr\">\(HTML(lines: list.text(of: id) ?? ""))</pre></section>\n"
  }

  private static func form(_ id: String, _ list: RuleList, _ visit: Visit) -> HTML {
    let isThere = list.text(of: id) != nil
    var form = ChangeForm(
      visit: visit, address: Address.rule(id),
      buttons: [("Keep this text", "keep")] + (isThere ? [("Take the rule out", "take out")] : []))
    form.fields = """
      <p><label for="text">Its file, JSON</label><textarea id="text" name="text" class="rule" dir="ltr" spellcheck="false">\(HTML(lines: list.text(of: id) ?? list.baseText(of: id) ?? template))</textarea></p>
      <p class="sum">Case files that were made before keep the rules that they were made by; a signature stands under those.</p>

      """
    return "<section><h2>Edit</h2>\n\(form.html)</section>\n"
  }

  private static func history(_ versions: [RuleVersion]) -> HTML {
    guard !versions.isEmpty else {
      return "<p class=\"sum\">It is as it came: nobody of this desk has edited it.</p>\n"
    }
    let items = versions.reversed().map { version -> HTML in
      let text: HTML =
        version.text.isEmpty
        ? "<p>taken out</p>" : "<pre class=\"rule\" dir=\"ltr\">\(HTML(lines: version.text))</pre>"
      return """
        <li><details><summary>Version \(version.number), <bdi>\(version.who)</bdi>, \(version.at): <q dir="auto">\(version.reason)</q></summary>\(text)</details></li>

        """
    }
    return
      "<section><h2>What the desk made of it</h2><ul class=\"plain\">\n\(items)</ul></section>\n"
  }

  /// What a new rule begins with.
  static let template = """
    {
      "group": "recent violence",
      "title": "",
      "rationale": "",
      "source": "",
      "layers": ["violence"],
      "where": "route",
      "kilometres": 5,
      "days": 30,
      "direction": "against",
      "consequence": "none"
    }
    """
}

extension RuleList {
  /// A rule's text as it counts, nil where the rule is taken out or is none.
  func text(of id: String) -> String? { rules.files.first { $0.name == "\(id).json" }?.text }

  /// A rule's text as it came along.
  func baseText(of id: String) -> String? { base.files.first { $0.name == "\(id).json" }?.text }
}
