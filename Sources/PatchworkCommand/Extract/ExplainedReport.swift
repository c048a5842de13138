import PatchworkExtraction
import PatchworkRecord
import PatchworkText

/// What came in beside what became of it, block by block.
struct ExplainedReport {
  /// A block of what came in.
  struct Block: Equatable {
    /// Its words.
    var text: String
    /// What it is.
    var part: TextPart
    /// Whether the report has it.
    var isKept: Bool
    /// Why, as machines see it.
    var code: String
    /// Why, for people.
    var why: String
  }

  /// The report, or why there is none.
  let item: ReadItem
  /// All blocks in order.
  let blocks: [Block]

  /// Explains what was made of a parcel's bytes.
  init(_ item: ReadItem, bytes: [UInt8]) {
    self.item = item
    if Self.isPage(bytes), let reading = Self.page(item, bytes) {
      blocks =
        reading.blocks.map { block in
          Block(
            text: block.text, part: block.part, isKept: block.isKept, code: block.reason.rawValue,
            why: block.reason.words)
        }
        + reading.linked.map {
          Block(
            text: $0, part: .body, isKept: true, code: "linked-data",
            why: "in the page's data, not on the page")
        }
    } else if case .report(let report, _) = item {
      blocks = Self.blocks(of: report)
    } else {
      blocks = []
    }
  }

  private static func isPage(_ bytes: [UInt8]) -> Bool {
    bytes.withUnsafeBufferPointer { MediaType(sniffing: $0) } == .html
  }

  private static func page(_ item: ReadItem, _ bytes: [UInt8]) -> PageReading? {
    var encoding: String?
    if case .report(let report, _) = item { encoding = report.encoding }
    return try? PageReading(bytes: bytes, encoding: encoding)
  }

  /// A report's own blocks and the pieces of its text that are not read.
  private static func blocks(of report: Report) -> [Block] {
    let kept = report.blocks.map { block in
      (
        block.span.start,
        Block(
          text: report.text[block.span], part: block.part, isKept: true,
          code: block.part.rawValue, why: block.part.words)
      )
    }
    let dropped = report.dropped.map { piece in
      (
        piece.quote.span.start,
        Block(
          text: piece.quote.text, part: .body, isKept: false, code: piece.why.rawValue,
          why: piece.why.words)
      )
    }
    return (kept + dropped).sorted { $0.0 < $1.0 }.map(\.1)
  }
}

extension BlockReason {
  /// The reason in a few words.
  var words: String {
    switch self {
    case .paragraph: "paragraph"
    case .among: "among paragraphs"
    case .heading: "heading"
    case .standfirst: "standfirst"
    case .linked: "in the linked data"
    case .caption: "caption, kept apart"
    case .outside: "outside the article"
    case .furniture: "in an element for something else"
    case .links: "mostly links"
    case .fragment: "no sentence"
    case .weak: "short, in a side element"
    case .edge: "beyond the paragraphs"
    case .idle: "heading of nothing"
    case .picture: "caption of something else"
    case .repeated: "said before"
    case .title: "the title again"
    case .unlinked: "around the linked data"
    case .teaser: "teaser of another article"
    case .phrase: "boilerplate phrase"
    case .stamp: "only a day or time"
    }
  }
}

extension TextPart {
  /// The part in a few words.
  var words: String {
    switch self {
    case .body: "paragraph"
    case .headline: "headline"
    case .caption: "caption, kept apart"
    }
  }
}

extension DropReason {
  /// The reason in a few words.
  var words: String {
    switch self {
    case .boilerplate: "boilerplate phrase"
    case .advert: "advert"
    case .related: "related link"
    case .credit: "credit"
    }
  }
}
