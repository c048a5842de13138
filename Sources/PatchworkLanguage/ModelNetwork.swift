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
