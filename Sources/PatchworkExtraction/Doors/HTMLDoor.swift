import PatchworkRecord

/// The door for web pages.
struct HTMLDoor {
  let limits: ExtractionLimits

  func report(
    id: String, html: String, supplied: SuppliedFields = SuppliedFields()
  ) throws(ExtractionError) -> Report {
    try report(id: id, bytes: Array(html.utf8), supplied: supplied)
  }

  func report(
    id: String, bytes: [UInt8], supplied: SuppliedFields = SuppliedFields()
  ) throws(ExtractionError) -> Report {
    throw ExtractionError(.noArticle)
  }
}
