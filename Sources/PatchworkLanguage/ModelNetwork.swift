/// The layers of a model file in their stored order.
struct ModelNetwork {
  /// One layer with its settings and weights.
  struct Layer {
    let name: String
    let attributes: MessageNode
    let parameters: MessageNode

    /// A number among the settings, each packed once more.
    func setting(_ key: String) throws(ModelError) -> Int? {
      guard let packed = try attributes.member(key) else { return nil }
      return try packed.unpacked().integer()
    }

    /// A weight tensor; `shape` has -1 where any size will do.
    func tensor(_ key: String, shape: [Int]) throws(ModelError) -> Tensor {
      let tensor = try Tensor(try parameters.required(key))
      let fits =
        tensor.shape.count == shape.count
        && zip(tensor.shape, shape).allSatisfy { $0 == $1 || $1 == -1 }
      guard fits else {
        throw parameters.file.unsupported(
          "\(name): \(key) has shape \(tensor.shape), expected \(shape)")
      }
      return tensor
    }
  }

  let file: ModelFile
  let layers: [Layer]

  init(_ file: ModelFile) throws(ModelError) {
    self.file = file
    let root = try file.message()
    let nodes = try root.required("nodes").array()
    let attributes = try root.required("attrs").array()
    let parameters = try root.required("params").array()
    guard nodes.count == attributes.count, nodes.count == parameters.count else {
      throw file.unsupported("its lists of layers differ in length")
    }
    var layers: [Layer] = []
    for index in nodes.indices {
      layers.append(
        Layer(
          name: try nodes[index].required("name").text(), attributes: attributes[index],
          parameters: parameters[index]))
    }
    self.layers = layers
  }

  func layers(named name: String) -> [Layer] { layers.filter { $0.name == name } }

  func layer(named name: String) throws(ModelError) -> Layer {
    guard let found = layers.first(where: { $0.name == name }) else {
      throw file.unsupported("no layer \"\(name)\"")
    }
    return found
  }
}

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
