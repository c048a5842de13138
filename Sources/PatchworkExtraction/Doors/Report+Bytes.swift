public import PatchworkRecord
import PatchworkText

extension Report {
  /// Makes a report of the bytes of a file, page or plain text, told apart by content where no type is named.
  ///
  /// Throws when the bytes are empty, no text, beyond the limits, or a page without an article.
  public init(
    id: String, bytes: [UInt8], as named: MediaType? = nil,
    limits: ExtractionLimits = ExtractionLimits()
  ) throws(ExtractionError) {
    self = try Report(Document(id: id, bytes: bytes, limits: limits), as: named)
  }

  /// Makes a report of a document, page or plain text, told apart by content where no type is named.
  init(_ document: Document, as named: MediaType? = nil) throws(ExtractionError) {
    let (bytes, limits) = (document.bytes, document.limits)
    guard bytes.count <= limits.bytes else {
      throw ExtractionError(.tooLarge, cause: .limit(limits.bytes))
    }
    guard !bytes.allSatisfy(isSpace) else { throw ExtractionError(.empty) }
    let seen = MediaType(head: bytes)
    guard let seen else { throw ExtractionError(.binary) }
    let made: Report
    switch named ?? seen {
    case .plain:
      let decoded = bytes.withUnsafeBufferPointer {
        DecodedText($0, declared: document.supplied.encoding)
      }
      made = try HeadedTextDoor.report(
        id: document.id, decoded: decoded, bytesSHA256: sha256Hex(bytes))
    case .html:
      made = try HTMLDoor(limits: limits).report(
        id: document.id, bytes: bytes, supplied: document.supplied)
    }
    self = document.supplied.completing(made)
  }
}

extension Report {
  /// Makes a report of a text that another door took out of its document.
  public init(id: String, text: String, supplied: SuppliedFields) {
    self = supplied.completing(PlainTextDoor.report(id: id, text: text, supplied: supplied))
  }
}
