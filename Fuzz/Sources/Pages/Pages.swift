import Checks
import PatchworkExtraction
import PatchworkRecord

/// Feeds bytes to the door for pages.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPages(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  do throws(ExtractionError) {
    Checks.hold(try Report(id: "input", bytes: bytes, as: .html))
  } catch {
    Checks.hold(error)
  }
  return 0
}
