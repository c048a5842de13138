public import PatchworkText

/// A date of a report together with where in the input it was found.
public struct SourcedDate: Hashable, Sendable {
  /// ISO 8601 day or RFC 3339 time, as far as it was given.
  public var value: String
  /// Where it was found ("supplied", "json-ld", "meta:article:published_time", "time", "url", "dateline").
  public var origin: String

  /// Makes a dated value.
  public init(value: String, origin: String) {
    self.value = value
    self.origin = origin
  }

  /// The day alone, `YYYY-MM-DD`.
  public var day: String { String(value.prefix(10)) }
}

/// A piece of a report's text that is not read, named but never removed.
public struct DroppedText: Hashable, Sendable {
  /// The words left unread.
  public var quote: Quote
  /// Why.
  public var why: DropReason

  /// Makes a dropped piece.
  public init(quote: Quote, why: DropReason) {
    self.quote = quote
    self.why = why
  }
}

/// A block of a report's text: a paragraph, headline or caption.
public struct TextBlock: Hashable, Sendable {
  /// Where it stands.
  public var span: Span
  /// What it is.
  public var part: TextPart

  /// Makes a block.
  public init(span: Span, part: TextPart) {
    self.span = span
    self.part = part
  }
}

/// One report as it came in: its text, unaltered, and what is known about it.
public struct Report: Hashable, Sendable {
  /// Identifier given by the user, or derived from the file's name.
  public var id: String
  /// The text that all offsets count in.
  public var text: String
  /// The text's blocks that are to be read, in order, without the dropped pieces.
  public var blocks: [TextBlock]
  /// Pieces of the text that are not read.
  public var dropped: [DroppedText]
  /// Title, empty when unknown.
  public var title: String
  /// Outlet, empty when unknown.
  public var outlet: String
  /// Byline, empty when unknown.
  public var byline: String
  /// Address, empty when unknown.
  public var url: String
  /// BCP 47 language, empty when unknown.
  public var language: String
  /// When it was published.
  public var published: SourcedDate?
  /// When the bytes were acquired, by the archive that kept them.
  public var acquired: SourcedDate?
  /// Media type of the original bytes ("text/html").
  public var mediaType: String
  /// Encoding of the original bytes, lower case ("utf-8").
  public var encoding: String
  /// SHA-256 of the original bytes, in hexadecimal.
  public var bytesSHA256: String
  /// Whether the text was made from markup, so that output must repeat it.
  public var textIsDerived: Bool
  /// What is known of its making.
  public var imprint: Imprint

  /// How sure its words must be of another language for it not to be read; a short text shows its own by two small words.
  private static let plainlyOther = 0.8

  /// Whether it is in a language of which accounts are read, English, or in one that is not known or only guessed.
  public var isInReadLanguage: Bool {
    language.isEmpty || language.lowercased().hasPrefix("en")
      || imprint.languageConfidence.map { $0 < Self.plainlyOther } == true
  }

  /// The blocks that accounts are read from: all but what an editor says of the text itself.
  ///
  /// An update tells news and is read.
  public var readBlocks: [TextBlock] {
    let notes = Set(imprint.notes.lazy.filter { $0.kind != .update }.map(\.text))
    guard !notes.isEmpty else { return blocks }
    return blocks.filter { !notes.contains(text[$0.span]) }
  }

  /// Makes a report of a text.
  public init(
    id: String, text: String, blocks: [TextBlock], dropped: [DroppedText] = [],
    title: String = "", outlet: String = "", byline: String = "", url: String = "",
    language: String = "", published: SourcedDate? = nil, acquired: SourcedDate? = nil,
    mediaType: String = "text/plain", encoding: String = "utf-8", bytesSHA256: String = "",
    textIsDerived: Bool = false, imprint: Imprint = Imprint()
  ) {
    self.id = id
    self.text = text
    self.blocks = blocks
    self.dropped = dropped
    self.title = title
    self.outlet = outlet
    self.byline = byline
    self.url = url
    self.language = language
    self.published = published
    self.acquired = acquired
    self.mediaType = mediaType
    self.encoding = encoding
    self.bytesSHA256 = bytesSHA256
    self.textIsDerived = textIsDerived
    self.imprint = imprint
  }
}
