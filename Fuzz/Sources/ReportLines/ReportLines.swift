import Checks
import PatchworkExtraction
import PatchworkRecord

/// Feeds bytes to the door for JSON lines and to the one for plain text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzReportLines(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  if case .success(let report) = ReportLine(RawLine(number: 1, content: .bytes(bytes))).result {
    Checks.hold(report)
  }
  do throws(ExtractionError) {
    Checks.hold(try Report(id: "input", bytes: bytes, as: .plain))
  } catch {
    Checks.hold(error)
  }
  return 0
}
