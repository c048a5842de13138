import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// The form of a planned movement, and its keeping under seal.
enum MovementForm {
  /// Parties that the form has rows for; a plan as JSON may have more.
  private static let rows = 1...5

  private static let texts: [(name: String, most: Int, summary: String)] = [
    ("purpose", 400, "What it is for."), ("organisation", 200, "Who moves."),
    (
      "way", 4000,
      "The way, a place a line from first to last: a name, or name, latitude, longitude."
    ),
    ("start", 40, "When it sets out, local time."),
    ("arrival", 40, "When it is to arrive, local time."),
    ("offset", 6, "The local time's offset from UTC, like +03:00."),
    ("plan", 200_000, "A whole plan as JSON, in place of the other values."),
  ]

  private static let parameters: [Parameter] =
    texts.map { Parameter(name: $0.name, kind: .text(most: $0.most), summary: $0.summary) }
    + [
      Parameter(
        name: "unloading", kind: .number(0...10_080), summary: "Minutes that unloading takes.")
    ]
    + rows.flatMap { row in
      [
        Parameter(name: "party_\(row)", kind: .text(most: 200), summary: "A party."),
        Parameter(
          name: "approval_\(row)", kind: .word(approvals), summary: "How its approval stands."),
        Parameter(
          name: "approved_at_\(row)", kind: .text(most: 40), summary: "Since when, local time."),
        Parameter(
          name: "notification_\(row)", kind: .word(notifications),
          summary: "How its notification stands."),
        Parameter(
          name: "notified_at_\(row)", kind: .text(most: 40), summary: "Since when, local time."),
      ]
    }

  private static let approvals = ["requested", "approved", "refused"]
  private static let notifications = ["sent", "acknowledged", "objected"]

  static let routes = [
    Route(
      "/movements/new", name: "movementForm", summary: "Whether movements can be planned here.",
      role: .analyst, schema: .object([("ready", .boolean)])
    ) { visit in
      .page(
        Page(
          title: "Plan a movement", section: .movements, body: { html(visit) },
          json: { writer in
            writer.begin(.object)
            writer.key("ready")
            writer.boolean(visit.site.options.movements != nil)
            writer.end(.object)
          }))
    },
    Route(
      "/movements", method: .post, name: "keepMovement",
      summary: "Keeps a planned movement under seal.", role: .analyst, parameters: parameters
    ) { visit in
      let desk = try visit.movementDesk()
      let bytes = try plan(visit)
      let movement = try desk.movement(bytes)
      try visit.record.keep(rules: visit.record.rules(desk.rules))
      let id = try visit.record.keep(
        movement: bytes, ends: movement.end, seal: desk.seal,
        Decision(who: visit.visitor.name, at: visit.now, reason: "planned"))
      return .redirect(
        Address.query(Address.movement(id), [("reason", "planned it")]), done: Done())
    },
  ]

  /// The plan as its file: what was given as JSON, else what was filled in.
  private static func plan(_ visit: Visit) throws -> [UInt8] {
    if let given = visit.value("plan") { return Array(given.utf8) }
    let places = (visit.value("way") ?? "").split(whereSeparator: \.isNewline)
      .map(Self.trimmed).filter { !$0.isEmpty }
    guard places.count > 1 else {
      throw Refusal.against("“way” must have at least two places, a place a line.")
    }
    let offset = visit.value("offset") ?? "+00:00"
    func moment(_ name: String) throws -> String {
      guard let given = visit.value(name), Moment(rfc3339: given + offset) != nil else {
        throw Refusal.against(
          "“\(name)” must be a local time like 2016-09-19T10:00, with its offset.")
      }
      return given + offset
    }
    var json = JSONWriter()
    json.begin(.object)
    json.member("purpose", visit.value("purpose") ?? "")
    json.member("organisation", visit.value("organisation") ?? "")
    json.member("assessor", visit.visitor.name)
    try json.list("legs", Array(zip(places, places.dropFirst()))) { leg, json in
      json.begin(.object)
      json.key("from")
      try Self.write(leg.0, to: &json)
      json.key("to")
      try Self.write(leg.1, to: &json)
      json.end(.object)
    }
    json.key("window")
    json.begin(.object)
    json.member("start", try moment("start"))
    json.member("arrival", try moment("arrival"))
    json.end(.object)
    json.member("unloading_minutes", orNull: visit.number("unloading"))
    for (list, status, at) in [
      ("approvals" as StaticString, "approval", "approved_at"),
      ("notifications", "notification", "notified_at"),
    ] {
      let filled = rows.filter {
        visit.value("party_\($0)") != nil && visit.value("\(status)_\($0)") != nil
      }
      try json.list(list, Array(filled)) { row, json in
        json.begin(.object)
        json.member("party", visit.value("party_\(row)") ?? "")
        json.member("status", visit.value("\(status)_\(row)") ?? "")
        if visit.value("\(at)_\(row)") != nil { json.member("at", try moment("\(at)_\(row)")) }
        json.end(.object)
      }
    }
    json.end(.object)
    return json.bytes
  }

