/// The part of a transition model that scores a state's actions from the vectors of a few of its tokens.
final class StepNetwork: Sendable {
  static let hidden = 64
  /// Floats of one feature's share of the hidden layer: two pieces.
  static let feature = 128

  /// How many tokens describe a state.
  let features: Int
  /// Columns of the projection: the hidden ones, then those of an attached tagger.
  let projection: FloatBlock
  let projectionBias: FloatBlock
  let projectionPanels: Int
  /// How many of the features nearly every token serves as; the others are computed when asked for.
  let commonFeatures: Int
  /// The hidden layer's weights for the common features.
  let lower: FloatBlock
  let lowerPanels: Int
  /// The hidden layer's weights for each rarer feature: 64 rows of 128.
  let rareLower: [FloatBlock]
  let lowerBias: FloatBlock
  /// What stands in for an absent token, per feature.
  let absent: FloatBlock
  let upper: FloatBlock
  let upperBias: FloatBlock
  let classes: Int
  /// Classes rounded up to whole vectors.
  let padded: Int

  /// Floats of one token's row: the common features, then the rarer ones.
  var rowLength: Int { lowerPanels * Panels.width + rareLower.count * Self.feature }

  /// Where a feature's share of a row begins.
  func place(of feature: Int) -> Int {
    feature < commonFeatures
      ? feature * Self.feature
      : lowerPanels * Panels.width + (feature - commonFeatures) * Self.feature
  }

  init(
    _ network: ModelNetwork, features: Int, commonFeatures: Int, tagger: Tagger? = nil
  ) throws(ModelError) {
    let file = network.file
    let hidden = Self.hidden
    self.features = features
    self.commonFeatures = commonFeatures
    let affine = try network.layer(named: "precomputable_affine")
    let lowerWeights = try affine.tensor("W", shape: [features, hidden, 2, hidden]).values
    let bias = try affine.tensor("b", shape: [hidden, 2]).values
    let pad = try affine.tensor("pad", shape: [1, features, hidden, 2]).values
    let rows = (0..<features * Self.feature).map { column in
      let (feature, rest) = column.quotientAndRemainder(dividingBy: Self.feature)
      return (feature * hidden + rest % hidden) * 2 + rest / hidden
    }
    let common = Array(rows.prefix(commonFeatures * Self.feature))
    lower = Panels.pack(lowerWeights, inputs: hidden, rows: common)
    lowerPanels = Panels.count(columns: common.count)
    rareLower = (commonFeatures..<features).map { feature in
      let block = FloatBlock(zeros: hidden * Self.feature)
      for column in 0..<Self.feature {
        let row = rows[feature * Self.feature + column]
        for input in 0..<hidden {
          block.floats[input * Self.feature + column] = lowerWeights[row * hidden + input]
        }
      }
      return block
    }
    absent = FloatBlock(rows.map { pad[$0] })
    lowerBias = FloatBlock((0..<Self.feature).map { bias[$0 % hidden * 2 + $0 / hidden] })

    let linear = network.layers(named: "linear")
    guard linear.count == 2 else { throw file.unsupported("\(linear.count) linear layers") }
    let upperWeights = try linear[0].tensor("W", shape: [-1, hidden])
    classes = upperWeights.shape[0]
    guard classes > 0 else { throw file.unsupported("no classes") }
    padded = (classes + 15) / 16 * 16
    let upperBias = try linear[0].tensor("b", shape: [classes]).values
    upper = FloatBlock(zeros: hidden * padded)
    for row in 0..<classes {
      for input in 0..<hidden {
        upper.floats[input * padded + row] = upperWeights.values[row * hidden + input]
      }
    }
    self.upperBias = FloatBlock(
      upperBias + [Float](repeating: -1e30, count: padded - classes))

    var projection = try linear[1].tensor("W", shape: [hidden, Encoder.width]).values
    var projectionBias = try linear[1].tensor("b", shape: [hidden]).values
    if let tagger {
      projection += tagger.weights
      projectionBias += tagger.bias
    }
    let columns = projectionBias.count
    self.projection = Panels.pack(projection, inputs: Encoder.width, rows: Array(0..<columns))
    projectionPanels = Panels.count(columns: columns)
    let spare = projectionPanels * Panels.width - columns
    self.projectionBias = FloatBlock(projectionBias + [Float](repeating: 0, count: spare))
  }
}
