@testable import PatchworkExtraction

private let labels = [
  "utf-8", "windows-1251", "windows-1256", "shift_jis", "gb18030", "big5", "euc-kr", "koi8-r",
  "iso-2022-jp", "utf-7", "utf-16", "no-such-encoding", "\"Latin1\"",
]

/// Feeds bytes to the decoder under a declared encoding that the first chooses, or none.
///
/// What is valid UTF-8 without a mark stays as it is, and nothing decodes to much more than it was.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzEncodings(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  guard count > 0 else { return 0 }
  let bytes = Array(UnsafeBufferPointer(start: start + 1, count: count - 1))
  let choice = Int(start[0]) % (labels.count + 1)
  bytes.withUnsafeBufferPointer { buffer in
    let declared = choice < labels.count ? labels[choice] : DeclaredEncoding.label(in: buffer)
    let decoded = DecodedText(buffer, declared: declared)
    guard decoded.text.utf8.count <= 4 * bytes.count else { fatalError("decoding made more of it") }
    let isMarked = DecodedText.hasMark(buffer) || ByteCensus(buffer).unmarkedUTF16 != nil
    if !isMarked, let valid = String(validating: bytes, as: UTF8.self), decoded.text != valid {
      fatalError("valid UTF-8 was changed")
    }
  }
  return 0
}
