import Checks

@testable import PatchworkExtraction

/// Feeds bytes to the door for feeds, and to the reader of fragments of markup.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzFeeds(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard bytes.count < 1 << 17 else { return 0 }
  Checks.hold(.feed, bytes)
  _ = FeedDoor.recognises(bytes)
  _ = FragmentText.line(String(decoding: bytes, as: UTF8.self))
  return 0
}
