public import PatchworkExtraction
import PatchworkRecord
import PatchworkText

extension Door {
  /// PDF with a layer of text.
  public static let pdf = Door(
    name: "pdf", what: "a PDF with text in it",
    opening: .whole { document in
      [
        Parcel(id: document.id, at: document.place, bytes: document.bytes) {
          () throws(ExtractionError) in
          try PDFDoor.report(document)
        }
      ]
    },
    // Some bytes may stand before the mark, as in files cut out of mails.
    recognises: { head in
      let mark = Array("%PDF-".utf8)
      let reach = head.prefix(1024)
      return reach.indices.contains { reach[$0...].starts(with: mark) }
    })
}

/// The door for PDF.
enum PDFDoor {
  /// Most pages of a document that is read.
  static let pages = 2000
  /// Letters and digits of a document below which it counts as pictures of pages.
  private static let fewest = 20

  /// Makes a report of a document's text, its running heads and feet left out.
  static func report(_ document: Document) throws(ExtractionError) -> Report {
    let pdf = try PDFDocument(document.bytes, pages: pages, text: document.limits.pageText)
    let text = FlowingText(pdf.pages).paragraphs.joined(separator: "\n\n")
    guard text.unicodeScalars.lazy.filter(\.properties.isAlphabetic).prefix(fewest).count == fewest
    else { throw ExtractionError(.scanned) }
    var supplied = document.supplied
    if supplied.title.isEmpty { supplied.title = pdf.title }
    if supplied.byline.isEmpty { supplied.byline = pdf.author }
    if supplied.published == nil, let created = pdf.created {
      supplied.published = SourcedDate(value: UTCTime.text(created), origin: "pdf:CreationDate")
    }
    var report = Report(id: document.id, text: text, supplied: supplied)
    report.mediaType = "application/pdf"
    report.bytesSHA256 = sha256Hex(document.bytes)
    report.textIsDerived = true
    return report
  }
}

/// Times of the clock.
enum UTCTime {
  /// RFC 3339 of seconds since 1970.
  static func text(_ seconds: Int) -> String {
    let days = seconds >= 0 ? seconds / 86_400 : (seconds - 86_399) / 86_400
    let rest = seconds - days * 86_400
    // Days counted from the first of March of the year 0, so that leap days come last.
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let day = shifted - era * 146_097
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let civil = (year + era * 400 + (month >= 10 ? 1 : 0), month < 10 ? month + 3 : month - 9)
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(civil.0)-\(two(civil.1))-\(two(dayOfYear - (153 * month + 2) / 5 + 1))"
      + "T\(two(rest / 3600)):\(two(rest / 60 % 60)):\(two(rest % 60))Z"
  }
}
