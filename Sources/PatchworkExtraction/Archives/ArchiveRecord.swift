import PatchworkRecord

/// One record of an archive that may hold a document.
struct ArchiveRecord {
  /// The id in the archive, or address and offset where it has none.
  var id: String
  /// Offset of the record in the unpacked archive.
  var offset: Int
  /// The address that the document came from.
  var url: String
  /// When it came, RFC 3339; empty when unknown.
  var date: String
  /// The media type declared for the block, with its parameters.
  var mediaType: String
  /// The block: an HTTP response or the document itself.
  var block: [UInt8]

  private static let ofWriters = ["metadata:", "dns:", "whois:", "urn:"]

  /// The parcels in the record; none when it holds nothing that can be a report.
  func parcels(doors: [Door], limits: ExtractionLimits) -> [Parcel] {
    // What writers note about the crawl itself stands under schemes of their own.
    if Self.ofWriters.contains(where: { url.hasPrefix($0) }) { return [] }
    let message = HTTPMessage(block)
    if let status = message.status, !(200..<300).contains(status) { return [] }
    let declared = HeaderValue(
      message.status == nil ? mediaType : message.headers["content-type"] ?? "")
    guard Self.mayBeReport(declared.value) else { return [] }
    do throws(ExtractionError) {
      let body = try message.body(limit: limits.bytes)
      guard !body.allSatisfy(isSpace), let door = Self.door(for: body, declared.value, doors),
        case .whole(let open) = door.opening
      else { return [] }
      return open(
        Document(
          id: id, bytes: body, supplied: supplied(encoding: declared["charset"]),
          place: .record(offset), limits: limits))
    } catch {
      return [Parcel(id: id, at: .record(offset), failure: error)]
    }
  }

  private func supplied(encoding: String?) -> SuppliedFields {
    var supplied = SuppliedFields()
    supplied.url = url
    supplied.encoding = encoding.flatMap { $0.isEmpty ? nil : $0 }
    if !date.isEmpty { supplied.acquired = SourcedDate(value: date, origin: "archive") }
    return supplied
  }

  /// Whether a media type is one of pages, texts, feeds or documents, or says nothing.
  private static func mayBeReport(_ type: String) -> Bool {
    if ["text/css", "text/javascript", "text/csv", "text/vtt"].contains(type) { return false }
    return type.isEmpty || type.hasPrefix("text/") || type.hasSuffix("xml")
      || type.hasSuffix("/pdf")
      || ["application/feed+json", "application/octet-stream", "unk", "no-type"].contains(type)
  }

  private static func door(for body: [UInt8], _ type: String, _ doors: [Door]) -> Door? {
    let found = Door.recognising(Array(body.prefix(1 << 16)), among: doors)
    // A page that begins with words is taken at the word of who sent it.
    return found?.name == Door.plainText.name && type.hasSuffix("html") ? Door.page : found
  }
}
