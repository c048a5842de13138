import CPoppler
import Glibc
import PatchworkExtraction

/// The text and the information of a PDF; the only file that knows the library.
struct PDFDocument {
  /// The pages' lines, as far as the limits reach; none for a page that is damaged.
  let pages: [[String]]
  /// Title in the document's information, empty when there is none.
  let title: String
  /// Author in the document's information, empty when there is none.
  let author: String
  /// When it was made, seconds since 1970.
  let created: Int?

  /// Reads a PDF with at most so many pages and bytes of text.
  init(_ bytes: [UInt8], pages most: Int, text limit: Int) throws(ExtractionError) {
    guard let count = Int32(exactly: bytes.count) else {
      throw ExtractionError(.tooLarge, cause: .limit(Int(Int32.max)))
    }
    let read: Result<PDFDocument, ExtractionError> = bytes.withUnsafeBytes { raw in
      var status = pdf_damaged
      let start = raw.baseAddress?.assumingMemoryBound(to: CChar.self)
      guard let document = pdf_document_open(start, count, &status) else {
        return .failure(ExtractionError(status == pdf_locked ? .encrypted : .damaged))
      }
      defer { pdf_document_close(document) }
      let found = Int(pdf_document_pages(document))
      guard found > 0 else { return .failure(ExtractionError(.damaged)) }
      guard found <= most else {
        return .failure(ExtractionError(.tooComplex, cause: .limit(most)))
      }
      var pages: [[String]] = []
      var size = 0
      for number in 0..<found {
        let text = Self.taken(pdf_document_text(document, Int32(number)))
        size += text.utf8.count
        guard size <= limit else {
          return .failure(ExtractionError(.tooLarge, cause: .limit(limit)))
        }
        pages.append(
          text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\u{C}" }.map(
            String.init))
      }
      let time = pdf_document_time(document, "CreationDate")
      return .success(
        PDFDocument(
          pages: pages, title: Self.taken(pdf_document_information(document, "Title")),
          author: Self.taken(pdf_document_information(document, "Author")),
          created: time > 0 ? Int(time) : nil))
    }
    self = try read.get()
  }

  private init(pages: [[String]], title: String, author: String, created: Int?) {
    self.pages = pages
    self.title = title
    self.author = author
    self.created = created
  }

  private static func taken(_ text: UnsafeMutablePointer<CChar>?) -> String {
    guard let text else { return "" }
    defer { free(text) }
    return String(cString: text)
  }
}
