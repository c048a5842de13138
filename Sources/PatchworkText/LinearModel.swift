/// A trained linear model over named features: a weight a name, a bias, and the thresholds that its trainer chose.
///
/// Read from a table with the columns `feature` and `weight`; the rows `bias` and `threshold=NAME` are no features.
public struct LinearModel: Sendable {
  /// The weights by the name of the feature; a feature without one counts nothing.
  public let weights: [String: Double]
  /// What every example scores before its features.
  public let bias: Double

  /// Makes a model of weights at hand.
  public init(weights: [String: Double], bias: Double) {
    self.weights = weights
    self.bias = bias
  }

  /// Reads a model from its table; throws `LexiconError.unknownValue` for a weight that is no number.
  public init(_ table: LexiconTable) throws(LexiconError) {
    var weights: [String: Double] = [:]
    weights.reserveCapacity(table.rows.count)
    for row in table.rows {
      guard let weight = Double(row["weight"]) else {
        throw .unknownValue(file: table.file, line: row.line, field: "weight", value: row["weight"])
      }
      weights[row["feature"]] = weight
    }
    bias = weights["bias"] ?? 0
    self.weights = weights
  }

  /// The score of an example, as log odds; every feature named counts once for each time it is named.
  public func score(_ features: [String]) -> Double {
    features.reduce(bias) { $0 + (weights[$1] ?? 0) }
  }

  /// The score from which an example of this kind is taken, as log odds; 0 where the model sets none.
  public func threshold(_ name: String) -> Double { weights["threshold=" + name] ?? 0 }
}
