import PatchworkDisclosure
import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// One incident as a page of its own: it fetches nothing, runs nothing, and prints.
public struct Dossier {
  let event: ExportedEvent
  let about: ExportAbout
  let tables: ExportTables

  /// Makes the page of an incident; `about` must have counted it in.
  public init(_ event: ExportedEvent, about: ExportAbout, tables: ExportTables) {
    self.event = event
    self.about = about
    self.tables = tables
  }

  var view: IncidentView { event.view }

  /// The whole page as UTF-8.
  public func bytes() -> [UInt8] {
    let page = StandalonePage(title: "\(view.id) · \(view.title)", style: DossierStyle.css)
    var html = Markup()
    html.raw(page.beginning)
    html.raw("<main>\n")
    head(&html)
    figures(&html)
    sides(&html)
    differences(&html)
    threads(&html)
    origins(&html)
    unknowns(&html)
    judgements(&html)
    reports(&html)
    aboutSection(&html)
    html.raw("</main>\n")
    html.raw(page.end)
    return html.bytes
  }

  private func head(_ html: inout Markup) {
    html.raw("<header>\n<p class=\"code\">")
    html.text(view.id)
    if !view.aliases.isEmpty { html.text(" (formerly \(view.aliases.joined(separator: ", ")))") }
    html.raw("</p>\n<h1>")
    html.text(view.title)
    html.raw("</h1>\n<p class=\"right\">")
    switch about.right {
    case .redacted:
      html.text("Redacted on \(about.day.iso). What was left out is listed at the end.")
    case .full(let warrant):
      html.text("Not redacted. \(about.day.iso), by \(warrant.who): \(warrant.reason)")
    }
    html.raw("</p>\n<div class=\"facts\">\n<dl>\n")
    row("What", view.summary.type.rawValue, &html)
    row("When", days, &html)
    row("First reported", event.reported?.iso ?? "no day known", &html)
    row("Where", whereText, &html)
    row("Grade", "\(view.gradeWord.rawValue): \(event.gradeRule)", &html)
    row("Killed", text(view.analysis.killed), &html)
    row("Injured", text(view.analysis.injured), &html)
    row(
      "Accounts",
      "\(view.accounts.count) in \(event.incident.reports.count) reports of \(view.origins) independent origins",
      &html)
    html.raw("</dl>\n")
    DossierPicture.ring(event.place, tables: tables, &html)
    html.raw("</div>\n</header>\n")
  }

  private var days: String {
    guard let days = event.days else { return "no account says the day" }
    return days.lowerBound == days.upperBound
      ? days.lowerBound.iso : "\(days.lowerBound.iso) to \(days.upperBound.iso)"
  }

  private var whereText: String {
    guard let place = event.place else { return "no account says the place" }
    let wider = (0...3).reversed().compactMap { event.areas[$0]?.name }.filter { $0 != place.name }
    let code = place.pcode.map { " (\($0))" } ?? ""
    return ([place.name + code] + wider).joined(separator: ", ")
  }

  private func text(_ range: CasualtyRange?) -> String {
    guard let range else { return "no account gives a number" }
    let open = range.isOpen ? " or more" : ""
    return range.low == range.high
      ? "\(range.low)\(open)"
      : "\(range.low) to \(range.high)\(open); most origins say \(range.best)"
  }

  private func row(_ name: String, _ value: String, _ html: inout Markup) {
    html.raw("<dt>")
    html.text(name)
    html.raw("</dt><dd>")
    html.text(value)
    html.raw("</dd>\n")
  }

  private func figures(_ html: inout Markup) {
    for (name, range) in [("Killed", view.analysis.killed), ("Injured", view.analysis.injured)] {
      guard let range else { continue }
      html.heading("\(name): every figure, and how it counts")
      html.raw(
        """
        <table>
        <caption>\(name), a row a figure</caption>
        <thead><tr><th scope="col">Figure</th><th scope="col">Words</th><th scope="col">Who</th><th scope="col">Report</th>\
        <th scope="col">Standing</th></tr></thead>
        <tbody>

        """
      )
      let top = max(
        1, range.figures.map { $0.figure.count.high ?? $0.figure.count.low ?? 0 }.max() ?? 1)
      for entry in range.figures {
        let count = entry.figure.count
        let account = view.accounts.first {
          $0.report == entry.figure.report && $0.account.number == entry.figure.account
        }
        html.raw("<tr class=\"\(entry.standing.rawValue)\"><td class=\"bar\">")
        DossierPicture.bar(count, top: top, &html)
        html.raw("</td><td dir=\"auto\">")
        html.text(count.quote.text)
        html.raw("</td><td dir=\"auto\">")
        html.text(account.map { speaker($0.account) } ?? "")
        html.raw("</td><td>")
        html.text(
          "\(account?.published?.iso ?? "no date"), \(entry.figure.report)#\(entry.figure.account)")
        html.raw("</td><td>")
        html.text(StandingText.of(entry.standing) ?? "counts")
        html.raw("</td></tr>\n")
      }
      html.raw("</tbody>\n</table>\n")
    }
  }

  private func sides(_ html: inout Markup) {
    html.heading("Who says what")
    html.raw("<div class=\"sides\">\n")
    for side in view.analysis.sides {
      html.raw("<section>\n<h3>")
      html.text(side.party?.name ?? "Others")
      html.raw("</h3>\n")
      for group in SentenceGroup.groups(side.accounts, of: view.accounts) {
        sentence(of: group, &html)
      }
      html.raw("</section>\n")
    }
    html.raw("</div>\n")
  }

