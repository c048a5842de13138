import PatchworkRecord

@testable import PatchworkExtraction

/// Feeds bytes to the scan of tags and what it hands on to the parser.
///
/// The scan leaves out and never invents: what it hands on are bytes of the page in their order, with spaces between
/// attributes; and the arena behind the parser is a tree, its text within its buffer.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTags(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let page = UnsafeBufferPointer(start: start, count: count).map { $0 == 0 ? 0x20 : $0 }
  let handed = TagScan.cleaned(
    Array(UnsafeBufferPointer(start: start, count: count)), attributeLimit: 8)
  var at = 0
  for byte in handed {
    let found = page[at...].firstIndex(of: byte)
    if byte == 0x20, found != at { continue }
    guard let found else { fatalError("handed on what the page does not hold") }
    at = found + 1
  }
  let limits = ExtractionLimits(nodes: 20_000, attributes: 8, pageText: 1 << 20, depth: 40)
  do throws(ExtractionError) {
    let arena = try PageParser.parse(
      Array(String(decoding: page, as: UTF8.self).utf8), limits: limits)
    for (index, node) in arena.nodes.enumerated() {
      guard Int(node.parent) < index, node.tag == .text || Int(node.end) > index,
        Int(node.end) <= arena.nodes.count
      else { fatalError("no tree at node \(index)") }
      if node.tag == .text { _ = arena.textBytes(index) }
    }
  } catch {
    guard error.code == .tooComplex else { fatalError("\(error.code)") }
  }
  return 0
}
