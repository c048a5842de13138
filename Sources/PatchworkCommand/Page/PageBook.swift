import Foundation
import PatchworkDisplay
import PatchworkReading
import PatchworkRecord

/// One self-contained page of many reports, written as they come; only the index is kept.
struct PageBook {
  /// What could not be read, in sentences.
  var failures: [String] = []
  private var entries: [Entry] = []

  /// A line of the index.
  private struct Entry {
    let anchor: String
    let title: String
    let origin: String
    let accounts: Int
  }

  /// The head of the page.
  func beginning() -> String {
    """
    \(Self.frame.beginning)<a class="skip" href="#index">To the index of reports</a>
    <header class="masthead">
    <p class="name">Patchwork</p>
    <p class="claim">Who says what happened. Read by machine and checked by nobody: every entry stands beside the \
    words it came from, and none is a verdict.</p>
    <ul class="key" aria-label="Stances and their colours">
    \(Self.key)
    </ul>
    </header>
    <main>

    """
  }

  /// One report.
  mutating func article(
    _ report: Report, _ reading: Reading, why explanations: [Explanation] = []
  ) -> String {
    let anchor = "r\(entries.count + 1)"
    var article = PageArticle(report, reading, anchor: anchor)
    article.extra = { account in
      explanations.first { $0.number == account.number }.map { ExplanationText($0).html } ?? ""
    }
    entries.append(
      Entry(
        anchor: anchor, title: article.title, origin: article.origin,
        accounts: reading.accounts.count))
    return article.html()
  }

  /// The index and the foot of the page.
  func end() -> String {
    """
    </main>
    \(index)\(unread)<footer>
    <p>Numbers beside the text count the accounts of a report from 1; the machine form counts them from 0 as \
    <code>n</code>.</p>
    </footer>
    \(Self.frame.end)
    """
  }

  private var index: String {
    let items = entries.map { entry in
      """
      <li><a href="#\(entry.anchor)" dir="auto">\(HTMLText.escape(entry.title))</a>
      <span>\(entry.origin) · \(Plural.text(entry.accounts, "account"))</span></li>
      """
    }
    return """
      <nav id="index" class="index\(entries.count < 2 ? " single" : "")" aria-label="Reports">
      <h2>\(Plural.text(entries.count, "report"))</h2>
      <ol>
      \(items.joined(separator: "\n"))
      </ol>
      </nav>

      """
  }

  private var unread: String {
    if failures.isEmpty { return "" }
    let items = failures.map { "<li>\(HTMLText.escape($0))</li>" }
    return """
      <section class="unread">
      <h2>Not read</h2>
      <ul>
      \(items.joined(separator: "\n"))
      </ul>
      </section>

      """
  }

  private static let key = StanceFamily.allCases.map { family in
    let words = Stance.allCases.filter { $0.family == family }.map { "<b>\($0.verb)</b>" }
    return "<li class=\"f-\(family.rawValue)\">\(words.joined(separator: ", "))</li>"
  }.joined(separator: "\n")

  private static let frame = StandalonePage(
    title: "Who says what – Patchwork", style: PageStyle.css, script: PageScript.script)
}
