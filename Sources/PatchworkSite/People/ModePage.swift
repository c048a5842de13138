import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// What may be done with the record at all, for managers.
enum ModePage {
  private static let words = RecordMode.allCases.map(\.rawValue)

  static let routes = [
    Route(
      "/mode", name: "mode", summary: "What may be done with the record at all, and who set it.",
      role: .manager, most: .locked,
      schema: .object([
        ("mode", .word(words)), ("by", .nullable(.string)), ("at", .nullable(.string)),
        ("reason", .nullable(.string)),
      ])
    ) { visit in
      let state = visit.mode
      let isSet = !state.who.isEmpty
      return .page(
        Page(
          title: "Mode", body: { html(state, visit) },
          json: { writer in
            writer.begin(.object)
            writer.member("mode", state.mode.rawValue)
            writer.member("by", orNull: isSet ? state.who : nil)
            writer.member("at", orNull: isSet ? state.at : nil)
            writer.member("reason", orNull: isSet ? state.reason : nil)
            writer.end(.object)
          }))
    },
    Route(
      "/mode", method: .post, name: "setMode",
      summary: "Puts the record into a mode; the journal keeps who did it and why.",
      role: .manager, most: .locked,
      parameters: [
        Parameter(name: "mode", kind: .word(words), summary: "The mode.", isRequired: true),
        .reason,
      ]
    ) { visit in
      guard let mode: RecordMode = visit.word("mode") else {
        throw Refusal.invalid("“mode” must be \(words.joined(separator: ", ")).")
      }
      let entry = try visit.record.setMode(mode, visit.decision)
      return .redirect("/mode", done: Done(entry: entry))
    },
  ]

  private static func html(_ state: RecordModeState, _ visit: Visit) -> HTML {
    var form = ChangeForm(visit: visit, address: "/mode", buttons: [("Set this mode", "")])
    let options = RecordMode.allCases.map { mode -> HTML in
      "<option\(mode == state.mode ? " selected" as HTML : "")>\(mode.rawValue)</option>"
    }
    form.fields = "<p><label>Mode <select name=\"mode\">\(options)</select></label></p>\n"
    return """
      <h1>Mode</h1>
      <p class="lead">Now: <bdi>\(state.words)</bdi></p>
      <dl class="custody">
      <dt>normal</dt><dd>Who may, reads and changes it.</dd>
      <dt>read-only</dt><dd>It is read, and nothing that it holds is changed. Users and tokens still are.</dd>
      <dt>locked</dt><dd>Nothing of it is shown or changed, by the site or by <code>patchwork</code>; only a manager logs in, to this page. \
      Whoever has the file can still open it by other means: keep it on an encrypted disk.</dd>
      </dl>
      <section><h2>Set the mode</h2>\(form.html)</section>
      """
  }
}
