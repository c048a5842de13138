import Glibc
import PatchworkExtraction
import PatchworkRecord

private let nothing = open("/dev/null", O_RDONLY)

/// Feeds bytes to one of the doors, chosen by the first, and checks that blocks lie in the texts, on whole characters.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDoors(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first, bytes.count < 1 << 17 else { return 0 }
  let door = Door.standard[Int(first) % Door.standard.count]
  var limits = ExtractionLimits()
  limits.bytes = 1 << 20
  var parcels = door.parcels(
    of: DoorInput(id: "input", descriptor: nothing, begun: Array(bytes[1...]), limits: limits))
  while let parcel = parcels.next() {
    switch parcel.report().result {
    case .success(let report):
      let text = Array(report.text.utf8)
      for block in report.blocks {
        let span = block.span
        guard span.start <= span.end, span.end <= text.count,
          String(validating: text[span.start..<span.end], as: UTF8.self) != nil
        else { fatalError("a block cuts a character") }
      }
    case .failure(let error):
      guard ExtractionError.Code.allCases.contains(error.code) else { fatalError("no such code") }
    }
  }
  return 0
}
