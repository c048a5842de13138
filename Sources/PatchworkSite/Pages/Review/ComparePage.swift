import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// Two incidents side by side, to be made one or told apart.
enum ComparePage {
  static let routes = [
    Route(
      "/review/merge", name: "compare", summary: "Two incidents side by side.", role: .analyst,
      parameters: [
        Parameter(
          name: "incident", kind: .text(most: 40), summary: "The code of one.", isRequired: true),
        Parameter(
          name: "other", kind: .text(most: 40), summary: "The code of the other.", isRequired: true),
      ],
      schema: .object([("incident", IncidentSchema.whole), ("other", IncidentSchema.whole)])
    ) { visit in
      let views = try ["incident", "other"].map { name in
        guard let view = try visit.record.incident(visit.value(name) ?? "") else {
          throw Refusal.missing("There is no incident “\(visit.value(name) ?? "")” in the record.")
        }
        return view
      }
      return .page(
        Page(
          title: "\(views[0].id) and \(views[1].id)", section: .review,
          body: {
            """
            <h1>One incident, or two?</h1>
            <div class="versus"><section>\(try whole(views[0], visit))</section><section>\(try whole(views[1], visit))</section></div>
            \(form(views[0].id, views[1].id, visit, next: "/review?queue=same"))
            """
          },
          json: { writer in
            writer.begin(.object)
            writer.key("incident")
            IncidentJSON.write(views[0], whole: true, to: &writer)
            writer.key("other")
            IncidentJSON.write(views[1], whole: true, to: &writer)
            writer.end(.object)
          }))
    }
  ]

  /// An incident in a few lines.
  static func short(_ incident: OutlinedIncident) -> HTML {
    let outline = incident.outline
    let sentence: HTML =
      outline.accounts.first.map { Said.sentence($0.report, $0.account) } ?? ""
    return """
      <a class="open" href="\(Address.incident(incident.id))"><b>\(IncidentPage.title(incident.summary))</b></a> <code>\(incident.id)</code>
      <p>\(Plural.text(outline.accounts.count, "account")) · \(RangeText.killed(outline.killed))</p>\(sentence)
      """
  }

  private static func whole(_ view: IncidentView, _ visit: Visit) throws -> HTML {
    let head = try visit.record.outlines(of: [view.id])[view.id].map(short) ?? ""
    let sentences = view.accounts.prefix(30).map { entry -> HTML in
      """
      <div class="account f-\(entry.account.stance.family.rawValue)"><p class="says">\(Said.speaker(entry.account)) \
      <span class="stance">\(entry.account.stanceWord)</span></p>
      \(Said.sentence(entry.report, entry.account))</div>

      """
    }
    return "\(head)\(sentences)"
  }

  /// The form that makes them one or tells them apart; who may not do so is told.
  static func form(_ first: String, _ second: String, _ visit: Visit, next: String) -> HTML {
    guard visit.visitor.may(.reviewer) else {
      return "<p class=\"none\">A reviewer decides whether they are one.</p>\n"
    }
    var form = ChangeForm(visit: visit, address: "\(Address.incident(first))/pair", next: next)
    form.fields = "<input type=\"hidden\" name=\"other\" value=\"\(second)\">\n"
    form.buttons = [("They are one", "merge"), ("They are two", "apart")]
    return form.html
  }
}
