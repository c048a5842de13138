import PatchworkDisplay
import PatchworkExtraction
import PatchworkRecord
import PatchworkStore

/// A report that a person enters: it is read as any report is.
enum AddPage {
  private static let parameters = [
    Parameter(
      name: "text", kind: .text(most: 400_000), summary: "The report's text.", isRequired: true),
    Parameter(name: "title", kind: .text(most: 400), summary: "Its title."),
    Parameter(name: "outlet", kind: .text(most: 200), summary: "Who published it."),
    Parameter(name: "url", kind: .text(most: 1000), summary: "Where it stands."),
    Parameter(
      name: "published", kind: .day, summary: "The day of publication; today when not given."),
  ]

  static let routes = [
    Route(
      "/add", name: "addForm", summary: "Whether reports can be entered here.", role: .analyst,
      schema: .object([("ready", .boolean)])
    ) { visit in
      .page(
        Page(
          title: "Add a report", section: .reports, body: { form(visit) },
          json: { writer in
            writer.begin(.object)
            writer.key("ready")
            writer.boolean(visit.site.options.reading != nil)
            writer.end(.object)
          }))
    },
    Route(
      "/add", method: .post, name: "add", summary: "Reads a report and adds it to the record.",
      role: .analyst, parameters: parameters
    ) { visit in try add(visit) },
  ]

  private static func form(_ visit: Visit) -> HTML {
    var form = ChangeForm(
      visit: visit, address: "/add", buttons: [("Read and add", "")], asksReason: false)
    form.fields = """
      <p><label for="title">Title</label><input id="title" name="title" maxlength="400"></p>
      <div class="pair"><p><label for="outlet">Outlet</label><input id="outlet" name="outlet" maxlength="200"></p>
      <p><label for="published">Published</label><input id="published" name="published" type="date"></p></div>
      <p><label for="url">Address</label><input id="url" name="url" maxlength="1000"></p>
      <p><label for="text">Text</label><textarea id="text" name="text" required dir="auto"></textarea></p>

      """
    let ready: HTML =
      visit.site.options.reading == nil
      ? "<p class=\"notice\">No language model is installed here, so reports cannot be read.</p>\n"
      : ""
    return "<h1>Add a report</h1>\n\(ready)\(form.html)"
  }

  private static func add(_ visit: Visit) throws -> Answer {
    guard let read = visit.site.options.reading else {
      throw Refusal(
        status: 409, code: "no-model",
        message: "No language model is installed here, so reports cannot be read.")
    }
    let text = (visit.value("text") ?? "").replacing("\r\n", with: "\n")
    guard text.contains(where: { !$0.isWhitespace }) else {
      throw Refusal.against("“text” must have words.")
    }
    let id = "entered-\(sha256Hex(text).prefix(12))"
    var supplied = SuppliedFields()
    supplied.title = visit.value("title") ?? ""
    supplied.outlet = visit.value("outlet") ?? ""
    supplied.url = visit.value("url") ?? ""
    supplied.published = SourcedDate(
      value: visit.value("published") ?? String(visit.now.prefix(10)), origin: "supplied")
    // The way of every plain text: its language, dateline and notes are found as they are in a file.
    guard
      let report = Door.standard.last?.report(
        Document(id: id, bytes: Array(text.utf8), supplied: supplied))
    else { throw Refusal.against("“text” holds nothing that can be taken for a report.") }
    let reading: Reading
    do {
      reading = try read(report)
    } catch {
      throw Refusal(
        status: 409, code: "no-model",
        message: "The report cannot be read here: the language model is not usable.")
    }
    _ = try visit.record.add([
      NewReport(
        report: report, reading: reading, bytes: Array(text.utf8), isJSONLine: false,
        acquiredAt: visit.now, acquiredHow: "entered by \(visit.visitor.name)",
        tool: visit.site.options.tool)
    ])
    return .redirect(Address.report(id), done: Done(secret: nil))
  }
}
