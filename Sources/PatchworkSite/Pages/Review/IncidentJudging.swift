import PatchworkDisplay
import PatchworkLinking
import PatchworkStore

/// Changes of an incident: a grade, a remark, one of two, a report taken out.
enum IncidentJudging {
  private static let other = Parameter(
    name: "other", kind: .text(most: 40), summary: "The code of the other incident.",
    isRequired: true)

  static let routes = [
    Route(
      "/incidents/{id}/note", method: .post, name: "noteIncident",
      summary: "Remarks on an incident; the reason is the remark.", role: .analyst,
      parameters: [.reason, .next]
    ) { visit in
      try done(visit, .note, value: visit.value("reason") ?? "")
    },
    Route(
      "/incidents/{id}/grade", method: .post, name: "gradeIncident",
      summary: "Gives an incident a grade that a person answers for.", role: .reviewer,
      parameters: [
        Parameter(
          name: "grade", kind: .word(GradeField.words), summary: "The grade.", isRequired: true),
        .reason, .next,
      ]
    ) { visit in
      try done(visit, .grade, value: visit.value("grade") ?? "")
    },
    Route(
      "/incidents/{id}/pair", method: .post, name: "judgePair",
      summary: "Makes one incident of two, or tells two apart.", role: .reviewer,
      parameters: [
        Parameter(
          name: "action", kind: .word(["merge", "apart"]), summary: "Whether they are one.",
          isRequired: true), other, .reason, .next,
      ]
    ) { visit in
      let (id, other) = (visit.part("id"), visit.value("other") ?? "")
      guard let first = try visit.record.incident(id) else {
        throw JudgementError.noIncident(id)
      }
      guard let second = try visit.record.incident(other) else {
        throw JudgementError.noIncident(other)
      }
      if first.id == second.id {
        throw Refusal(status: 409, code: "one", message: "These are one incident already.")
      }
      return try done(
        visit, visit.value("action") == "merge" ? .merge : .apart, other: second.id)
    },
    Route(
      "/incidents/{id}/split", method: .post, name: "splitIncident",
      summary: "Takes a report out of an incident.", role: .reviewer,
      parameters: [
        Parameter(
          name: "report", kind: .text(most: 400), summary: "The report.", isRequired: true),
        .reason, .next,
      ]
    ) { visit in
      try done(visit, .split, other: visit.value("report") ?? "")
    },
  ]

  private static func done(
    _ visit: Visit, _ action: Judgement.Action, other: String = "", value: String = ""
  ) throws -> Answer {
    let entry = try visit.record.judge(
      action, incident: visit.part("id"), other: other, value: value, visit.decision)
    return .redirect(
      visit.next(or: Address.incident(visit.part("id")), entry: entry), done: Done(entry: entry))
  }
}

extension IncidentPage {
  /// The forms with which one judges the incident.
  var judging: HTML {
    guard visit.visitor.may(.analyst) else { return "" }
    let address = Address.incident(view.id)
    let note = ChangeForm(visit: visit, address: "\(address)/note", buttons: [("Remark", "")])
    guard visit.visitor.may(.reviewer) else {
      return "<section id=\"judge\"><h2>Judge</h2>\n\(note.html)</section>\n"
    }
    var grade = ChangeForm(
      visit: visit, address: "\(address)/grade", buttons: [("Give this grade", "")])
    grade.fields = """
      <p><label>Grade <select name="grade">\(GradeField.options(view.gradeWord))</select></label></p>

      """
    var pair = ChangeForm(
      visit: visit, address: "\(address)/pair",
      buttons: [("They are one", "merge"), ("They are two", "apart")])
    pair.fields = """
      <p><label>Code of the other incident <input name="other" required maxlength="40"></label></p>

      """
    var split = ChangeForm(
      visit: visit, address: "\(address)/split", buttons: [("Take it out", "")])
    let reports = Set(view.accounts.map(\.report)).sorted()
    let options = reports.map { "<option value=\"\($0)\">\(titles[$0] ?? $0)</option>" as HTML }
    split.fields = "<p><label>Report <select name=\"report\">\(options)</select></label></p>\n"
    return """
      <section id="judge"><h2>Judge</h2>
      <details><summary>Remark</summary>\(note.html)</details>
      <details><summary>Grade</summary>\(grade.html)</details>
      <details><summary>One with another, or not</summary>\(pair.html)</details>
      <details><summary>Take a report out</summary>\(split.html)</details></section>

      """
  }
}
