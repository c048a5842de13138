import PatchworkKernels

/// The network that turns a text's tokens into vectors: hashed embeddings, a mixing layer, and four window layers.
final class Encoder: @unchecked Sendable {
  static let width = 96
  /// Rows on each side whose values reach a token's vector.
  static let reach = 4

  struct Table {
    let rows: UInt32
    let seed: UInt32
    let block: FloatBlock
  }

  /// One embedding table per feature, in the order of `Lexeme.features`.
  let tables: [Table]
  /// The projection of pretrained vectors, where the model has them.
  let vectorWeights: FloatBlock?
  /// Inputs of the mixing layer.
  let mixInputs: Int
  let mixWeights: FloatBlock
  let mixBias: FloatBlock
  let mixGain: FloatBlock
  let mixShift: FloatBlock
  /// The window layers; their pointers live as long as `layerBlocks`.
  let layers: [pw_layer]
  private let layerBlocks: [FloatBlock]
  /// The first window layer's weights for the row before, the row itself and the row after.
  let firstWeights: FloatBlock

  private static let features = ["NORM", "PREFIX", "SUFFIX", "SHAPE", "SPACY", "IS_SPACE"]

  init(_ network: ModelNetwork) throws(ModelError) {
    let file = network.file
    let extract = try network.layer(named: "extract_features")
    guard let packed = try extract.attributes.member("columns") else {
      throw file.unsupported("no list of features")
    }
    var names: [String] = []
    for column in try packed.unpacked().array() { names.append(try column.text()) }
    guard names.count <= Self.features.count, names.count >= 4,
      names.elementsEqual(Self.features.prefix(names.count))
    else { throw file.unsupported("features \(names)") }

    var tables: [(column: Int, table: Table)] = []
    for layer in network.layers(named: "hashembed") {
      guard let column = try layer.setting("column"), let seed = try layer.setting("seed"),
        let seed = UInt32(exactly: seed)
      else { throw file.unsupported("an embedding without column or seed") }
      let tensor = try layer.tensor("E", shape: [-1, Self.width])
      guard let rows = UInt32(exactly: tensor.shape[0]), rows > 0 else {
        throw file.unsupported("an empty embedding")
      }
      tables.append((column, Table(rows: rows, seed: seed, block: FloatBlock(tensor.values))))
    }
    tables.sort { $0.column < $1.column }
    guard tables.map(\.column) == Array(names.indices) else {
      throw file.unsupported("embeddings that do not match the features")
    }
    self.tables = tables.map(\.table)

    if let vectors = network.layers.first(where: { $0.name == "static_vectors" }) {
      let tensor = try vectors.tensor("W", shape: [Self.width, Vectors.width])
      vectorWeights = Panels.pack(
        tensor.values, inputs: Vectors.width, rows: Array(0..<Self.width))
    } else {
      vectorWeights = nil
    }
    mixInputs = Self.width * (names.count + (vectorWeights == nil ? 0 : 1))

    let maxouts = network.layers(named: "maxout")
    let norms = network.layers(named: "layernorm")
    guard maxouts.count == 5, norms.count == 5 else {
      throw file.unsupported("\(maxouts.count) max-out layers, expected 5")
    }
    let mix = try maxouts[0].tensor("W", shape: [Self.width, 3, mixInputs])
    mixWeights = Panels.pack(mix.values, inputs: mixInputs, rows: Panels.maxoutRows)
    mixBias = try Self.bias(maxouts[0])
    mixGain = FloatBlock(try norms[0].tensor("G", shape: [Self.width]).values)
    mixShift = FloatBlock(try norms[0].tensor("b", shape: [Self.width]).values)

    let first = try maxouts[1].tensor("W", shape: [Self.width, 3, 3 * Self.width]).values
    firstWeights = WindowWeights.parts(first)
    var layers: [pw_layer] = []
    var blocks: [FloatBlock] = []
    for index in 1...4 {
      let weights = WindowWeights.transformed(
        try maxouts[index].tensor("W", shape: [Self.width, 3, 3 * Self.width]).values)
      let bias = try Self.bias(maxouts[index])
      let gain = FloatBlock(try norms[index].tensor("G", shape: [Self.width]).values)
      let shift = FloatBlock(try norms[index].tensor("b", shape: [Self.width]).values)
      layers.append(
        pw_layer(
          weights: weights.pointer, bias: bias.pointer, gain: gain.pointer, shift: shift.pointer))
      blocks += [weights, bias, gain, shift]
    }
    self.layers = layers
    layerBlocks = blocks
  }

  private static func bias(_ layer: ModelNetwork.Layer) throws(ModelError) -> FloatBlock {
    let bias = try layer.tensor("b", shape: [width, 3]).values
    return FloatBlock(Panels.maxoutRows.map { bias[$0] })
  }
}
