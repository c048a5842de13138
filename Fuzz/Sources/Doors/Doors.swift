import Checks
import PatchworkExtraction

/// Feeds bytes to one of the doors, chosen by the first.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzDoors(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let bytes = Array(UnsafeBufferPointer(start: start, count: count))
  guard let first = bytes.first, bytes.count < 1 << 17 else { return 0 }
  let door = Door.standard[Int(first) % Door.standard.count]
  Checks.hold(door, Array(bytes[1...]))
  return 0
}
