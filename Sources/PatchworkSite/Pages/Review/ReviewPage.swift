import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// What waits for a person, worked from the keyboard: j and k go on and back, r to the reason, 1 and 2 decide.
struct ReviewPage {
  let visit: Visit
  let queue: ReviewQueue
  let counts: [ReviewQueue: Bounded]
  let items: [Item]
  let paging: Paging

  /// One thing that waits.
  struct Item {
    let subject: String
    let why: String
    /// The incidents, the account or the entry that it is about.
    var incidents: [String] = []
    var account: (report: String, number: Int)?
    var entry: Int?
    /// The sentence that is to be looked at, where it is one.
    var sentence: String?
    let html: HTML
  }

  static let routes = [
    Route(
      "/review", name: "review", summary: "What waits for a person to look at it, by queue.",
      role: .analyst,
      parameters: [
        Parameter(
          name: "queue", kind: .word(ReviewQueue.allCases.map(\.rawValue)), summary: "Which queue."),
        Paging.parameter, DoneNotice.parameter,
      ],
      schema: .object([
        ("queue", .word(ReviewQueue.allCases.map(\.rawValue))),
        (
          "waiting",
          .object(ReviewQueue.allCases.map { (name: $0.rawValue, schema: Schema.integer) })
        ),
        ("total", .integer), ("total_is_least", .boolean), ("page", .integer),
        ("pages", .integer),
        (
          "items",
          .list(
            .object([
              ("subject", .string), ("why", .string), ("incidents", .list(.string)),
              ("report", .nullable(.string)), ("n", .nullable(.integer)),
              ("entry", .nullable(.integer)), ("sentence", .nullable(.string)),
            ]))
        ),
      ])
    ) { visit in
      let page = try ReviewPage(visit)
      return .page(
        Page(
          title: "Review", section: .review, body: { try page.html() },
          json: { page.write(to: &$0) }))
    },
    Route(
      "/journal/{n}/undo", method: .post, name: "undo",
      summary: "Undoes a judgement by another entry; what others decided asks for a reviewer.",
      role: .analyst, parameters: [.reason, .next]
    ) { visit in
      guard let number = Int(visit.part("n")), number >= 0 else {
        throw Refusal.missing("There is no such entry.")
      }
      let own = try visit.record.judgements().contains {
        $0.number == number && $0.who == visit.visitor.name
      }
      if !own, !visit.visitor.may(.reviewer) {
        throw Refusal(
          status: 403, code: "not-permitted",
          message: "Only a reviewer undoes what others decided.")
      }
      let entry = try visit.record.undo(number, visit.decision)
      return .redirect(visit.next(or: "/review"), done: Done(entry: entry))
    },
  ]

  init(_ visit: Visit) throws {
    self.visit = visit
    queue = visit.word("queue") ?? .new
    counts = try visit.record.queueCounts()
    let queue = queue
    // What waits is looked at closely, and large incidents take their time: few at once.
    let count = counts[queue] ?? Bounded(0)
    paging = Paging(
      page: visit.number("page") ?? 1, total: count.count, isLeast: count.isLeast, size: 5
    ) {
      Address.query("/review", [("queue", queue.rawValue), ("page", $0 > 1 ? String($0) : "")])
    }
    let (limit, offset) = (paging.size, paging.offset)
    items =
      switch queue {
      case .new:
        try Self.incidents(visit.record.newIncidents(limit: limit, offset: offset), visit)
      case .same:
        try Self.pairs(visit.record.doubts(limit: limit, offset: offset), visit)
      case .conflicts:
        try visit.record.conflicts(limit: limit, offset: offset).map { Self.conflict($0, visit) }
      case .unsure:
        try visit.record.unsureAccounts(limit: limit, offset: offset).map {
          Self.unsure($0.row, $0.account, visit)
        }
      }
  }

  private static func title(_ queue: ReviewQueue) -> String {
    switch queue {
    case .new: "New incidents"
    case .same: "Possibly one incident"
    case .conflicts: "Conflicts after re-reading"
    case .unsure: "Read with little certainty"
    }
  }

  func html() throws -> HTML {
    let tabs = ReviewQueue.allCases.map { other -> HTML in
      let mark: HTML = other == queue ? " aria-current=\"page\"" : ""
      let count = counts[other] ?? Bounded(0)
      let more: HTML = count.isLeast ? " or more" : ""
      return """
        <li><a href="/review?queue=\(other.rawValue)"\(mark)>\(Self.title(other))</a> <small>\(Plural.grouped(count.count))\(more)</small></li>

        """
    }
    let rows = items.map { "<li tabindex=\"-1\">\($0.html)</li>\n" as HTML }
    return """
      <h1>Review</h1>
      \(try DoneNotice.html(visit))<nav class="contents" aria-label="Queues"><ul>
      \(tabs)</ul></nav>
      <p class="keys"><kbd>j</kbd> next, <kbd>k</kbd> back, <kbd>r</kbd> reason, <kbd>1</kbd> <kbd>2</kbd> the buttons, \
      <kbd>o</kbd> open, <kbd>u</kbd> undo what was done. Tab goes everywhere too. Every change asks for a reason and can be undone.</p>
      \(rows.isEmpty ? "<p class=\"none\">Nothing waits here.</p>\n" : "<ol class=\"plain queue\">\n\(rows)</ol>\n")\(paging.html)
      """
  }

