/// A feed as it was written: what it says of itself, and its entries.
struct Feed: Equatable {
  var title = ""
  var language = ""
  var entries: [FeedEntry] = []

  /// Reads RSS, Atom, RDF, a news sitemap or a JSON Feed; nil when the text is none of them.
  init?(_ text: String, limits: ExtractionLimits) {
    let bytes = Array(text.utf8)
    let first = bytes.first { !isSpace($0) }
    guard
      let feed = first == UInt8(ascii: "{") ? Feed(json: bytes) : Feed(xml: bytes, limits: limits)
    else { return nil }
    self = feed
  }

  init(title: String, language: String, entries: [FeedEntry]) {
    self.title = title
    self.language = language
    self.entries = entries
  }
}

/// One entry of a feed, dates as they are written.
struct FeedEntry: Equatable {
  /// The entry's own id, else its link.
  var id = ""
  var title = ""
  var link = ""
  var published = ""
  var modified = ""
  var author = ""
  var language = ""
  /// The outlet that it was taken over from, where it names one.
  var source = ""
  /// The longest text that it gives, HTML or plain.
  var body = ""
  /// Whether the body is HTML.
  var isMarkup = false
  /// The entry as it is written in the feed, in UTF-8; of a JSON Feed its fields as one of its own.
  var bytes: [UInt8] = []
}
