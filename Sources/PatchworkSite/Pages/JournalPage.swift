import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// Who changed what, when and why, the newest first.
enum JournalPage {
  private static let entry = Schema.object([
    ("number", .integer), ("at", .string), ("who", .string), ("action", .string),
    ("subject", .string), ("detail", .string), ("reason", .string), ("sha256", .string),
  ])

  static let routes = [
    Route(
      "/journal", name: "journal", summary: "Who changed what, when and why, the newest first.",
      role: .manager,
      parameters: [
        Parameter(
          name: "before", kind: .number(1...Int.max), summary: "Only entries before this number.")
      ],
      schema: .object([("entries", .list(entry))])
    ) { visit in
      let entries = try visit.record.newestEntries(before: visit.number("before"), limit: 100)
      return .page(
        Page(
          title: "Journal", body: { html(entries) },
          json: { writer in
            writer.begin(.object)
            writer.list("entries", entries) { entry, writer in
              writer.begin(.object)
              writer.member("number", orNull: entry.number)
              writer.member("at", entry.at)
              writer.member("who", entry.who)
              writer.member("action", entry.action)
              writer.member("subject", entry.subject)
              writer.member("detail", entry.detail)
              writer.member("reason", entry.reason)
              writer.member("sha256", entry.sha256)
              writer.end(.object)
            }
            writer.end(.object)
          }))
    }
  ]

  private static func html(_ entries: [JournalEntry]) -> HTML {
    var table = Table(
      "Entries, the newest first", ["Entry", "When", "Who", "What", "Of what", "Why"])
    table.rows = entries.map { entry in
      [
        "\(entry.number)", "<time>\(entry.at)</time>", "<bdi>\(entry.who)</bdi>", "\(entry.action)",
        "<bdi>\(entry.subject)</bdi><br><small>\(entry.detail)</small>", "\(entry.reason)",
      ]
    }
    let older: HTML =
      (entries.last?.number ?? 1) > 1 && entries.count == 100
      ? "<p><a href=\"/journal?before=\(entries.last?.number ?? 1)\">Older</a></p>" : ""
    return """
      <h1>Journal</h1>
      <p class="lead">Every entry holds the hash of the one before; <code>patchwork verify</code> follows the chain.</p>
      \(table.html)\(older)
      """
  }
}
