import Checks
import PatchworkRecord
import PatchworkText

@testable import PatchworkExtraction

/// Feeds texts to the readers of datelines, day stamps, credits and editors' notes.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzImprints(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let bytes = Array(text.utf8)
  var supplied = SuppliedFields()
  supplied.published = SourcedDate(value: "2016-02-29", origin: "supplied")
  supplied.byline = String(text.prefix(40))
  Checks.hold(Report(id: "input", text: text, supplied: supplied))
  if let dateline = Dateline(at: 0, in: text) {
    for span in [dateline.span, dateline.place, dateline.stamp].compactMap({ $0 }) {
      guard span.start <= span.end, span.end <= bytes.count else { fatalError("beyond the text") }
    }
  }
  if let stamp = DateStamp(at: 0, end: bytes.count, in: bytes) {
    guard stamp.span.end <= bytes.count, ReportDate.isValid(stamp.day) else {
      fatalError("a stamp \(stamp)")
    }
  }
  if let day = StatedDate(bytes)?.day, !ReportDate.isValid(day) { fatalError("a day \(day)") }
  return 0
}
