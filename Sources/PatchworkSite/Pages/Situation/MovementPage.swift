import PatchworkDisplay
import PatchworkRecord
import PatchworkSituation
import PatchworkStore

/// One movement: sealed until a reason is given, then its case file with what people put under it.
struct MovementPage {
  let visit: Visit
  let row: MovementRow
  /// What is seen once it is opened.
  let opened: Opened?

  struct Opened {
    let file: CaseFile
    let digest: String
    let marks: [MovementMark]
    let isStale: Bool
  }

  private static let asOf = Parameter(
    name: "as_of", kind: .text(most: 40),
    summary: "The time as of which the record is looked at, RFC 3339; now when not given.")

  static let routes = [
    Route(
      "/movements/{id}", name: "movement",
      summary:
        "A movement's case file; a reason is asked for and goes into the journal with the reader's name.",
      role: .analyst,
      parameters: [
        Parameter(name: "reason", kind: .text(most: 2000), summary: "Why it is opened."), asOf,
      ],
      schema: .object([
        ("id", .string), ("ends", .string), ("made_at", .string), ("made_by", .string),
        ("signatures", .integer), ("marks", .list(.any)), ("case_file_sha256", .nullable(.string)),
        ("case_file", .nullable(.any)),
      ])
    ) { visit in
      let page = try MovementPage(visit)
      return .page(
        Page(
          title: "Movement \(page.row.id)", section: .movements, body: { page.html },
          json: { page.write(to: &$0) }))
    },
    Route(
      "/movements/{id}/mark", method: .post, name: "markMovement",
      summary: "Signs the case file of a movement as read, or enters dissent from it.",
      role: .analyst,
      parameters: [
        Parameter(
          name: "action", kind: .word(MovementMark.Kind.allCases.map(\.rawValue)),
          summary: "Which of the two.", isRequired: true),
        Parameter(
          name: "case_file", kind: .text(most: 64), summary: "Hash of the case file that was read.",
          isRequired: true),
        Parameter(
          name: "as_of", kind: .text(most: 40),
          summary: "The time as of which it was read, as the page gives it.", isRequired: true),
        Parameter(name: "words", kind: .text(most: 4000), summary: "What is objected to."),
      ]
    ) { visit in
      let desk = try visit.movementDesk()
      let id = visit.part("id")
      try requireRead(visit, desk)
      let entry = try visit.record.mark(
        id, visit.word("action") ?? .signature, words: visit.value("words") ?? "",
        caseFile: visit.value("case_file") ?? "", seal: desk.seal,
        Decision(who: visit.visitor.name, at: visit.now, reason: "read the case file"))
      return .redirect(
        Address.query(Address.movement(id), [("reason", "after entry \(entry)")]),
        done: Done(entry: entry))
    },
  ]

  /// Refuses a mark under anything but the case file that the record has for the time that was read.
  private static func requireRead(_ visit: Visit, _ desk: MovementDesk) throws {
    let movement = try desk.movement(
      try visit.record.planToMark(visit.part("id"), seal: desk.seal))
    let file = try caseFile(of: movement, asOf: visit.value("as_of") ?? "", visit, desk)
    guard SituationJSON.digest(file) == visit.value("case_file") else {
      throw Refusal.against(
        "This is not the case file as it stands: what it says has changed, or it was another. Read it again, then sign or object."
      )
    }
  }

  private static func caseFile(
    of movement: Movement, asOf: String, _ visit: Visit, _ desk: MovementDesk
  ) throws -> CaseFile {
    guard let asked = Moment(rfc3339: asOf) else {
      throw Refusal.against(
        "“as_of” must be a time with its offset, like 2016-09-19T06:00:00+03:00.")
    }
    return try visit.record.caseFile(
      of: movement, asOf: Moment(minutes: asked.minutes, offset: movement.start.offset),
      rules: visit.record.rules(desk.rules))
  }

