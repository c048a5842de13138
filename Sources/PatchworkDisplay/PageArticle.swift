package import PatchworkRecord
import PatchworkText

/// One report on a page: its text with every account marked in place, and the accounts beside it.
package struct PageArticle {
  package let report: Report
  package let reading: Reading
  /// Prefix of all ids, unique on the page.
  package let anchor: String
  /// Markup that stands under each account beside the text.
  package var extra: (Account) -> String = { _ in "" }
  /// The element of the title.
  package var heading = "h2"
  private let text: [UInt8]

  package init(_ report: Report, _ reading: Reading, anchor: String) {
    self.report = report
    self.reading = reading
    self.anchor = anchor
    text = Array(report.text.utf8)
  }

  /// The title, or the id of a report without one.
  package var title: String { report.title.isEmpty ? report.id : report.title }

  /// Outlet and day, unknown ones said to be so.
  package var origin: String {
    [
      report.outlet.isEmpty ? "outlet unknown" : HTMLText.isolated(report.outlet),
      HTMLText.escape(PublicationText.of(report, reading)),
    ].joined(separator: " · ")
  }

  package func html() -> String {
    let language = report.language.isEmpty ? "" : " lang=\"\(HTMLText.escape(report.language))\""
    return """
      <article id="\(anchor)">
      <header>
      <\(heading) dir="auto"\(language)>\(HTMLText.escape(title))</\(heading)>
      <p class="origin">\(origin) · <code>\(HTMLText.escape(report.id))</code></p>
      <p class="sum">\(HTMLText.escape(sum))</p>
      </header>
      \(PageDigest(reading, anchor: anchor, level: heading == "h1" ? 2 : 3).html())\(PageMap(reading, anchor: anchor).html.text)<div class="report"\(language)>
      \(rows().joined(separator: "\n"))
      </div>
      \(dropped)</article>

      """
  }

  private var sum: String {
    SilenceSummary.text(of: report, reading) ?? ReadingSummary.text(of: reading)
  }

  /// The blocks that are read, each with the accounts whose sentences begin in it.
  private func rows() -> [String] {
    var blocks = report.blocks.filter { !$0.span.isEmpty && $0.span.end <= text.count }
    if blocks.isEmpty, !text.isEmpty {
      blocks = [TextBlock(span: Span(0, text.count), part: .body)]
    }
    let shares = shares(of: blocks)
    return blocks.indices.map { index in
      row(of: blocks[index], members: shares[index].members, marks: shares[index].marks)
    }
  }

  /// For every block the accounts whose sentences begin there, or behind it before the next, and the marks in it.
  private func shares(of blocks: [TextBlock]) -> [(members: [Int], marks: [Mark])] {
    var shares = [(members: [Int], marks: [Mark])](repeating: ([], []), count: blocks.count)
    func block(at offset: Int) -> Int {
      var (low, high) = (0, blocks.count - 1)
      while low < high {
        let middle = (low + high + 1) / 2
        if blocks[middle].span.start <= offset { low = middle } else { high = middle - 1 }
      }
      return low
    }
    guard !blocks.isEmpty else { return shares }
    for (index, account) in reading.accounts.enumerated() {
      shares[block(at: account.sentence.span.start)].members.append(index)
      for mark in Mark.marks(of: account, at: index) {
        var place = block(at: mark.span.start)
        while place < blocks.count, blocks[place].span.start < mark.span.end {
          shares[place].marks.append(mark)
          place += 1
        }
      }
    }
    return shares
  }

  private func row(of block: TextBlock, members: [Int], marks: [Mark]) -> String {
    let ends = numbers(of: members, in: block.span)
    let cuts = ends.keys.map { Mark(span: Span(block.span.start, $0), role: [], account: -1) }
    var html = ""
    for piece in MarkedPiece.pieces(of: text, in: block.span, marks: marks + cuts) {
      html += self.html(of: piece, members: members)
      for member in ends[piece.span.end] ?? [] { html += number(member) }
    }
    let notes = members.map {
      PageNote(reading, $0, anchor: anchor, extra: extra(reading.accounts[$0])).html()
    }
    let list = notes.isEmpty ? "" : "<ol class=\"notes\">\n\(notes.joined(separator: "\n"))\n</ol>"
    let tag = block.part == .headline ? "h3" : "p"
    return """
      <div class="row \(block.part.rawValue)"><\(tag) class="text" dir="auto">\(html)</\(tag)>\(list)</div>
      """
  }

  /// Where in a block the number of each account goes: after its last attributed word.
  private func numbers(of members: [Int], in block: Span) -> [Int: [Int]] {
    var ends: [Int: [Int]] = [:]
    for member in members {
      let account = reading.accounts[member]
      let last = account.content.map(\.span.end).max() ?? account.sentence.span.end
      let offset = min(max(last, block.start + 1), block.end)
      ends[offset, default: []].append(member)
    }
    return ends
  }

  private func number(_ member: Int) -> String {
    """
    <a class="no" id="\(anchor)-t\(reading.accounts[member].number)" href="#\(anchor)-a\(reading.accounts[member].number)" data-a="\(member)">\(member + 1)</a>
    """
  }

  private func html(of piece: MarkedPiece, members: [Int]) -> String {
    let shown = HTMLText.escape(piece.text)
    let marks = piece.marks.filter { !$0.role.isEmpty }
    if marks.isEmpty { return shown }
    let roles = piece.roles
    var classes: [String] = []
    if roles.contains(.content) { classes.append("c") }
    if roles.contains(.trigger) { classes.append("t") }
    if roles.contains(.source) { classes.append("s") }
    if roles.contains(.cue) { classes.append("q") }
    let speaking = piece.innermost(.cue) ?? piece.innermost(.content) ?? piece.innermost(.trigger)
    if let speaking {
      classes.append("f-\(reading.accounts[speaking].stance.family.rawValue)")
    }
    let accounts = Set(marks.map(\.account)).sorted()
    // The place in the list beside the paragraph, by which the style alone can answer the pointer.
    for (place, member) in members.enumerated() where accounts.contains(member) {
      classes.append("k\(place + 1)")
    }
    let list = accounts.map(String.init).joined(separator: " ")
    return "<span class=\"\(classes.joined(separator: " "))\" data-a=\"\(list)\">\(shown)</span>"
  }

  private var dropped: String {
    guard let summary = DroppedSummary.text(of: report.dropped) else { return "" }
    let items = report.dropped.map { piece in
      """
      <li><span>\(piece.why.rawValue)</span> <q dir="auto">\(HTMLText.escape(piece.quote.text))</q></li>
      """
    }
    return """
      <details class="dropped"><summary>\(summary)</summary>
      <ul>
      \(items.joined(separator: "\n"))
      </ul>
      </details>

      """
  }
}
