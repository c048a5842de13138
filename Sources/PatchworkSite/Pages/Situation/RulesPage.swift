import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// The rules by which case files are made: what each asks, where it comes from, and what the desk made of it.
enum RulesPage {
  static let routes = [
    Route(
      "/rules", name: "rules",
      summary: "The rules by which case files are made, as the desk edited them.", role: .analyst,
      schema: .object([
        ("sha256", .string),
        (
          "rules",
          .list(
            .object([
              ("id", .string), ("group", .string), ("title", .string), ("direction", .string),
              ("consequence", .string), ("source", .string), ("versions", .integer),
            ]))
        ), ("taken_out", .list(.string)),
      ])
    ) { visit in
      let list = try RuleList(visit)
      return .page(
        Page(
          title: "Rules", section: .movements, body: { html(list, visit) },
          json: { write(list, to: &$0) }))
    },
    Route(
      "/rules", method: .post, name: "newRule", summary: "Adds a rule of the desk’s own.",
      role: .reviewer,
      parameters: [
        Parameter(
          name: "id", kind: .text(most: 80),
          summary: "Its id, of small letters, digits and hyphens.", isRequired: true),
        RulePage.text, .reason,
      ]
    ) { visit in try RulePage.keep(visit.value("id") ?? "", visit) },
  ]

  private static func html(_ list: RuleList, _ visit: Visit) -> HTML {
    let groups = Rule.Group.allCases.map { group -> HTML in
      let rules = list.rules.rules.filter { $0.group == group }
      guard !rules.isEmpty else { return "" }
      var table = Table(
        "Rules on \(group.rawValue)", ["Rule", "Points", "What follows", "Source", "Edited"])
      table.rows = rules.map { rule in
        [
          "<a href=\"\(Address.rule(rule.id))\">\(rule.title)</a> <code>\(rule.id)</code>",
          "\(rule.direction.rawValue)", "\(consequence(rule))", "\(rule.source)",
          list.versions[rule.id].map { "\(Plural.text($0, "version")) of the desk" }
            ?? "as it came",
        ]
      }
      return "<section><h2>\(group.rawValue)</h2>\n\(table.html)</section>\n"
    }
    let out = list.takenOut.map { "<a href=\"\(Address.rule($0))\"><code>\($0)</code></a>" as HTML }
    return """
      <h1>Rules of case files</h1>
      <p class="lead">One rule a file, with its source and why it is asked. A case file says by which rules it was made; they are kept with it. \
      Rules now: <code>\(String(list.rules.digest.prefix(12)))</code>. <a href="/movements">Movements</a></p>
      \(groups)\(out.isEmpty ? "" : "<p>Taken out by the desk: \(HTML(out, separator: ", "))</p>\n" as HTML)\
      \(visit.visitor.may(.reviewer) ? adding(visit) : "")
      """
  }

  private static func adding(_ visit: Visit) -> HTML {
    var form = ChangeForm(visit: visit, address: "/rules", buttons: [("Add the rule", "")])
    form.fields = """
      <p><label for="id">Id: small letters, digits, hyphens</label><input id="id" name="id" required maxlength="80" pattern="[a-z0-9\\-]+"></p>
      <p><label for="text">The rule, JSON</label><textarea id="text" name="text" class="rule" required dir="ltr" spellcheck="false">\(HTML(lines: RulePage.template))</textarea></p>

      """
    return "<details><summary>Add a rule of your own</summary>\n\(form.html)</details>\n"
  }

  /// What follows from a rule's factors, in words.
  static func consequence(_ rule: Rule) -> String {
    switch rule.consequence {
    case .blocks: "blocks"
    case .unmet: "a condition is not met"
    case .none: "nothing by itself"
    }
  }

  private static func write(_ list: RuleList, to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("sha256", list.rules.digest)
    writer.list("rules", list.rules.rules) { rule, writer in
      writer.begin(.object)
      writer.member("id", rule.id)
      writer.member("group", rule.group.rawValue)
      writer.member("title", rule.title)
      writer.member("direction", rule.direction.rawValue)
      writer.member("consequence", rule.consequence.rawValue)
      writer.member("source", rule.source)
      writer.member("versions", orNull: list.versions[rule.id] ?? 0)
      writer.end(.object)
    }
    writer.list("taken_out", list.takenOut) { $1.string($0) }
    writer.end(.object)
  }
}

/// The rules of a site as its desk edited them.
struct RuleList {
  /// Those that come along, or of the folder that the site was started with.
  let base: RuleSet
  /// Those that count.
  let rules: RuleSet
  /// How many versions the desk wrote, by id.
  let versions: [String: Int]

  init(_ visit: Visit) throws {
    base = try visit.site.options.movements?.rules ?? RuleSet()
    rules = try visit.record.rules(base)
    versions = Dictionary(grouping: try visit.record.ruleVersions(), by: \.id).mapValues(\.count)
  }

  /// Ids of rules that the desk took out.
  var takenOut: [String] {
    let left = Set(rules.rules.map(\.id))
    return Set(base.rules.map(\.id)).union(versions.keys).subtracting(left).sorted()
  }
}
