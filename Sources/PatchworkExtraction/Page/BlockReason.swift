/// Why a block of a page is kept or dropped.
public enum BlockReason: String, Sendable, CaseIterable {
  /// Kept: it reads like a paragraph of the article.
  case paragraph
  /// Kept: it is short and stands among the article's paragraphs.
  case among
  /// Kept: it is a heading before paragraphs of the article.
  case heading
  /// Kept: it is the sentence or two under the headline.
  case standfirst
  /// Kept: the page's linked data gives it as the article's.
  case linked
  /// Kept apart: it describes a picture among the article's paragraphs.
  case caption
  /// Dropped: it stands outside the element that holds the article.
  case outside
  /// Dropped: it stands in an element that is named, or made, for something else.
  case furniture
  /// Dropped: most of it is links.
  case links
  /// Dropped: it is no sentence and stands in no element made for text.
  case fragment
  /// Dropped: it stands in an element whose name speaks against it, and is short.
  case weak
  /// Dropped: it stands before the first or behind the last paragraph.
  case edge
  /// Dropped: it is a heading that no paragraph of the article follows.
  case idle
  /// Dropped: it describes a picture that is none of the article's.
  case picture
  /// Dropped: it says what a paragraph before it says.
  case repeated
  /// Dropped: it says what the title says.
  case title
  /// Dropped: the page's linked data gives nearly all of the article, and ends before it or begins behind it.
  case unlinked
  /// Dropped: it leads to another article, of which it shows the beginning.
  case teaser
  /// Dropped: a phrase of boilerplate names it.
  case phrase
  /// Dropped: it is nothing but a day or a time.
  case stamp

  /// Whether a block of this reason is in the article's text.
  public var isKept: Bool {
    switch self {
    case .paragraph, .among, .heading, .standfirst, .linked, .caption: true
    default: false
    }
  }
}