  private static func trimmed(_ text: Substring) -> Substring {
    let rest = text.drop(while: \.isWhitespace)
    return rest.lastIndex { !$0.isWhitespace }.map { rest[...$0] } ?? ""
  }

  /// "Urum al-Kubra" by its name, "Urum al-Kubra, 36.148, 36.947" by its point.
  private static func write(_ line: Substring, to json: inout JSONWriter) throws {
    let pieces = line.split(separator: ",").map(Self.trimmed)
    guard pieces.count >= 3 else {
      json.string(String(line))
      return
    }
    guard let latitude = Double(pieces[pieces.count - 2]),
      let longitude = Double(pieces[pieces.count - 1])
    else {
      throw Refusal.against("“\(line)” must be a name, or name, latitude, longitude.")
    }
    json.begin(.object)
    json.member("name", pieces.dropLast(2).joined(separator: ", "))
    json.member("lat", orNull: latitude)
    json.member("lon", orNull: longitude)
    json.end(.object)
  }

  // MARK: The form

  private static func html(_ visit: Visit) -> HTML {
    var form = ChangeForm(
      visit: visit, address: "/movements", buttons: [("Keep under seal and assess", "")],
      asksReason: false)
    form.fields = """
      <p><label for="purpose">Purpose</label><input id="purpose" name="purpose" maxlength="400"></p>
      <p><label for="organisation">Organisation</label><input id="organisation" name="organisation" maxlength="200"></p>
      <p><label for="way">Way: a place a line, from first to last; a name, or name, latitude, longitude</label>\
      <textarea id="way" name="way" rows="4" class="few" dir="auto"></textarea></p>
      <div class="pair"><p><label for="start">Sets out</label><input id="start" name="start" type="datetime-local"></p>
      <p><label for="arrival">Arrives</label><input id="arrival" name="arrival" type="datetime-local"></p>
      <p><label for="unloading">Unloading, minutes</label><input id="unloading" name="unloading" type="number" min="0" max="10080" value="120"></p>
      <p><label for="offset">Offset of local time</label><input id="offset" name="offset" maxlength="6" value="+03:00" pattern="[+\\-][0-9]{2}:[0-9]{2}"></p></div>
      <fieldset><legend>Parties</legend>
      <p class="sum">Approved and acknowledged are different: being told is no consent.</p>
      \(rows.map(party))</fieldset>
      <details><summary>Or a whole plan as JSON, with GeoJSON lines of its legs</summary>
      <p><label for="plan">Plan</label><textarea id="plan" name="plan" dir="auto"></textarea></p></details>

      """
    let ready: HTML =
      visit.site.options.movements == nil
      ? "<p class=\"notice\">Movements are closed here: the site was started without their key (<code>--movement-key</code>).</p>\n"
      : ""
    return """
      <h1>Plan a movement</h1>
      <p class="lead">What comes out is a case file: what is for, against and unknown. It clears nothing.</p>
      \(ready)\(form.html)
      """
  }

  private static func party(_ row: Int) -> HTML {
    func choice(_ name: String, _ label: String, _ words: [String]) -> HTML {
      """
      <p><label for="\(name)_\(row)">\(label)</label><select id="\(name)_\(row)" name="\(name)_\(row)"><option value="">not entered</option>\
      \(words.map { "<option>\($0)</option>" as HTML })</select></p>
      """
    }
    func time(_ name: String) -> HTML {
      "<p><label for=\"\(name)_\(row)\">Since</label><input id=\"\(name)_\(row)\" name=\"\(name)_\(row)\" type=\"datetime-local\"></p>\n"
    }
    return """
      <div class="pair parties"><p><label for="party_\(row)">Party \(row)</label><input id="party_\(row)" name="party_\(row)" maxlength="200"></p>
      \(choice("approval", "Approval", approvals))\(time("approved_at"))\(choice("notification", "Notification", notifications))\(time("notified_at"))</div>

      """
  }
}
