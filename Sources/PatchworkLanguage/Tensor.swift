/// Numbers of a weight file with their shape.
struct Tensor {
  let shape: [Int]
  let values: [Float]

  init(_ node: MessageNode) throws(ModelError) {
    let type = try node.required("type").text()
    guard type == "<f4" else { throw node.file.unsupported("numbers of type \(type)") }
    var shape: [Int] = []
    var count = 1
    for size in try node.required("shape").array() {
      let size = try size.integer()
      let (product, overflow) = count.multipliedReportingOverflow(by: size)
      guard !overflow else { throw node.file.unsupported("a shape too large") }
      count = product
      shape.append(size)
    }
    let data = try node.required("data").bytes()
    let (size, overflow) = count.multipliedReportingOverflow(by: 4)
    guard !overflow, data.count == size else {
      throw node.file.unsupported("a tensor whose data do not fill its shape")
    }
    self.shape = shape
    values = Tensor.floats(node.file.bytes, at: data.lowerBound, count: count)
    guard values.allSatisfy(\.isFinite) else {
      throw node.file.unsupported("a weight that is no number")
    }
  }

  static func floats(_ bytes: [UInt8], at offset: Int, count: Int) -> [Float] {
    bytes.withUnsafeBytes { raw in
      (0..<count).map { index in
        Float(
          bitPattern: UInt32(
            littleEndian: raw.loadUnaligned(
              fromByteOffset: offset + 4 * index, as: UInt32.self)))
      }
    }
  }
}
