import PatchworkDisplay
import PatchworkExchange
import PatchworkExtraction
import PatchworkRecord
import PatchworkStore
import PatchworkText

/// One report: its text with every account highlighted in place, and all that the record keeps of it.
struct ReportPage {
  let stored: StoredReport
  let visit: Visit
  /// What is decided about keeping it; nil under an identifier that is not the record's own.
  let keeping: ReportKeeping?

  static let routes = [
    Route(
      "/reports/{id}", name: "report",
      summary: "One report as `patchwork read` gives it, as people corrected it.",
      schema: ReportSchema.whole
    ) { visit in
      guard let shown = try visit.shown().report(visit.part("id")) else {
        throw Refusal.missing("There is no report “\(visit.part("id"))” in the record.")
      }
      let stored = shown.value
      let page = ReportPage(
        stored: stored, visit: visit, keeping: try ReportKeeping(visit, report: stored.row.id))
      return .page(
        Page(
          title: stored.row.title.isEmpty ? stored.row.id : stored.row.title, section: .reports,
          body: { page.html },
          json: { writer in
            ReportSchema.write(stored, to: &writer) { writer in
              writer.key("keeping")
              if let keeping = page.keeping { keeping.write(to: &writer) } else { writer.null() }
            }
          },
          removed: shown.removals))
    }
  ]

  var html: HTML {
    var report = stored.report
    report.blocks = Self.paragraphs(of: stored.text)
    var article = PageArticle(report, stored.reading, anchor: "r")
    article.heading = "h1"
    article.extra = { account in extra(account).text }
    return """
      \(keeping?.notice ?? "")\(copied)\(HTML(markup: article.html()))\(incidents)\(custody)\(versions)\(history)\(keeping?.forms ?? "")
      """
  }

  /// A word of warning where its text is another report's, in part or whole.
  private var copied: HTML {
    stored.row.origin == stored.row.id
      ? ""
      : """
      <p class="notice"><span class="badge warn">possible copy</span> Text of it stands in \
      <a href="\(Address.report(stored.row.origin))"><bdi>\(stored.row.origin)</bdi></a>, which was published before; both count as one origin.</p>

      """
  }

  /// The paragraphs of a text: stretches between line ends, without the head that gave the report its title and day.
  static func paragraphs(of text: String) -> [TextBlock] {
    var blocks: [TextBlock] = []
    let bytes = Array(text.utf8)
    var start = PlainTextHeader(bytes)?.end ?? 0
    for index in start...bytes.count
    where index == bytes.count || bytes[index] == UInt8(ascii: "\n") {
      if index > start { blocks.append(TextBlock(span: Span(start, index), part: .body)) }
      start = index + 1
    }
    return blocks
  }

  /// What stands under an account beside the text: its incident, its marks, and where it is judged.
  private func extra(_ account: Account) -> HTML {
    var parts: [HTML] = []
    if let incident = stored.incidents[account.number] {
      parts.append("<a href=\"\(Address.incident(incident))\"><code>\(incident)</code></a>")
    }
    let isCorrected = stored.judgements.contains {
      $0.account == account.number && $0.action == .edit
    }
    if stored.rejected.contains(account.number) {
      parts.append("<span class=\"badge rejected\">rejected</span>")
    }
    if isCorrected { parts.append("<span class=\"badge human\">corrected</span>") }
    if visit.visitor.may(.analyst) {
      parts.append("<a href=\"\(Address.judging(stored.row.id, account.number))\">judge</a>")
    }
    return parts.isEmpty ? "" : "<span class=\"extra\">\(HTML(parts, separator: " · "))</span>"
  }

  private var incidents: HTML {
    let ids = Set(stored.incidents.values).sorted()
    guard !ids.isEmpty else { return "" }
    let items = ids.map {
      "<li><a href=\"\(Address.incident($0))\"><code>\($0)</code></a></li>\n" as HTML
    }
    return """
      <section id="incidents"><h2>Incidents that it tells of</h2>
      <ul class="plain row-list">
      \(items)</ul></section>

      """
  }

  private var custody: HTML {
    let copy: HTML =
      stored.row.origin == stored.row.id
      ? ""
      : "<dt>Text of</dt><dd><a href=\"\(Address.report(stored.row.origin))\"><bdi>\(stored.row.origin)</bdi></a></dd>\n"
    let imprint = ReportFacts.imprint(of: stored.report).map { fact -> HTML in
      "<dt>\(fact.label.prefix(1).uppercased() + fact.label.dropFirst())</dt><dd><bdi>\(fact.value)</bdi></dd>\n"
    }
    let address: HTML =
      stored.url.isEmpty ? "" : "<dt>Address</dt><dd><bdi>\(stored.url)</bdi></dd>\n"
    let came: HTML = stored.row.state == .withdrawn ? "Withdrawn" : "Came"
    let how: HTML = stored.acquiredHow.isEmpty ? "" : ", <bdi>\(stored.acquiredHow)</bdi>"
    let tool: HTML = stored.tool.isEmpty ? "" : "<dt>Read by</dt><dd>\(stored.tool)</dd>\n"
    return """
      <section id="custody"><h2>Where it came from</h2>
      <dl class="custody">
      \(copy)\(imprint)\(address)<dt>\(came)</dt><dd><time>\(stored.acquiredAt)</time>\(how)</dd>
      \(tool)\
      <dt>Bytes</dt><dd><code>SHA-256 \(stored.bytesSHA256)</code></dd>
      <dt>Text</dt><dd><code>SHA-256 \(stored.textSHA256)</code></dd>
      </dl></section>

      """
  }

  /// What each version changed of the one before, paragraph by paragraph.
  private var versions: HTML {
    guard stored.versions.count > 1 else { return "" }
    let parts = zip(stored.versions, stored.versions.dropFirst()).enumerated().map {
      index, pair -> HTML in
      let changes = Self.changes(
        from: pair.0.split(separator: "\n"), to: pair.1.split(separator: "\n"))
      return "<h3>Version \(index + 2) against \(index + 1)</h3>\n\(changes)"
    }
    return "<section id=\"versions\"><h2>Versions</h2>\n\(parts)</section>\n"
  }

  /// Paragraphs that went and that came, in the order in which they stand.
  static func changes(from old: [Substring], to new: [Substring]) -> HTML {
    let difference = new.difference(from: old)
    var gone: Set<Int> = []
    var come: Set<Int> = []
    for change in difference {
      switch change {
      case .remove(let offset, _, _): gone.insert(offset)
      case .insert(let offset, _, _): come.insert(offset)
      }
    }
    var html: HTML = ""
    var (at, now) = (0, 0)
    while at < old.count || now < new.count {
      if gone.contains(at) {
        html += "<p dir=\"auto\"><del>\(String(old[at]))</del></p>\n"
        at += 1
      } else if come.contains(now) {
        html += "<p dir=\"auto\"><ins>\(String(new[now]))</ins></p>\n"
        now += 1
      } else {
        (at, now) = (at + 1, now + 1)
      }
    }
    return html
  }

  private var history: HTML {
    let items = stored.judgements.map { JudgementItem(judgement: $0, visit: visit).html }
    guard !items.isEmpty else { return "" }
    return """
      <section id="history"><h2>Corrections</h2>
      <ol class="judgements">
      \(items)</ol></section>

      """
  }
}
