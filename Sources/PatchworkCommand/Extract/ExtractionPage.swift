import Foundation
import PatchworkDisplay
import PatchworkRecord

/// One self-contained page that shows what was kept and dropped of many inputs, written as they come.
struct ExtractionPage {
  private var count = 0

  /// The head of the page.
  func beginning() -> String {
    """
    \(Self.frame.beginning)<header class="masthead">
    <p class="name">Patchwork</p>
    <p>What was kept of each page, what was left out, and why. Words left out are folded away between the paragraphs \
    where they stood.</p>
    <ul class="key" aria-label="Colours of the strip"><li class="k-text">kept</li><li class="k-apart">kept apart</li>\
    <li class="k-out">left out</li></ul>
    </header>
    <main>

    """
  }

  /// One input.
  mutating func article(_ explained: ExplainedReport) -> String {
    count += 1
    return """
      <article id="r\(count)">
      \(head(explained))
      \(strip(explained.blocks))
      \(runs(explained.blocks).joined(separator: "\n"))
      </article>

      """
  }

  /// The foot of the page.
  func end() -> String {
    """
    </main>
    <footer><p>\(Plural.text(count, "input")).</p></footer>
    \(Self.frame.end)
    """
  }

  private func head(_ explained: ExplainedReport) -> String {
    switch explained.item {
    case .failure(let failure):
      return """
        <header><h2>No report</h2><p class="refused">\(HTMLText.escape(failure.sentence))</p></header>
        """
    case .report(let report, _):
      let title = report.title.isEmpty ? report.id : report.title
      let facts = ReportFacts.of(report).map { fact in
        "<dt>\(HTMLText.escape(fact.label))</dt><dd dir=\"auto\">\(HTMLText.escape(fact.value))</dd>"
      }
      return """
        <header><h2 dir="auto">\(HTMLText.escape(title))</h2>
        <p class="origin"><code>\(HTMLText.escape(report.id))</code></p>
        <dl>\(facts.joined(separator: "\n"))</dl></header>
        """
    }
  }

  /// The whole input as one line, each block as wide as it has words.
  private func strip(_ blocks: [ExplainedReport.Block]) -> String {
    let widths = blocks.map { Double($0.text.utf8.count) + 12 }
    let all = widths.reduce(0, +)
    guard all > 0 else { return "" }
    var at = 0.0
    // Neighbours that look alike are one bar: a page of thousands of links stays a small drawing.
    var bars: [(kind: String, from: Double, to: Double)] = []
    for (block, width) in zip(blocks, widths) {
      let (from, to) = (at / all * 1000, (at + width) / all * 1000)
      at += width
      if bars.last?.kind == block.family {
        bars[bars.count - 1].to = to
      } else {
        bars.append((block.family, from, to))
      }
    }
    let drawn = bars.map { bar in
      "<rect class=\"k-\(bar.kind)\" x=\"\(Self.figure(bar.from))\" y=\"0\" height=\"10\" width=\"\(Self.figure(bar.to - bar.from))\"/>"
    }
    let kept = blocks.count { $0.isKept }
    return """
      <figure class="strip"><svg viewBox="0 0 1000 10" preserveAspectRatio="none" role="img" \
      aria-label="Where on the page the kept words stand">\(drawn.joined())</svg>
      <figcaption>\(Plural.text(blocks.count, "block")): \(kept) kept, \(blocks.count - kept) left out</figcaption></figure>
      """
  }

  private static func figure(_ value: Double) -> String { "\((value * 10).rounded() / 10)" }

  /// Kept blocks as they are read, those left out between them folded away.
  private func runs(_ blocks: [ExplainedReport.Block]) -> [String] {
    var html: [String] = []
    var rest = blocks[...]
    while let first = rest.first {
      if first.isKept {
        html.append(kept(first))
        rest = rest.dropFirst()
      } else {
        let run = rest.prefix { !$0.isKept }
        html.append(dropped(Array(run)))
        rest = rest.dropFirst(run.count)
      }
    }
    return html
  }

  private func kept(_ block: ExplainedReport.Block) -> String {
    let tag = block.part == .headline ? "h3" : "p"
    return """
      <div class="row \(block.part.rawValue)"><\(tag) class="text" dir="auto">\(HTMLText.escape(block.text))</\(tag)>\
      <p class="why">\(HTMLText.escape(block.why))</p></div>
      """
  }

  private func dropped(_ run: [ExplainedReport.Block]) -> String {
    var counts: [(why: String, count: Int)] = []
    for block in run {
      if let index = counts.firstIndex(where: { $0.why == block.why }) {
        counts[index].count += 1
      } else {
        counts.append((block.why, 1))
      }
    }
    let reasons = counts.sorted { $0.count > $1.count }.map { "\($0.count) \($0.why)" }
    let items = run.map { block in
      "<li><span class=\"why\">\(HTMLText.escape(block.why))</span> <span dir=\"auto\">\(HTMLText.escape(block.text))</span></li>"
    }
    return """
      <details><summary>\(Plural.text(run.count, "block")) left out: \
      \(HTMLText.escape(reasons.joined(separator: ", ")))</summary>
      <ul>
      \(items.joined(separator: "\n"))
      </ul></details>
      """
  }

  private static let frame = StandalonePage(
    title: "What was kept – Patchwork", style: ExtractionStyle.css)
}

extension ExplainedReport.Block {
  /// How the strip shows it.
  fileprivate var family: String { isKept ? (part == .caption ? "apart" : "text") : "out" }
}
