import PatchworkRecord
import PatchworkText

/// All that is found out about a page before it becomes a report or is refused.
struct PageStudy {
  let metadata: PageMetadata
  let outlet: String
  let address: String
  let title: String
  let article: PageArticle
  let text: ArticleText
  let dates: PageDates
  /// The entries of a live blog, in the order of the page.
  let entries: [Imprint.Entry]

  init(_ page: PageArena, _ supplied: SuppliedFields) {
    metadata = PageMetadata(page)
    outlet = supplied.outlet.isEmpty ? PageOutlet.name(metadata) : supplied.outlet
    address = supplied.url.isEmpty ? PageOutlet.address(metadata) : supplied.url
    title =
      supplied.title.isEmpty
      ? PageTitle.title(page, metadata, outlet: outlet) : supplied.title
    article = PageArticle(page, metadata)
    dates = PageDates(
      page, metadata, address: address, shown: article.shownLines(title: title),
      elsewhere: { [article] in article.linesElsewhere() })
    text = article.text(title: title, linked: metadata.linked.body)
    entries =
      LiveBlog(
        article, metadata, address: address, published: supplied.published ?? dates.published,
        modified: dates.modified
      ).entries
  }

  /// Words of the article's paragraphs.
  var words: Int {
    let bytes = Array(text.text.utf8)
    return text.blocks.filter { $0.part == .body }.reduce(0) {
      $0 + PageBlocks.words(in: bytes[$1.span.start..<$1.span.end])
    }
  }

  /// Fewest words of an article that is not called short.
  private static let shortest = 25

  /// What the page is as a whole.
  var kind: ReportKind {
    if !entries.isEmpty { return .liveBlog }
    return words < Self.shortest ? .short : .article
  }

  /// Why no report can be made of the page, nil when one can.
  var refusal: ExtractionError? {
    // A gate may have no title at all: then its first words say what it is.
    let isUntitled = title.isEmpty && metadata.titleElement.isEmpty
    let opening = isUntitled ? text.blocks.first.map { text.text[$0.span] } ?? "" : title
    if let heading = ErrorPages.shipped.heading(opening, metadata.titleElement, words: words) {
      return ExtractionError(.errorPage, cause: .found(heading))
    }
    if let links = IndexPage(article, metadata, address: address).headlines {
      return ExtractionError(.indexPage, cause: .headlines(links))
    }
    guard text.blocks.contains(where: { $0.part == .body }) else {
      return ExtractionError(.noArticle)
    }
    return nil
  }
}
