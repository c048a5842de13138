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
    let study = PageStudy(try PageParser.parse(utf8, limits: limits), supplied)
    if let refusal = study.refusal { throw refusal }
    let (metadata, article) = (study.metadata, study.text)
    let language = ToldLanguage(of: article.text, metadata, supplied)
    var report = Report(
      id: id, text: article.text, blocks: article.blocks, dropped: article.dropped,
      title: study.title, outlet: study.outlet,
      byline: PageByline.byline(study.article.page, metadata), url: study.address,
      language: language.language, published: supplied.published ?? study.dates.published,
      mediaType: MediaType.html.rawValue, encoding: encoding, bytesSHA256: hash,
      textIsDerived: true)
    report.imprint.modified = study.dates.modified
    report.imprint.languageConfidence = language.confidence
    report.imprint.entries = study.entries
    report.imprint.kind = study.kind
    report.readImprint(left: article.left)
    return report
  }
}
