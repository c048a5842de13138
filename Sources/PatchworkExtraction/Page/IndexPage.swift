/// Tells pages that only lead to articles: fronts, sections, topics, lists of search results.
struct IndexPage {
  /// Headlines on the page that lead elsewhere, nil when it is no index page.
  let headlines: Int?

  /// Headline links from which on a page without an article's data may be an index.
  private static let fewest = 12
  /// Words of a headline.
  private static let headline = 4...30
  /// Teasers that show an index, whatever their share.
  private static let fewestTeasers = 5
  /// Words of an unbroken text that is an article on any page.
  private static let longRun = 180

  init(_ article: PageArticle, _ metadata: PageMetadata, address: String) {
    let blocks = article.blocks.blocks
    let links = blocks.count { $0.linkDensity > 0.6 && Self.headline.contains($0.words) }
    let isFront = Self.isFront(metadata, address: address)
    guard isFront || !(Self.saysArticle(metadata) || Self.isStory(address)), links >= Self.fewest
    else {
      headlines = nil
      return
    }
    // A teaser is a paragraph under a headline that leads elsewhere; an article's paragraphs follow one another.
    var (teasers, words, run, longest) = (0, 0, 0, 0)
    var previous = -2
    for index in article.kept where article.reasons[index] == .paragraph {
      let under = index > 0 && blocks[index - 1].linkDensity > 0.6
      if under { teasers += 1 }
      run = under || index > previous + 2 ? 0 : run
      run += blocks[index].words
      longest = max(longest, run)
      words += blocks[index].words
      previous = index
    }
    let paragraphs = article.kept.count { article.reasons[$0] == .paragraph }
    // A story that many others follow begins with words of its own.
    let first = article.kept.first { article.reasons[$0] == .paragraph } ?? 0
    let begins = first > 0 && blocks[first - 1].linkDensity > 0.6
    let isTeasers = begins && teasers >= Self.fewestTeasers && teasers * 2 >= paragraphs
    let isBare = words < 60 && links * 4 > words
    headlines =
      longest < Self.longRun && (isTeasers || isBare || isFront) ? links : nil
  }

  /// Whether the page says that it is an article.
  private static func saysArticle(_ metadata: PageMetadata) -> Bool {
    metadata.linked.isArticle || metadata.metas["og:type"]?.lowercased() == "article"
      || metadata.metas["article:published_time"] != nil
  }

  /// Whether the page says that it is a collection, or is the root of a site.
  private static func isFront(_ metadata: PageMetadata, address: String) -> Bool {
    if metadata.linked.isCollection, !metadata.linked.isArticle { return true }
    let path = address.split(separator: "/", omittingEmptySubsequences: true).dropFirst()
    return address.contains("://") && path.count == 1
  }

  /// Whether the last part of an address names one story: by a long number, or by the words of a headline.
  private static func isStory(_ address: String) -> Bool {
    let path = address.split(separator: "/").dropFirst(2)
    guard let last = path.last?.prefix(while: { $0 != "?" && $0 != "#" }) else { return false }
    let parts = last.split { "-_.".contains($0) }
    return parts.count >= 4 || parts.contains { $0.count >= 5 && $0.allSatisfy(\.isNumber) }
  }
}
