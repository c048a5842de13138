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
    "cxenseparse:publishtime", "bt:pubdate", "dc.date", "originalpublicationdate",
    "article.published", "article_date_original", "date", "displaydate", "created", "releasedate",
    "release_date", "article:created", "rnews:datepublished", "pub_date",
    "shareaholic:article_published_time",
  ]
  private static let modifiedMetas = [
    "article:modified_time", "og:updated_time", "article:modified", "datemodified",
    "dcterms.modified", "dc.date.modified", "last-modified", "lastmod", "revised", "updated_time",
    "og:modified_time",
  ]

  init(_ page: PageArena, _ metadata: PageMetadata, address: String, near: [String]) {
    published =
      Self.dated(metadata.linked.published, "json-ld")
      ?? Self.meta(metadata, Self.publishedMetas) ?? Self.time(page)
      ?? PageDate.inAddress(address).map { SourcedDate(value: $0, origin: "url") }
      ?? Self.shown(near, metadata)
    modified =
      Self.dated(metadata.linked.modified, "json-ld") ?? Self.meta(metadata, Self.modifiedMetas)
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

  /// The first date among the short lines around the head of the article.
  private static func shown(_ lines: [String], _ metadata: PageMetadata) -> SourcedDate? {
    let american = ["en-us", ""].contains(metadata.language.lowercased())
    for line in lines {
      let found = PageDate.normalised(line) ?? PageDate.inFigures(line, monthFirst: american)
      if let found { return SourcedDate(value: found, origin: "text") }
    }
    return nil
  }

  /// The first time element that says it is the day of publication, else the first of all.
  private static func time(_ page: PageArena) -> SourcedDate? {
    var first: SourcedDate?
    for index in page.nodes.indices {
      let node = page.nodes[index]
      guard node.tag == .time || page.bytes(.itemprop, of: index) != nil else { continue }
      let property = page.value(.itemprop, of: index)
      guard node.tag == .time || property == "datePublished" else { continue }
      let written =
        page.value(.datetime, of: index) ?? page.value(.content, of: index)
        ?? page.words(in: index)
      guard let date = dated(written, "time") else { continue }
      if property == "datePublished" || page.bytes(.pubdate, of: index) != nil { return date }
      if first == nil { first = date }
    }
    return first
  }
}
