import PatchworkExtraction
import PatchworkRecord

/// Feeds bytes to the door for JSON lines and to the one for plain text, and checks what was read and left unread.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReportLines(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if case .success(let report) = ReportLine(RawLine(number: 1, content: .bytes(bytes))).result {
    check(report)
  }
  do throws(ExtractionError) {
    check(try Report(id: "input", bytes: bytes, as: .plain))
  } catch {
    guard ExtractionError.Code.allCases.contains(error.code) else { fatalError("no such code") }
  }
  return 0
}

/// Spans of blocks and dropped pieces must not overlap, and must hold the words they say they hold.
private func check(_ report: Report) {
  let text = Array(report.text.utf8)
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
}
