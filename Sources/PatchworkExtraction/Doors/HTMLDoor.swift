import PatchworkRecord

/// The door for web pages.
struct HTMLDoor {
  let limits: ExtractionLimits

  /// Makes a report of a page that is text already.
  func report(
    id: String, html: String, supplied: SuppliedFields = SuppliedFields()
  ) throws(ExtractionError) -> Report {
    let bytes = Array(html.utf8)
    guard bytes.count <= limits.bytes else {
      throw ExtractionError(.tooLarge, cause: .limit(limits.bytes))
    }
    return try report(id, bytes, "utf-8", sha256Hex(bytes), supplied)
  }

  /// Makes a report of a page's bytes.
  func report(
    id: String, bytes: [UInt8], supplied: SuppliedFields = SuppliedFields()
  ) throws(ExtractionError) -> Report {
    let decoded = bytes.withUnsafeBufferPointer {
      DecodedText($0, declared: supplied.encoding ?? DeclaredEncoding.label(in: $0))
    }
    return try report(
      id, Array(decoded.text.utf8), decoded.encoding, sha256Hex(bytes), supplied)
  }

  private func report(
    _ id: String, _ utf8: [UInt8], _ encoding: String, _ hash: String, _ supplied: SuppliedFields
  ) throws(ExtractionError) -> Report {
    let page = try PageParser.parse(utf8, limits: limits)
    let metadata = PageMetadata(page)
    let outlet = supplied.outlet.isEmpty ? PageOutlet.name(metadata) : supplied.outlet
    let address = supplied.url.isEmpty ? PageOutlet.address(metadata) : supplied.url
    let title =
      supplied.title.isEmpty
      ? PageTitle.title(page, metadata, outlet: outlet) : supplied.title
    let found = PageArticle(page)
    let dates = PageDates(page, metadata, address: address, shown: found.shownLines(title: title))
    let article = found.text(title: title, linked: metadata.linked.body)
    guard article.blocks.contains(where: { $0.part == .body }) else {
      throw ExtractionError(.noArticle)
    }
    return Report(
      id: id, text: article.text, blocks: article.blocks, dropped: article.dropped, title: title,
      outlet: outlet, byline: PageByline.byline(page, metadata), url: address,
      language: PageLanguage.language(of: article.text, metadata, supplied),
      published: supplied.published ?? dates.published, modified: dates.modified,
      mediaType: MediaType.html.rawValue, encoding: encoding, bytesSHA256: hash,
      textIsDerived: true)
  }
}
