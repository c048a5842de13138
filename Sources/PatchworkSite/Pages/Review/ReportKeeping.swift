import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// Whether a report is kept: withdrawn and put back, held, and taken out for good with the word of two people.
struct ReportKeeping {
  let visit: Visit
  let id: String
  let keeping: Keeping

  static let schema = Schema.object([
    ("state", .word(ReportState.allCases.map(\.rawValue))), ("held", .boolean),
    ("asked_by", .nullable(.string)), ("asked_ground", .nullable(.string)),
  ])

  private static func action(_ words: [String]) -> Parameter {
    Parameter(name: "action", kind: .word(words), summary: "What is done.", isRequired: true)
  }

  static let routes = [
    Route(
      "/reports/{id}/keep", method: .post, name: "keepReport",
      summary: "Has a report tell nothing any more, or again what it told.", role: .reviewer,
      parameters: [action(["withdraw", "put-back"]), .reason, .next]
    ) { visit in
      try done(visit) { id in
        visit.value("action") == "withdraw"
          ? try visit.record.withdraw(report: id, visit.decision)
          : try visit.record.putBack(report: id, visit.decision)
      }
    },
    Route(
      "/reports/{id}/hold", method: .post, name: "holdReport",
      summary: "Keeps a report from being taken out for good, or lets it be again.",
      role: .manager, parameters: [action(["hold", "release"]), .reason, .next]
    ) { visit in
      try done(visit) { id in
        try visit.record.hold(report: id, visit.value("action") == "hold", visit.decision)
      }
    },
    Route(
      "/reports/{id}/expunge", method: .post, name: "expungeReport",
      summary:
        "Asks that a withdrawn report be taken out for good, or approves what another asked.",
      role: .manager,
      parameters: [
        action(["ask", "approve"]),
        Parameter(
          name: "ground", kind: .word(ExpungingGround.allCases.map(\.rawValue)),
          summary: "On what ground it is asked."), .reason, .next,
      ]
    ) { visit in
      try done(visit) { id in
        guard visit.value("action") == "ask" else {
          return try visit.record.expunge(report: id, visit.decision)
        }
        guard let ground: ExpungingGround = visit.word("ground") else {
          throw Refusal.against("Say on what ground it is asked.")
        }
        return try visit.record.askExpunging(of: id, on: ground, visit.decision)
      }
    },
  ]

  private static func done(_ visit: Visit, _ change: (String) throws -> Int) throws -> Answer {
    let id = visit.part("id")
    let entry = try change(id)
    return .redirect(visit.next(or: Address.report(id)), done: Done(entry: entry))
  }

  init?(_ visit: Visit, report id: String) throws {
    guard let keeping = try visit.record.keeping(of: id) else { return nil }
    (self.visit, self.id, self.keeping) = (visit, id, keeping)
  }

  /// That a report is no longer told, for everybody who looks at it.
  var notice: HTML {
    switch keeping.state {
    case .kept: ""
    case .withdrawn:
      """
      <p class="notice"><span class="badge warn">withdrawn</span> This report tells nothing any more; no incident counts it.</p>

      """
    case .expunged:
      """
      <p class="notice"><span class="badge warn">expunged</span> The words of this report were taken out for good; hashes of them are left.</p>

      """
    }
  }

  /// The forms for who may decide.
  var forms: HTML {
    guard visit.visitor.may(.reviewer), keeping.state != .expunged else { return "" }
    let address = Address.report(id)
    let isTold = keeping.state == .kept
    let keep = ChangeForm(
      visit: visit, address: "\(address)/keep",
      buttons: [isTold ? ("Withdraw it", "withdraw") : ("Put it back", "put-back")])
    let heading: HTML = isTold ? "Withdraw the report" : "Put the report back"
    return """
      <section id="keeping"><h2>Keeping it</h2>
      <details><summary>\(heading)</summary>\(keep.html)</details>
      \(visit.visitor.may(.manager) ? managing(address) : "")</section>

      """
  }

  private func managing(_ address: String) -> HTML {
    let hold = ChangeForm(
      visit: visit, address: "\(address)/hold",
      buttons: [keeping.isHeld ? ("Release it", "release") : ("Hold it", "hold")])
    let held: HTML = keeping.isHeld ? "It is held: release" : "Hold it against being taken out"
    return "<details><summary>\(held)</summary>\(hold.html)</details>\n\(expunging(address))"
  }

  private func expunging(_ address: String) -> HTML {
    guard keeping.state == .withdrawn, !keeping.isHeld else { return "" }
    var form = ChangeForm(visit: visit, address: "\(address)/expunge")
    if let asked = keeping.asked {
      form.buttons = [("Take it out for good", "approve")]
      let own: HTML =
        asked.who == visit.visitor.name
        ? "<p class=\"none\">You asked for it: somebody else approves it.</p>\n" : form.html
      return """
        <details open><summary>Asked to be taken out for good</summary>
        <p><bdi>\(asked.who)</bdi> asked for it on the ground of \(asked.ground.words), in entry \(asked.entry).</p>
        \(own)</details>

        """
    }
    let grounds = ExpungingGround.allCases.map { ground -> HTML in
      "<option value=\"\(ground.rawValue)\">\(ground.words)</option>"
    }
    form.buttons = [("Ask for it", "ask")]
    form.fields = "<p><label>Ground <select name=\"ground\">\(grounds)</select></label></p>\n"
    return "<details><summary>Ask to take it out for good</summary>\(form.html)</details>\n"
  }

  func write(to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("state", keeping.state.rawValue)
    writer.key("held")
    writer.boolean(keeping.isHeld)
    // Who decides is told to those alone who see the record whole.
    let asked = visit.isRedacted ? nil : keeping.asked
    writer.member("asked_by", orNull: asked?.who)
    writer.member("asked_ground", orNull: asked?.ground.rawValue)
    writer.end(.object)
  }
}

extension ExpungingGround {
  /// The ground in words.
  var words: String { rawValue.replacing("-", with: " ") }
}

extension KeepingError {
  /// The refusal that says so.
  var refusal: Refusal {
    switch self {
    case .none(let id): .missing("There is no report “\(id)” in the record.")
    case .state(.kept): .against("The report is kept: withdraw it first.")
    case .state(.withdrawn): .against("The report is withdrawn already: put it back to undo that.")
    case .state(.expunged):
      .against("The report is expunged: nothing of it is left to decide about.")
    case .held: .against("The report is held: a manager releases it first.")
    case .unasked: .against("Nobody asked that the report be taken out for good.")
    case .ownApproval: .against("Who asked for it does not approve it: somebody else does.")
    }
  }
}
