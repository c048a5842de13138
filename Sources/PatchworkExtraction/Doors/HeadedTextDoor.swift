import PatchworkRecord
import PatchworkText

/// The door for plain text files, which may begin with a head.
enum HeadedTextDoor {
  /// Makes a report of a text as it stands; what a head says goes before what is found in the text.
  static func report(
    id: String, decoded: DecodedText, bytesSHA256: String
  ) throws(ExtractionError) -> Report {
    let bytes = Array(decoded.text.utf8)
    guard let head = PlainTextHeader(bytes) else {
      return PlainTextDoor.report(
        id: id, text: decoded.text, encoding: decoded.encoding, bytesSHA256: bytesSHA256)
    }
    var supplied = SuppliedFields()
    supplied.title = head.values[.title] ?? ""
    supplied.outlet = head.values[.outlet] ?? ""
    supplied.url = head.values[.url] ?? ""
    supplied.language = head.values[.language] ?? ""
    supplied.published = try head.published()
    let body = PlainTextDoor.report(
      id: id, text: String(decoding: bytes[head.end...], as: UTF8.self), supplied: supplied,
      encoding: decoded.encoding, bytesSHA256: bytesSHA256)
    var report = body
    report.text = decoded.text
    report.byline = head.values[.byline] ?? ""
    report.creditByline()
    report.blocks = body.blocks.map {
      TextBlock(span: $0.span.shifted(by: head.end), part: $0.part)
    }
    report.dropped = body.dropped.map {
      DroppedText(quote: Quote($0.quote.span.shifted(by: head.end), in: report.text), why: $0.why)
    }
    return report
  }
}
