import Glibc
import PatchworkExtraction
import PatchworkRecord

/// What holds of every report, whatever bytes it was made of.
public enum Checks {
  /// What stands behind an input: nothing more to read.
  private static let nothing = open("/dev/null", O_RDONLY)

  /// Blocks lie in the text, in order, on whole characters; what is left unread reads as it says; dates are of the calendar.
  public static func hold(_ report: Report) {
    let text = Array(report.text.utf8)
    var end = 0
    for block in report.blocks {
      let span = block.span
      guard end <= span.start, span.start <= span.end, span.end <= text.count else {
        fatalError("blocks out of order")
      }
      guard String(validating: text[span.start..<span.end], as: UTF8.self) != nil else {
        fatalError("a block cuts a character")
      }
      end = span.end
    }
    for dropped in report.dropped {
      let span = dropped.quote.span
      guard dropped.quote.text.utf8.elementsEqual(text[span.start..<span.end]) else {
        fatalError("dropped words differ")
      }
    }
    let spans = (report.blocks.map(\.span) + report.dropped.map(\.quote.span)).sorted()
    for (one, next) in zip(spans, spans.dropFirst()) where one.overlaps(next) {
      fatalError("spans overlap")
    }
    hold(report.imprint)
    for date in [report.published, report.imprint.modified, report.acquired] { hold(date) }
  }

  /// Names are not empty, a confidence is a share, days are of the calendar.
  public static func hold(_ imprint: Imprint) {
    if let confidence = imprint.languageConfidence, !(0...1).contains(confidence) {
      fatalError("a confidence of \(confidence)")
    }
    for credit in imprint.credits where credit.who.isEmpty { fatalError("a credit of nobody") }
    for day in imprint.notes.map(\.day) + [imprint.dateline?.day] {
      if let day, !ReportDate.isValid(day) { fatalError("a day \(day)") }
    }
    for entry in imprint.entries { hold(entry.published) }
  }

  /// Errors are of the closed list.
  public static func hold(_ error: ExtractionError) {
    guard ExtractionError.Code.allCases.contains(error.code) else { fatalError("no such code") }
  }

  private static func hold(_ date: SourcedDate?) {
    if let date, !ReportDate.isValid(date.value) { fatalError("a date \(date)") }
  }

  /// Every parcel of an input gives a report for which all holds, or an error.
  public static func hold(_ door: Door, _ bytes: [UInt8]) {
    var limits = ExtractionLimits()
    limits.bytes = 1 << 20
    var parcels = door.parcels(
      of: DoorInput(id: "input", descriptor: nothing, begun: bytes, limits: limits))
    while let parcel = parcels.next() {
      switch parcel.report().result {
      case .success(let report): hold(report)
      case .failure(let error): hold(error)
      }
    }
  }
}
