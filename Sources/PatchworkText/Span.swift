/// A half-open range of UTF-8 bytes in a text.
public struct Span: Hashable, Sendable, Comparable {
  /// First byte.
  public let start: Int
  /// One past the last byte.
  public let end: Int

  /// Makes a span; `start` must not exceed `end`.
  public init(_ start: Int, _ end: Int) {
    precondition(start <= end, "A span cannot end before it starts.")
    self.start = start
    self.end = end
  }

  /// Length in bytes.
  public var length: Int { end - start }

  /// Whether the span covers no byte.
  public var isEmpty: Bool { start == end }

  /// Whether the other span lies wholly inside.
  public func contains(_ other: Span) -> Bool { start <= other.start && other.end <= end }

  /// Whether the byte at this offset lies inside.
  public func contains(_ offset: Int) -> Bool { start <= offset && offset < end }

  /// Whether the two spans share at least one byte.
  public func overlaps(_ other: Span) -> Bool { start < other.end && other.start < end }

  /// The smallest span that covers both.
  public func union(_ other: Span) -> Span { Span(min(start, other.start), max(end, other.end)) }

  /// The span moved by a number of bytes.
  public func shifted(by offset: Int) -> Span { Span(start + offset, end + offset) }

  /// Order by start, then by end.
  public static func < (a: Span, b: Span) -> Bool { (a.start, a.end) < (b.start, b.end) }
}

extension String {
  /// The part of the string that a span of its UTF-8 bytes covers.
  public subscript(span: Span) -> String {
    let bytes = utf8
    let from = bytes.index(bytes.startIndex, offsetBy: span.start)
    return String(self[from..<bytes.index(from, offsetBy: span.length)])
  }
}
