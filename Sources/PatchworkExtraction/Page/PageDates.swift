import PatchworkRecord

/// When a page was published and when modified, each with where the page says so.
struct PageDates: Equatable {
  private(set) var published: SourcedDate?
  private(set) var modified: SourcedDate?

  /// Metas of the day of publication, most trustworthy first.
  private static let publishedMetas = [
    "article:published_time", "og:article:published_time", "article:published", "datepublished",
    "og:published_time", "parsely-pub-date", "sailthru.date", "dc.date.issued", "dcterms.created",
    "dcterms.date", "dc.date.created", "publish-date", "publish_date", "publishdate", "pubdate",
    "published_time", "published-date", "date_published", "cxenseparse:recs:publishtime",
    "cxenseparse:publishtime", "bt:pubdate", "originalpublicationdate", "article.published",
    "article_date_original", "releasedate", "release_date", "rnews:datepublished", "pub_date",
    "shareaholic:article_published_time",
  ]
  /// Metas that some publishing systems fill with the day on which they made the page.
  private static let plainMetas = ["dc.date", "date", "displaydate", "created", "article:created"]
  private static let modifiedMetas = [
    "article:modified_time", "og:updated_time", "article:modified", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "updated_time",
    "og:modified_time",
  ]

  /// Reads what the page says of itself, then its time elements, its address and the lines that it shows.
  ///
  /// `elsewhere` are the page's other short lines, asked for when nothing else tells the day.
  init(
    _ page: PageArena, _ metadata: PageMetadata, address: String, shown: ShownLines,
    elsewhere: () -> [String]
  ) {
    let monthFirst = Self.isMonthFirst(metadata)
    let lines = ShownDates(shown, monthFirst: monthFirst)
    published = Self.said(page, metadata, monthFirst)
    if published == nil {
      published = PageDate.inAddress(address).map { SourcedDate(value: $0, origin: "url") }
    }
    if published == nil { published = Self.shown(lines.published) }
    if published == nil { published = Self.described(metadata, monthFirst) }
    if published == nil {
      published = Self.shown(ShownDates.onlyLabelled(elsewhere(), monthFirst: monthFirst))
    }
    modified =
      Self.dated(metadata.linked.modified, "json-ld") ?? Self.meta(metadata, Self.modifiedMetas)
      ?? Self.shown(lines.modified)
  }

  /// What the page says for programs to read.
  private static func said(
    _ page: PageArena, _ metadata: PageMetadata, _ monthFirst: Bool
  ) -> SourcedDate? {
    dated(metadata.linked.published, "json-ld") ?? meta(metadata, publishedMetas)
      ?? time(page, monthFirst) ?? meta(metadata, plainMetas)
  }

  private static func shown(_ day: String?) -> SourcedDate? {
    day.map { SourcedDate(value: $0, origin: "text") }
  }

  /// The day that a description of the page labels as that of publication.
  private static func described(_ metadata: PageMetadata, _ monthFirst: Bool) -> SourcedDate? {
    for name in ["description", "og:description"] {
      guard let written = metadata.metas[name] else { continue }
      let stamp = StampLine(written, monthFirst: monthFirst)
      if stamp.isLabelled, let day = stamp.published {
        return SourcedDate(value: day, origin: "meta:" + name)
      }
    }
    return nil
  }

  private static func isMonthFirst(_ metadata: PageMetadata) -> Bool {
    ["en-us", ""].contains(metadata.language.lowercased())
  }

  private static func dated(_ written: String, _ origin: String) -> SourcedDate? {
    PageDate.normalised(written).map { SourcedDate(value: $0, origin: origin) }
  }

  private static func meta(_ metadata: PageMetadata, _ names: [String]) -> SourcedDate? {
    for name in names {
      if let written = metadata.metas[name], let date = dated(written, "meta:" + name) {
        return date
      }
    }
    return nil
  }

  /// The first time element that says it is the day of publication, else the first of all.
  private static func time(_ page: PageArena, _ monthFirst: Bool) -> SourcedDate? {
    var first: SourcedDate?
    for index in page.nodes.indices {
      let node = page.nodes[index]
      guard node.tag == .time || page.bytes(.itemprop, of: index) != nil else { continue }
      let property = page.value(.itemprop, of: index)
      guard node.tag == .time || property == "datePublished" else { continue }
      let given = page.value(.datetime, of: index) ?? page.value(.content, of: index)
      let shown = page.words(in: index)
      let value =
        given.flatMap { PageDate.normalised($0) } ?? PageDate.normalised(shown)
        ?? PageDate.inFigures(shown, monthFirst: monthFirst)
      guard let date = value.map({ SourcedDate(value: $0, origin: "time") }) else { continue }
      if property == "datePublished" || page.bytes(.pubdate, of: index) != nil { return date }
      if first == nil { first = date }
    }
    return first
  }
}