  /// One sentence under all that is read from it.
  private func sentence(of group: [Int], _ html: inout Markup) {
    let first = view.accounts[group[0]]
    html.raw("<article>\n")
    for index in group { said(index, &html) }
    html.raw("<blockquote dir=\"auto\">")
    html.text(first.account.sentence.text)
    html.raw("</blockquote>\n<p class=\"from\">")
    let outlet = first.outlet.isEmpty ? "outlet unknown" : first.outlet
    let numbers = group.map { "#\(view.accounts[$0].account.number)" }.joined(separator: " ")
    let copied = Set(group.map { view.accounts[$0].origin }).subtracting([first.report]).sorted()
    let words = copied.isEmpty ? "" : " · in words of \(copied.joined(separator: ", "))"
    html.text(
      "\(first.published?.iso ?? "no date") · \(outlet) · \(first.report)\(numbers)\(words)")
    html.raw("</p>\n</article>\n")
  }

  private func said(_ index: Int, _ html: inout Markup) {
    let entry = view.accounts[index]
    let position = view.analysis.positions[index]
    html.raw("<p class=\"who\"><b dir=\"auto\">")
    html.text(speaker(entry.account))
    html.raw("</b> <span class=\"stance \(position.holding.rawValue)\">")
    html.text(entry.account.stanceWord)
    html.raw("</span>")
    if !position.blamed.isEmpty { html.text(" · blames \(BlamedText.of(position.blamed))") }
    html.raw("</p>\n")
  }

  private func speaker(_ account: Account) -> String {
    let source = account.source
    let who = source.who.isEmpty ? "nobody named" : source.who
    return source.role.isEmpty ? who : "\(who), \(source.role)"
  }

  private func differences(_ html: inout Markup) {
    guard !view.analysis.contradictions.isEmpty else { return }
    html.heading("Where accounts exclude each other")
    html.raw("<ul>\n")
    for pair in RivalPair.of(
      view.analysis.contradictions, speaker: { speaker(view.accounts[$0].account) })
    {
      html.raw("<li>")
      html.text(pair.text)
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  private func threads(_ html: inout Markup) {
    for thread in view.analysis.threads {
      let shifts = thread.shifts.filter { $0.change != .restated }
      guard !shifts.isEmpty else { continue }
      html.heading("How \(thread.speaker) spoke of it over time")
      for shift in shifts {
        html.raw("<div class=\"shift\">\n<h3>")
        html.text(
          shift.slot.isEmpty ? shift.change.rawValue : "\(shift.change.rawValue): \(shift.slot)")
        html.raw("</h3>\n")
        for index in [shift.from, shift.to] {
          html.raw("<blockquote dir=\"auto\"><span class=\"from\">")
          html.text(view.accounts[index].published?.iso ?? "no date")
          html.raw("</span> ")
          html.text(view.accounts[index].account.sentence.text)
          html.raw("</blockquote>\n")
        }
        html.raw("</div>\n")
      }
    }
  }

  private func origins(_ html: inout Markup) {
    let copies = Dictionary(grouping: view.accounts.filter { $0.origin != $0.report }, by: \.origin)
    guard !copies.isEmpty else { return }
    html.heading("Texts that come from one hand")
    html.raw("<ul>\n")
    for origin in copies.keys.sorted() {
      let reports = Set(copies[origin, default: []].map(\.report)).sorted()
      html.raw("<li>")
      html.text("\(origin) stands word for word in \(reports.joined(separator: ", "))")
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  private func unknowns(_ html: inout Markup) {
    html.heading("What is not known")
    html.raw("<ul>\n")
    for unknown in view.analysis.unknowns {
      html.raw("<li>")
      html.text(UnknownText.of(unknown))
      html.raw("</li>\n")
    }
    for same in view.possiblySame {
      html.raw("<li>")
      html.text("whether it is one with \(same.id): \(same.reasons)")
      html.raw("</li>\n")
    }
    if view.analysis.unknowns.isEmpty, view.possiblySame.isEmpty {
      html.raw("<li>Every field that is asked for is said by some account.</li>\n")
    }
    html.raw("</ul>\n")
  }

  private func judgements(_ html: inout Markup) {
    guard !view.judgements.isEmpty else { return }
    html.heading("What people decided")
    html.raw("<ul>\n")
    for judgement in view.judgements {
      let what = judgement.account.map { " \(judgement.report)#\($0)" } ?? ""
      let value =
        judgement.field.isEmpty ? judgement.value : "\(judgement.field) = \(judgement.value)"
      html.raw("<li dir=\"auto\">")
      html.text(
        "\(judgement.at) \(judgement.who): \(judgement.action.rawValue)\(what) \(value) — \(judgement.reason)"
      )
      html.raw("</li>\n")
    }
    html.raw("</ul>\n")
  }

  private func reports(_ html: inout Markup) {
    html.heading("Reports")
    html.raw("<ol>\n")
    for report in event.incident.reports {
      html.raw("<li dir=\"auto\">")
      let parts = [
        report.title, report.outlet, report.published?.iso ?? "no date", report.id,
      ].filter { !$0.isEmpty }
      html.text(parts.joined(separator: " · "))
      if report.url.hasPrefix("https://") || report.url.hasPrefix("http://") {
        html.raw("<br><span class=\"from\">")
        html.text(report.url)
        html.raw("</span>")
      }
      html.raw("</li>\n")
    }
    html.raw("</ol>\n")
  }

  private func aboutSection(_ html: inout Markup) {
    html.raw("<footer>\n<h2>About this page</h2>\n<pre>")
    html.text(about.lines().joined(separator: "\n"))
    html.raw("</pre>\n</footer>\n")
  }
}
