public import PatchworkText

/// A span together with the words it covers, so that a value can be shown without its report at hand.
public struct Quote: Hashable, Sendable {
  /// Where the words stand, in UTF-8 bytes of the report's text.
  public let span: Span
  /// The words, verbatim.
  public let text: String

  /// Makes a quote of words whose place is known.
  public init(span: Span, text: String) {
    self.span = span
    self.text = text
  }

  /// Cuts a quote out of a text.
  public init(_ span: Span, in text: String) {
    self.init(span: span, text: text[span])
  }
}
