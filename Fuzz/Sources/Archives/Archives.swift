import Checks

@testable import PatchworkExtraction

/// Feeds bytes to the door for archives, as they are and as the body of a response packed in some way.
///
/// Records stand one behind the other, and what unpacks stays within its limit.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzArchives(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard bytes.count < 1 << 17 else { return 0 }
  Checks.hold(.warc, bytes)
  var reader = ArchiveReader(MemoryFeed(bytes), limits: ExtractionLimits())
  var last = -1
  while let item = reader.next() {
    guard case .record(let record) = item else { continue }
    guard record.offset > last else { fatalError("records out of order") }
    last = record.offset
  }
  let limit = 1 << 18
  for coding in ["gzip", "deflate", "br", "zstd", "gzip, br"] {
    do throws(ExtractionError) {
      let body = try Unpacking.body(bytes, declared: coding, limit: limit)
      guard body.count <= max(limit, bytes.count) else { fatalError("more than the limit") }
    } catch {
      guard error.code == .tooLarge else { fatalError("\(error.code)") }
    }
  }
  _ = ChunkedBody.joined(bytes)
  return 0
}
