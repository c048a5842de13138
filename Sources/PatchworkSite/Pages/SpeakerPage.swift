import PatchworkDisclosure
import PatchworkDisplay
import PatchworkExchange
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// One speaker: statements in order, what is held on each incident, and how that changed.
struct SpeakerPage {
  let names: [String]
  let offices: [Actor.Office]
  let rows: [AccountRow]
  let paging: Paging
  let positions: [Held]
  let removed: Removals

  /// What a speaker holds on an incident.
  struct Held: Sendable {
    let view: IncidentView
    /// Positions of the speaker's accounts in the incident.
    let accounts: [Int]
    let thread: SpeakerThread?

    /// Their later statements that differ from an earlier one.
    var changes: [SpeakerThread.Shift] {
      thread?.shifts.filter { $0.change != .restated } ?? []
    }

    /// What they hold, each once, in order.
    var holds: [String] {
      accounts.reduce(into: []) { words, index in
        let position = view.analysis.positions[index]
        let word =
          position.holding.rawValue
          + (position.blamed.isEmpty ? "" : ", blames \(BlamedText.of(position.blamed))")
        if !words.contains(word) { words.append(word) }
      }
    }
  }

  static let routes = [
    Route(
      "/speakers/{name}", name: "speaker",
      summary: "One speaker: statements in order, positions on incidents, shifts, offices.",
      parameters: [Paging.parameter, DoneNotice.parameter],
      schema: .object([
        ("who", .string), ("also", .list(.string)),
        (
          "offices",
          .list(
            .object([
              ("words", .string), ("first", .nullable(.string)), ("last", .nullable(.string)),
            ]))
        ),
        (
          "positions",
          .list(
            .object([
              ("incident", .string), ("title", .string), ("holds", .list(.string)),
              ("shifts", .integer),
              (
                "changes",
                .list(
                  .object([
                    ("change", .string), ("slot", .string), ("accounts", .list(AccountCard.place)),
                  ]))
              ),
            ]))
        ),
        ("total", .integer), ("total_is_least", .boolean), ("page", .integer),
        ("pages", .integer),
        ("statements", .list(AccountCard.schema)),
      ])
    ) { visit in
      let page = try SpeakerPage(visit)
      return .page(
        Page(
          title: page.names[0], section: .speakers,
          body: {
            try DoneNotice.html(visit) + page.html(SpeakerNames(names: page.names, visit: visit))
          },
          json: { page.write(to: &$0) }, removed: page.removed))
    }
  ]

  init(_ visit: Visit) throws {
    let name = visit.part("name")
    names = try visit.record.spellings(of: name)
    var filter = RecordFilter()
    filter.names = names
    let total = try visit.record.accountCount(filter)
    let isHidden = try visit.isRedacted && !visit.shown().mayName(name)
    if total == 0 || isHidden {
      throw Refusal.missing("No speaker of the name “\(name)” is in the record.")
    }
    let number = visit.number("page") ?? 1
    paging = Paging(page: number, total: total) {
      Address.query(Address.speaker(name), [("page", $0 > 1 ? String($0) : "")])
    }
    (filter.limit, filter.offset) = (Paging.size, paging.offset)
    let shown = try visit.shown().accounts(filter)
    (rows, removed) = (shown.value, shown.removals)
    offices = try visit.record.offices(of: names)
    let known = Set(names)
    positions = try visit.record.incidents(of: names, most: 8).compactMap { id in
      guard let view = try visit.shown().incident(id)?.value.view else { return nil }
      let own = view.accounts.indices.filter {
        known.contains(view.accounts[$0].account.source.who)
      }
      let thread = view.analysis.threads.first { !Set($0.statements).isDisjoint(with: own) }
      return own.isEmpty ? nil : Held(view: view, accounts: own, thread: thread)
    }
  }

  func html(_ own: SpeakerNames) throws -> HTML {
    let also: HTML =
      names.count < 2
      ? ""
      : "<p class=\"lead\">Also \(HTML(names.dropFirst().map { "<bdi>\($0)</bdi>" }, separator: "; "))</p>\n"
    return """
      <h1><bdi>\(names[0])</bdi></h1>
      \(also)\(officesHTML)\(positionsHTML)<section><h2>Statements in order</h2>
      <p class="sum">\(Plural.text(paging.total, "statement"))</p>
      <ol class="plain">
      \(rows.map { AccountCard(row: $0).html })</ol>
      \(paging.html)</section>
      \(try own.html())
      """
  }

  private var officesHTML: HTML {
    guard !offices.isEmpty else { return "" }
    let items = offices.map { office -> HTML in
      let days = [office.first, office.last].compactMap { $0?.iso }
      let when = days.count == 2 ? DayText.interval(from: days[0], to: days[1]) : ""
      return """
        <li><a href="\(Address.account(office.report, office.account))"><bdi>\(office.words)</bdi></a> <small>\(when)</small></li>

        """
    }
    return
      "<section><h2>How reports introduce them</h2>\n<ul class=\"plain\">\n\(items)</ul></section>\n"
  }

  private var positionsHTML: HTML {
    guard !positions.isEmpty else { return "" }
    let items = positions.map { held -> HTML in
      let pairs = held.changes.map { ShiftPair(shift: $0, accounts: held.view.accounts).html }
      let shifts: HTML =
        pairs.isEmpty
        ? ""
        : "<details class=\"shifts\"><summary>\(Plural.text(pairs.count, "change")) in what is said of it</summary>\(pairs)</details>"
      return """
        <li><a href="\(Address.incident(held.view.id))">\(IncidentPage.title(held.view))</a>: \(held.holds.joined(separator: "; "))\(shifts)</li>

        """
    }
    return
      "<section><h2>Positions on incidents</h2>\n<ul class=\"plain\">\n\(items)</ul></section>\n"
  }

  func write(to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("who", names[0])
    writer.list("also", Array(names.dropFirst())) { $1.string($0) }
    writer.list("offices", offices) { office, writer in
      writer.begin(.object)
      writer.member("words", office.words)
      writer.member("first", orNull: office.first?.iso)
      writer.member("last", orNull: office.last?.iso)
      writer.end(.object)
    }
    writer.list("positions", positions) { held, writer in
      writer.begin(.object)
      writer.member("incident", held.view.id)
      writer.member("title", held.view.title)
      writer.list("holds", held.holds) { $1.string($0) }
      writer.member("shifts", orNull: held.changes.count)
      writer.list("changes", held.changes) { shift, writer in
        writer.begin(.object)
        writer.member("change", shift.change.rawValue)
        writer.member("slot", shift.slot)
        writer.list("accounts", [shift.from, shift.to]) { index, writer in
          let entry = held.view.accounts[index]
          writer.begin(.object)
          writer.member("report", entry.report)
          writer.member("n", orNull: entry.account.number)
          writer.end(.object)
        }
        writer.end(.object)
      }
      writer.end(.object)
    }
    writer.paging(paging)
    writer.list("statements", rows) { AccountCard(row: $0).write(to: &$1) }
    writer.end(.object)
  }
}
