/// Floats at an address that suits the widest vectors; written once while a model loads, then only read.
final class FloatBlock: @unchecked Sendable {
  let count: Int
  let floats: UnsafeMutablePointer<Float>

  /// Makes a block of zeros.
  init(zeros count: Int) {
    self.count = count
    let raw = UnsafeMutableRawPointer.allocate(byteCount: max(count, 1) * 4 + 64, alignment: 64)
    floats = raw.bindMemory(to: Float.self, capacity: max(count, 1) + 16)
    floats.initialize(repeating: 0, count: max(count, 1) + 16)
  }

  convenience init(_ values: [Float]) {
    self.init(zeros: values.count)
    values.withUnsafeBufferPointer { source in
      if let base = source.baseAddress { floats.update(from: base, count: source.count) }
    }
  }

  deinit { floats.deallocate() }

  var pointer: UnsafePointer<Float> { UnsafePointer(floats) }
}
