import PatchworkRecord

/// Splits a live blog into its dated entries.
struct LiveBlog {
  /// The entries in the order of the page, none where the page is no live blog.
  private(set) var entries: [Imprint.Entry] = []

  /// Fewest entries of a live blog.
  static let fewest = 3

  /// `published` and `modified` are the page's.
  init(
    _ article: PageArticle, _ metadata: PageMetadata, address: String,
    published: SourcedDate?, modified: SourcedDate?
  ) {
    guard metadata.linked.isLive || Self.isNamedLive(address) else { return }
    let shown = LiveEntries(article, published: published, modified: modified).entries()
    let linked = Self.linked(metadata)
    // Linked data often holds the newest entries alone, the page those that are open.
    let best = linked.count > shown.count ? linked : shown
    if best.count >= Self.fewest { entries = best }
  }

  /// Whether the last part of an address has "live" as a word of its own.
  private static func isNamedLive(_ address: String) -> Bool {
    let parts = address.lowercased().split(separator: "/").dropFirst(2)
    return parts.contains { part in
      part.split(whereSeparator: { "-_.".contains($0) }).contains {
        $0 == "live" || $0 == "liveblog"
      }
    }
  }

  private static func linked(_ metadata: PageMetadata) -> [Imprint.Entry] {
    metadata.linked.updates.compactMap { update in
      let text = Entities.decoded(update.body).trimmed
      guard !text.isEmpty || !update.headline.isEmpty else { return nil }
      let day = PageDate.normalised(update.published)
      return Imprint.Entry(
        published: day.map { SourcedDate(value: $0, origin: "json-ld") },
        title: Entities.decoded(update.headline).trimmed, text: text)
    }
  }
}
