import PatchworkDisplay
import PatchworkStore

/// A form that changes something: every one carries the visitor's token, and asks for a reason where it judges.
struct ChangeForm {
  let visit: Visit
  let address: String
  var fields: HTML = ""
  /// Buttons: what they say and, where there are several, the value of `action`.
  var buttons: [(String, String)] = [("Save", "")]
  var asksReason = true
  /// Where one goes when it is done.
  var next = ""

  var html: HTML {
    guard Routes.takes(address, in: visit.mode.mode) else {
      return
        "<p class=\"none\">Nothing is changed while the record is \(visit.mode.mode.rawValue).</p>\n"
    }
    let reason: HTML =
      asksReason
      ? """
      <p><label>Reason <input name="reason" required maxlength="2000" autocomplete="off"></label></p>

      """ : ""
    let acts = buttons.enumerated().map { index, button -> HTML in
      let value: HTML = button.1.isEmpty ? "" : " name=\"action\" value=\"\(button.1)\""
      let mark: HTML = index > 0 ? " class=\"quiet\"" : ""
      return "<button\(value)\(mark)>\(button.0)</button>\n"
    }
    let back: HTML = next.isEmpty ? "" : "<input type=\"hidden\" name=\"next\" value=\"\(next)\">\n"
    return """
      <form class="form" method="post" action="\(address)">
      <input type="hidden" name="form_token" value="\(visit.site.formToken(of: visit.visitor))">
      \(back)\(fields)\(reason)<p class="act">\(acts)</p></form>

      """
  }
}

extension Parameter {
  /// Why something is changed.
  static let reason = Parameter(
    name: "reason", kind: .text(most: 2000), summary: "Why.", isRequired: true)
  /// Where a browser goes when it is done.
  static let next = Parameter(
    name: "next", kind: .text(most: 2000), summary: "A path of the site to go on to.")
}

extension Visit {
  /// The page of the site that a form goes on to, told that an entry was written.
  func next(or address: String, entry: Int? = nil) -> String {
    let given = value("next") ?? address
    // Another site's address could stand here: only a path of this one is gone on to.
    let isOwn = given.hasPrefix("/") && !given.hasPrefix("//") && !given.contains("\\")
    let path = isOwn && !given.contains(where: \.isNewline) ? given : address
    guard let entry else { return path }
    let parts = path.split(separator: "#", maxSplits: 1)
    let base = parts.first.map(String.init) ?? path
    return base + (base.contains("?") ? "&" : "?") + "done=\(entry)"
      + (parts.count > 1 ? "#" + parts[1] : "")
  }
}

/// What was just written, with the way to undo it.
struct DoneNotice {
  static let parameter = Parameter(
    name: "done", kind: .number(0...Int.max),
    summary: "The entry that was just written, to be shown.")

  static func html(_ visit: Visit) throws -> HTML {
    guard let entry = visit.number("done"),
      let judgement = try visit.record.judgements().last(where: { $0.number == entry })
    else { return "" }
    let undo = ChangeForm(
      visit: visit, address: "/journal/\(entry)/undo", buttons: [("Undo", "")],
      next: visit.target.prefix { $0 != "?" } + "")
    return """
      <div class="notice desk-note" role="status"><p>Entry \(entry) was written: \(judgement.action.rawValue). It stands in the journal \
      with your name.</p>
      <details><summary>Undo it</summary>\(undo.html)</details></div>

      """
  }
}
