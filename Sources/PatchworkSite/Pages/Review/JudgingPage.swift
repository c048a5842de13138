import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// One account with every field that can be corrected: what the machine reads, what people say, and the forms.
struct JudgingPage {
  let stored: StoredReport
  let number: Int
  let visit: Visit

  private static let field = Schema.object([
    ("field", .word(AccountField.allCases.map(\.rawValue))), ("value", .string),
    ("machine", .nullable(.string)),
  ])

  static let routes = [
    Route(
      "/reports/{id}/accounts/{n}", name: "account",
      summary: "One account with the fields that can be corrected.", role: .analyst,
      parameters: [DoneNotice.parameter],
      schema: .object([
        ("report", .string), ("n", .integer), ("sentence", .string), ("rejected", .boolean),
        ("incident", .nullable(.string)), ("fields", .list(field)),
        ("judgements", .list(IncidentSchema.judgement)),
      ])
    ) { visit in
      let page = try JudgingPage(visit)
      return .page(
        Page(
          title: "Account \(page.number + 1) of \(page.stored.row.id)", section: .reports,
          body: { try page.html() }, json: { page.write(to: &$0) }))
    },
    Route(
      "/reports/{id}/accounts/{n}/judge", method: .post, name: "judgeAccount",
      summary: "Accepts or rejects an account, or corrects one of its fields.", role: .analyst,
      parameters: [
        Parameter(
          name: "action", kind: .word(["accept", "reject", "edit"]), summary: "What is decided.",
          isRequired: true),
        Parameter(
          name: "field", kind: .word(AccountField.allCases.map(\.rawValue)),
          summary: "The field that is corrected."),
        Parameter(name: "value", kind: .text(most: 400), summary: "What it reads rightly."),
        .reason, .next,
      ]
    ) { visit in
      let page = try JudgingPage(visit)
      guard let action: Judgement.Action = visit.word("action") else {
        throw Refusal.invalid("“action” must be accept, reject or edit.")
      }
      let field: AccountField? = action == .edit ? visit.word("field") : nil
      if action == .edit, field == nil { throw Refusal.against("Name the field to be corrected.") }
      let entry = try visit.record.judge(
        action, report: page.stored.row.id, account: page.number, field: field,
        value: field == nil ? "" : visit.value("value") ?? "", visit.decision)
      return .redirect(
        visit.next(or: Address.judging(page.stored.row.id, page.number), entry: entry),
        done: Done(entry: entry))
    },
  ]

  init(_ visit: Visit) throws {
    self.visit = visit
    let id = visit.part("id")
    guard let stored = try visit.record.report(id) else {
      throw Refusal.missing("There is no report “\(id)” in the record.")
    }
    guard let number = Int(visit.part("n")), stored.reading.accounts.indices.contains(number) else {
      throw Refusal.missing("Report “\(id)” has no such account.")
    }
    (self.stored, self.number) = (stored, number)
  }

  private var account: Account { stored.reading.accounts[number] }
  private var judgements: [Judgement] { stored.judgements.filter { $0.account == number } }

  /// The machine's value of a field that a person corrected, nil where none did.
  private func machine(_ field: AccountField) -> String? {
    judgements.last { $0.action == .edit && $0.field == field.rawValue && $0.conflict.isEmpty }?
      .machineValue
  }

  func html() throws -> HTML {
    let card = AccountCard(
      row: AccountRow(report: stored.row, account: account, incident: stored.incidents[number]))
    var table = Table("Fields", ["Field", "Reads", "The machine reads"])
    table.rows = AccountField.allCases.map { field in
      let value = field.value(of: account)
      let machine = machine(field)
      return [
        "\(field.rawValue)",
        value.isEmpty
          ? "<i>nothing</i>"
          : machine == nil ? "<bdi>\(value)</bdi>" : "<ins><bdi>\(value)</bdi></ins>",
        machine.map { "<del>\($0.isEmpty ? "nothing" : $0)</del>" } ?? "<i>the same</i>",
      ]
    }
    let address = "\(Address.judging(stored.row.id, number))/judge"
    let isRejected = stored.rejected.contains(number)
    let decide = ChangeForm(
      visit: visit, address: address,
      buttons: isRejected
        ? [("Accept it after all", "accept")] : [("Accept", "accept"), ("Reject", "reject")])
    var edit = ChangeForm(visit: visit, address: address, buttons: [("Correct it", "edit")])
    let options = AccountField.allCases.map { "<option>\($0.rawValue)</option>" as HTML }
    edit.fields = """
      <div class="pair"><p><label>Field <select name="field">\(options)</select></label></p>
      <p><label>Reads rightly <input name="value" maxlength="400" autocomplete="off"></label></p></div>

      """
    let history = judgements.map { judgement -> HTML in
      let undo = ChangeForm(
        visit: visit, address: "/journal/\(judgement.number)/undo", buttons: [("Undo", "")],
        next: Address.judging(stored.row.id, number))
      let item = JudgementItem(judgement: judgement, visit: visit).html
      return
        "\(item)<li class=\"plain\"><details><summary>Undo entry \(judgement.number)</summary>\(undo.html)</details></li>\n"
    }
    let state: HTML = isRejected ? " <span class=\"badge rejected\">rejected</span>" : ""
    return """
      <h1>Account \(number + 1) of <bdi>\(stored.row.title.isEmpty ? stored.row.id : stored.row.title)</bdi>\(state)</h1>
      \(try DoneNotice.html(visit))<ul class="plain">\(card.html)</ul>
      \(table.html)<p class="sum">A number is written 13, 13..20, 13.. or ..20. The machine's reading stays beneath a correction.</p>
      <section><h2>Correct a field</h2>\(edit.html)</section>
      <section><h2>Accept or reject</h2>\(decide.html)</section>
      <section id="history"><h2>Corrections</h2>
      \(history.isEmpty ? "<p class=\"none\">None: all of it is the machine's.</p>\n" : "<ol class=\"judgements\">\n\(history)</ol>\n")</section>
      """
  }

  func write(to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("report", stored.row.id)
    writer.member("n", orNull: number)
    writer.member("sentence", account.sentence.text)
    writer.key("rejected")
    writer.boolean(stored.rejected.contains(number))
    writer.member("incident", orNull: stored.incidents[number])
    writer.list("fields", AccountField.allCases) { field, writer in
      writer.begin(.object)
      writer.member("field", field.rawValue)
      writer.member("value", field.value(of: account))
      writer.member("machine", orNull: machine(field))
      writer.end(.object)
    }
    writer.list("judgements", judgements) { IncidentDetailJSON.write($0, to: &$1) }
    writer.end(.object)
  }
}