  private static func incidents(_ ids: [String], _ visit: Visit) throws -> [Item] {
    let found = try visit.record.outlines(of: ids)
    return ids.compactMap { id in found[id].map { incident(id, $0, visit) } }
  }

  private static func incident(_ id: String, _ incident: OutlinedIncident, _ visit: Visit) -> Item {
    let outline = incident.outline
    var form = ChangeForm(
      visit: visit, address: "\(Address.incident(id))/grade", next: "/review?queue=new")
    form.fields = """
      <p><label>Grade <select name="grade">\(GradeField.options(incident.gradeWord))</select></label></p>

      """
    form.buttons = [("Give this grade", "")]
    let act =
      visit.visitor.may(.reviewer)
      ? form.html
      : ChangeForm(
        visit: visit, address: "\(Address.incident(id))/note", buttons: [("Remark", "")],
        next: "/review?queue=new"
      ).html
    let first: HTML = outline.accounts.first.map { Said.sentence($0.report, $0.account) } ?? ""
    return Item(
      subject: id, why: outline.grade.rule, incidents: [id],
      html: """
        <a class="open" href="\(Address.incident(id))"><b>\(IncidentPage.title(incident.summary))</b></a> <code>\(id)</code>
        <p>\(Plural.text(outline.accounts.count, "account")) of \(Plural.text(outline.origins, "origin")) · the rule gives \
        <b>\(outline.grade.word.rawValue)</b> (\(outline.grade.rule)) · \(RangeText.killed(outline.killed))</p>
        \(first)\(act)
        """)
  }

  private static func pairs(_ doubts: [DoubtRow], _ visit: Visit) throws -> [Item] {
    let views = try visit.record.outlines(of: doubts.flatMap { [$0.first, $0.second] })
    return doubts.compactMap { doubt in
      guard let first = views[doubt.first], let second = views[doubt.second] else { return nil }
      return pair(doubt, first, second, visit)
    }
  }

  private static func pair(
    _ doubt: DoubtRow, _ first: OutlinedIncident, _ second: OutlinedIncident, _ visit: Visit
  ) -> Item {
    Item(
      subject: "\(doubt.first) \(doubt.second)", why: doubt.reasons,
      incidents: [doubt.first, doubt.second],
      html: """
        <div class="versus"><div>\(ComparePage.short(first))</div><div>\(ComparePage.short(second))</div></div>
        <p><small>alike by \(doubt.reasons)</small></p>
        \(ComparePage.form(doubt.first, doubt.second, visit, next: "/review?queue=same"))
        """)
  }

  private static func conflict(_ judgement: Judgement, _ visit: Visit) -> Item {
    let form = ChangeForm(
      visit: visit, address: "/journal/\(judgement.number)/undo",
      buttons: [("Drop the judgement", "")], next: "/review?queue=conflicts")
    let open: HTML =
      judgement.account.map {
        "<a class=\"open\" href=\"\(Address.judging(judgement.report, $0))\">decide anew</a>"
      } ?? ""
    return Item(
      subject: "entry \(judgement.number)", why: judgement.conflict,
      account: judgement.account.map { (judgement.report, $0) }, entry: judgement.number,
      html: """
        <ol class="judgements">\(JudgementItem(judgement: judgement, visit: visit).html)</ol>
        <p>\(open)</p>
        \(form.html)
        """)
  }

  private static func unsure(_ row: UnsureRow, _ account: AccountRow, _ visit: Visit) -> Item {
    let form = ChangeForm(
      visit: visit, address: "\(Address.judging(row.report, row.account))/judge",
      buttons: [("Accept", "accept"), ("Reject", "reject")], next: "/review?queue=unsure")
    return Item(
      subject: "\(row.report)#\(row.account)", why: row.why, account: (row.report, row.account),
      sentence: account.account.sentence.text,
      html: """
        <p class="badge warn">\(row.why)</p>
        <ul class="plain">\(AccountCard(row: account).html)</ul>
        <p><a class="open" href="\(Address.judging(row.report, row.account))">all its fields</a></p>
        \(form.html)
        """)
  }

  func write(to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("queue", queue.rawValue)
    writer.key("waiting")
    writer.begin(.object)
    writer.member("new", orNull: counts[.new]?.count ?? 0)
    writer.member("same", orNull: counts[.same]?.count ?? 0)
    writer.member("conflicts", orNull: counts[.conflicts]?.count ?? 0)
    writer.member("unsure", orNull: counts[.unsure]?.count ?? 0)
    writer.end(.object)
    writer.paging(paging)
    writer.list("items", items) { item, writer in
      writer.begin(.object)
      writer.member("subject", item.subject)
      writer.member("why", item.why)
      writer.list("incidents", item.incidents) { $1.string($0) }
      writer.member("report", orNull: item.account?.report)
      writer.member("n", orNull: item.account?.number)
      writer.member("entry", orNull: item.entry)
      writer.member("sentence", orNull: item.sentence)
      writer.end(.object)
    }
    writer.end(.object)
  }
}

/// The grades that a person can give.
enum GradeField {
  static let words = ["confirmed", "fair", "weak", "contested", "discounted"]

  static func options(_ current: some RawRepresentable<String>) -> HTML {
    HTML(
      words.map { word -> HTML in
        "<option\(word == current.rawValue ? " selected" as HTML : "")>\(word)</option>"
      })
  }
}
