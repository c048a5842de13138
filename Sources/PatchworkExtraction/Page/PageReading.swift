public import PatchworkRecord
import PatchworkText

/// A page's blocks with what becomes of each and why: what an explanation shows.
public struct PageReading: Sendable {
  /// A run of words of the page between two breaks in its flow.
  public struct Block: Sendable, Equatable {
    /// Its text, white space folded.
    public var text: String
    /// What it is, or would be where it were kept.
    public var part: TextPart
    /// Why it is in the article's text or not.
    public var reason: BlockReason

    /// Whether the article's text has it.
    public var isKept: Bool { reason.isKept }
  }

  /// The page's visible blocks in order.
  public let blocks: [Block]
  /// Paragraphs taken from linked data, which holds far more of the article than the page shows; else none.
  public let linked: [String]

  /// Reads a page's bytes; `encoding` is the label that a protocol around them declares.
  ///
  /// Throws `ExtractionError` where the page passes the limits; a page that is refused as a report can still be read.
  public init(
    bytes: [UInt8], encoding: String? = nil, limits: ExtractionLimits = ExtractionLimits()
  ) throws(ExtractionError) {
    guard bytes.count <= limits.bytes else {
      throw ExtractionError(.tooLarge, cause: .limit(limits.bytes))
    }
    let decoded = bytes.withUnsafeBufferPointer {
      DecodedText($0, declared: encoding ?? DeclaredEncoding.label(in: $0))
    }
    let page = try PageParser.parse(Array(decoded.text.utf8), limits: limits)
    let study = PageStudy(page, SuppliedFields())
    let isLinked = study.article.standsIn(study.metadata.linked.body)
    linked =
      isLinked ? study.text.blocks.filter { $0.part == .body }.map { study.text.text[$0.span] } : []
    let reasons =
      isLinked ? study.article.reasons : study.article.reasons(in: study.text)
    blocks = zip(study.article.blocks.blocks, reasons).map { block, reason in
      let text = String(decoding: study.article.blocks.text[block.range], as: UTF8.self)
      let isTitle = reason == .outside && text == study.title
      return Block(
        text: text, part: block.isCaption ? .caption : block.tag.isHeading ? .headline : .body,
        reason: isTitle ? .title : isLinked && reason.isKept ? .repeated : reason)
    }
  }
}