  init(_ visit: Visit) throws {
    self.visit = visit
    let id = visit.part("id")
    guard let row = try visit.record.movements().first(where: { $0.id == id }) else {
      throw MovementSealError.none(id: id)
    }
    self.row = row
    guard visit.value("reason") != nil else {
      opened = nil
      return
    }
    let desk = try visit.movementDesk()
    let movement = try desk.movement(
      try visit.record.movement(id, seal: desk.seal, visit.decision))
    let file = try Self.caseFile(
      of: movement, asOf: visit.value("as_of") ?? visit.now, visit, desk)
    let now = Moment(rfc3339: visit.now)
    opened = Opened(
      file: file, digest: SituationJSON.digest(file),
      marks: try visit.record.marks(of: id, seal: desk.seal),
      isStale: now.map { file.staleAt <= $0 } ?? true)
  }

  var html: HTML { opened.map(caseFile) ?? cover }

  /// What is seen of a movement that nobody opened.
  private var cover: HTML {
    """
    <h1>Movement \(row.id)</h1>
    <p class="lead">Entered by <bdi>\(row.madeBy)</bdi> on \(DayText.of(String(row.madeAt.prefix(10)))); ends \(row.ends.clock) UTC on \
    \(DayText.of(row.ends.day.iso)). \(Plural.text(row.signatures, "signature")).</p>
    <p class="notice">It is sealed. To open it, say why: your name, the time and the reason go into the journal.</p>
    <form class="form" action="\(Address.movement(row.id))">
    <p><label for="reason">Reason</label><input id="reason" name="reason" required maxlength="2000" autocomplete="off"></p>
    <p><label for="as_of">As of; empty is now</label><input id="as_of" name="as_of" maxlength="40" placeholder="2016-09-19T06:00:00+03:00"></p>
    <p class="act"><button>Open</button></p></form>
    """
  }

  private func caseFile(_ opened: Opened) -> HTML {
    let sheet = CaseFileSheet(
      opened.file, code: row.id,
      marks: opened.marks.map { mark in
        CaseFileSheet.Mark(
          kind: mark.kind == .signature ? .signature : .dissent, who: mark.who, at: mark.at,
          words: mark.words, isOfThis: mark.caseFile == opened.digest)
      }, address: { Address.account($0.report, $0.entry.account) }, ruleAddress: Address.rule)
    let stale = opened.file.staleAt
    return """
      <p class="stale-banner" role="alert" data-stale-at="\(stale.minutes)"\(opened.isStale ? "" : " hidden" as HTML)>\
      This case file is stale since \(stale.clock) on \(DayText.of(stale.day.iso)): nothing later is in it. Make a new one before it is used.</p>
      \(sheet.html)
      \(marking(opened))
      """
  }

  /// Signing and dissent, on the screen only.
  private func marking(_ opened: Opened) -> HTML {
    let address = Address.movement(row.id) + "/mark"
    let hash: HTML = """
      <input type="hidden" name="case_file" value="\(opened.digest)">
      <input type="hidden" name="as_of" value="\(opened.file.asOf.rfc3339)">

      """
    var sign = ChangeForm(
      visit: visit, address: address, fields: hash,
      buttons: [("Sign as read, unknowns included", "signature")], asksReason: false)
    sign.fields +=
      "<p class=\"sum\">Two different people sign; a changed file asks for new signatures.</p>\n"
    var dissent = ChangeForm(
      visit: visit, address: address, fields: hash, buttons: [("Enter dissent", "dissent")],
      asksReason: false)
    dissent.fields += """
      <p><label for="words">What you object to; it is sealed with the movement</label>\
      <textarea id="words" name="words" class="few" required dir="auto"></textarea></p>

      """
    return """
      <section class="marking"><h2>Sign or object</h2>
      \(sign.html)\(dissent.html)</section>
      """
  }

  private func write(to writer: inout JSONWriter) {
    writer.begin(.object)
    MovementsPage.write(row, to: &writer)
    writer.list("marks", opened?.marks ?? []) { mark, writer in
      writer.begin(.object)
      writer.member("kind", mark.kind.rawValue)
      writer.member("who", mark.who)
      writer.member("at", mark.at)
      writer.member("words", mark.words)
      writer.key("of_this_case_file")
      writer.boolean(mark.caseFile == opened?.digest)
      writer.end(.object)
    }
    writer.member("case_file_sha256", orNull: opened?.digest)
    writer.key("case_file")
    if let file = opened?.file { SituationJSON.write(file, to: &writer) } else { writer.null() }
    writer.end(.object)
  }
}
