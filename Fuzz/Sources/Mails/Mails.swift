import Checks

@testable import PatchworkExtraction

/// Feeds bytes to the doors for a message and for a mailbox, and to the readers of coded headers.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMails(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard bytes.count < 1 << 17 else { return 0 }
  Checks.hold(.message, bytes)
  Checks.hold(.mailbox, bytes)
  let header = EncodedWords.decoded(bytes)
  _ = MailAddress.name(of: header)
  guard Base64.decoded(bytes).count <= bytes.count,
    QuotedPrintable.decoded(bytes[...]).count <= bytes.count
  else { fatalError("decoding made more of it") }
  return 0
}
