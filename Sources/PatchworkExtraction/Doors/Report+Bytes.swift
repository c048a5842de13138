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
    guard bytes.count <= limits.bytes else {
      throw ExtractionError(.tooLarge, cause: .limit(limits.bytes))
    }
    guard !bytes.allSatisfy(isSpace) else { throw ExtractionError(.empty) }
    let type: MediaType? = bytes.withUnsafeBufferPointer { buffer in
      ByteCensus(buffer).isBinary && !DecodedText.hasMark(buffer)
        ? nil : named ?? MediaType(sniffing: buffer)
    }
    switch type {
    case nil: throw ExtractionError(.binary)
    case .plain?:
      let decoded = bytes.withUnsafeBufferPointer { DecodedText($0) }
      self = try HeadedTextDoor.report(id: id, decoded: decoded, bytesSHA256: sha256Hex(bytes))
    case .html?:
      self = try HTMLDoor(limits: limits).report(id: id, bytes: bytes)
    }
  }
}
