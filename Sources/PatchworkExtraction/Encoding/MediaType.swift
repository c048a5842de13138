/// What kind of document bytes hold, by their content alone.
public enum MediaType: String, Sendable {
  /// A text without markup.
  case plain = "text/plain"
  /// A web page.
  case html = "text/html"

  /// Bytes at the head that are looked at.
  private static let reach = 4096

  /// Tells pages from plain text: a page begins with a tag, a comment or a declaration, and has a tag of a page near.
  public init(sniffing bytes: UnsafeBufferPointer<UInt8>) {
    let head = bytes.prefix(Self.reach).compactMap { byte in
      byte == 0 || byte >= 0x80 ? nil : asciiLower(byte)
    }
    let body = head.drop { $0 <= 0x20 }
    let isPage =
      body.first == UInt8(ascii: "<")
      && body.indices.contains { at in
        body[at] == UInt8(ascii: "<") && Self.marks.contains { body[at...].starts(with: $0) }
      }
    self = isPage ? .html : .plain
  }

  private static let marks = [
    "<!doctype html", "<html", "<head", "<body", "<title", "<meta", "<article", "<p>",
  ].map { Array($0.utf8) }

  /// The kind of document that begins with some bytes, nil when they are no text.
  init?(head bytes: [UInt8]) {
    let found: MediaType? = bytes.withUnsafeBufferPointer { buffer in
      ByteCensus(buffer).isBinary && !DecodedText.hasMark(buffer)
        ? nil : MediaType(sniffing: buffer)
    }
    guard let found else { return nil }
    self = found
  }
}
