import PatchworkRecord
import PatchworkText

extension Door {
  /// Feeds: RSS, Atom, RDF, news sitemaps, JSON Feed.
  static let feed = Door(
    name: "feed", what: "a feed: RSS, Atom, RDF, a news sitemap or JSON Feed",
    opening: .whole { FeedDoor.parcels($0) }, recognises: FeedDoor.recognises)
}

/// The door for feeds: every entry a report.
enum FeedDoor {
  /// Bytes at the head that are looked at.
  private static let reach = 8192

  /// XML with the element of a feed near its beginning, or JSON that names itself a feed.
  static func recognises(_ head: [UInt8]) -> Bool {
    let text = head.prefix(reach).filter { $0 != 0 && $0 < 0x80 }.drop(while: isSpace)
    if text.first == UInt8(ascii: "{") {
      return text.firstOffset(of: Array("jsonfeed.org/version".utf8)) != nil
    }
    guard text.first == UInt8(ascii: "<") else { return false }
    var scan = MarkupScan(Array(text))
    while let token = scan.next() {
      guard case .start(let name, _, _, _) = token else { continue }
      let local = name.split(separator: ":").last.map(String.init) ?? name
      return ["rss", "feed", "RDF", "urlset", "channel", "item", "entry", "url"].contains(local)
    }
    return false
  }

  /// The entries of a feed.
  static func parcels(_ document: Document) -> [Parcel] {
    let decoded = document.bytes.withUnsafeBufferPointer {
      DecodedText($0, declared: document.supplied.encoding ?? DeclaredEncoding.label(in: $0))
    }
    guard let feed = Feed(decoded.text, limits: document.limits), !feed.entries.isEmpty else {
      return [
        Parcel(id: document.id, at: document.place, failure: ExtractionError(.notAFeed))
      ]
    }
    return feed.entries.enumerated().map { number, entry in
      let id = [entry.id, entry.link].first { !$0.isEmpty } ?? "\(document.id)#\(number + 1)"
      let place: Parcel.Place = document.place == .whole ? .entry(number + 1) : document.place
      let acquired = document.supplied.acquired
      let limits = document.limits
      let encoding = decoded.encoding
      let (title, language) = (feed.title, feed.language)
      return Parcel(id: id, at: place, bytes: entry.bytes) { () throws(ExtractionError) in
        var supplied = SuppliedFields()
        supplied.title = entry.title
        supplied.outlet = entry.source.isEmpty ? title : entry.source
        supplied.byline = entry.author
        supplied.url = entry.link
        supplied.language = (entry.language.isEmpty ? language : entry.language)
          .replacing("_", with: "-")
        supplied.published = date(entry.published)
        supplied.modified = date(entry.modified)
        supplied.acquired = acquired
        var report = try FragmentReport.report(
          id: id, body: entry.body, isMarkup: entry.isMarkup, supplied: supplied, limits: limits)
        report.encoding = encoding
        report.bytesSHA256 = sha256Hex(entry.bytes)
        return report
      }
    }
  }

  private static func date(_ written: String) -> SourcedDate? {
    (MailDate.normalised(written) ?? PageDate.normalised(written)).map {
      SourcedDate(value: $0, origin: "feed")
    }
  }
}

/// Reports of texts that come without the page around them.
enum FragmentReport {
  /// Makes a report of a body, HTML or plain, under its title.
  static func report(
    id: String, body: String, isMarkup: Bool, supplied: SuppliedFields, limits: ExtractionLimits
  ) throws(ExtractionError) -> Report {
    if isMarkup {
      let fragment = try FragmentText(Array(body.utf8), limits: limits)
      let article = ArticleText(title: supplied.title, pieces: fragment.pieces)
      guard !article.blocks.isEmpty else { throw ExtractionError(.noText) }
      let guess = LanguageGuess(article.text)
      var report = Report(
        id: id, text: article.text, blocks: article.blocks, dropped: article.dropped,
        language: guess.language, mediaType: MediaType.html.rawValue,
        textIsDerived: true)
      report.imprint.languageConfidence = guess.known
      report.readImprint(left: article.left)
      return supplied.completing(report)
    }
    let parts = [supplied.title, body.trimmed].filter { !$0.isEmpty }
    guard !parts.isEmpty else { throw ExtractionError(.noText) }
    var report = PlainTextDoor.report(
      id: id, text: parts.joined(separator: "\n\n"), supplied: supplied)
    report.textIsDerived = true
    return supplied.completing(report)
  }
}
