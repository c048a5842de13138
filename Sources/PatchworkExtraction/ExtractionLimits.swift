/// How much of one input is taken in, so that time and memory stay bounded whatever comes.
public struct ExtractionLimits: Hashable, Sendable {
  /// Longest JSON line, in bytes.
  public var line: Int
  /// Largest file or page, in bytes.
  public var bytes: Int
  /// Most elements and text runs of a page.
  public var nodes: Int
  /// Most attributes of one tag.
  public var attributes: Int
  /// Most bytes of text of a page.
  public var pageText: Int
  /// Levels of nesting that are told apart; deeper elements count as children of the deepest.
  public var depth: Int

  /// Makes limits; the defaults hold for every page and report seen in the wild, with room to spare.
  public init(
    line: Int = 64 << 20, bytes: Int = 64 << 20, nodes: Int = 500_000, attributes: Int = 1_000,
    pageText: Int = 16 << 20, depth: Int = 250
  ) {
    self.line = line
    self.bytes = bytes
    self.nodes = nodes
    self.attributes = attributes
    self.pageText = pageText
    self.depth = depth
  }
}
