import PatchworkExtraction
import PatchworkRecord

/// Feeds bytes to the door for pages, and checks that blocks lie in the text, in order, on whole characters.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPages(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(ExtractionError) {
    let report = try Report(id: "input", bytes: bytes, as: .html)
    let text = Array(report.text.utf8)
    var end = 0
    for block in report.blocks {
      let span = block.span
      guard end <= span.start, span.end <= text.count else { fatalError("blocks out of order") }
      guard String(validating: text[span.start..<span.end], as: UTF8.self) != nil else {
        fatalError("a block cuts a character")
      }
      end = span.end
    }
  } catch {
    guard ExtractionError.Code.allCases.contains(error.code) else { fatalError("no such code") }
  }
  return 0
}
