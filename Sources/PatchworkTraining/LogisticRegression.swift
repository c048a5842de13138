import Glibc

/// L2-regularised logistic regression by cyclic coordinate descent.
///
/// The steps are the bounded Newton steps of Genkin, Lewis and Madigan (Technometrics 49, 2007). One thread and a fixed
/// order: the same examples give the same weights.
struct LogisticRegression {
  /// One example: the numbers of its features, each counted once, whether it is positive, and what it weighs.
  struct Example {
    var features: [Int32]
    var isPositive: Bool
    var weight: Double
  }

  /// How strongly weights are drawn to zero: the factor of half the sum of their squares.
  var penalty: Double
  /// The largest number of rounds over all features.
  var rounds = 120
  /// The step under which a round counts as the last.
  var tolerance = 1e-3

  /// The weights, one a feature, and the bias.
  func fit(_ examples: [Example], featureCount: Int) -> (weights: [Double], bias: Double) {
    var columns = [[Int32]](repeating: [], count: featureCount + 1)
    for (number, example) in examples.enumerated() {
      for feature in example.features { columns[Int(feature)].append(Int32(number)) }
      columns[featureCount].append(Int32(number))
    }
    var margins = [Double](repeating: 0, count: examples.count)
    var weights = [Double](repeating: 0, count: featureCount + 1)
    var reach = [Double](repeating: 1, count: featureCount + 1)
    for _ in 0..<rounds {
      var largest = 0.0
      // The bias comes last and is not drawn to zero.
      for column in columns.indices {
        let drawn = column == featureCount ? 0 : penalty
        var slope = drawn * weights[column]
        var bend = drawn + 1e-9
        for number in columns[column] {
          let example = examples[Int(number)]
          let margin = margins[Int(number)]
          let chance = 1 / (1 + exp(-margin))
          slope += example.weight * (chance - (example.isPositive ? 1 : 0))
          let beyond = abs(margin) - reach[column]
          bend += example.weight * (beyond <= 0 ? 0.25 : 1 / (2 + exp(beyond) + exp(-beyond)))
        }
        let step = max(-reach[column], min(reach[column], -slope / bend))
        guard step != 0 else { continue }
        weights[column] += step
        for number in columns[column] { margins[Int(number)] += step }
        reach[column] = max(2 * abs(step), reach[column] / 2)
        largest = max(largest, abs(step))
      }
      if largest < tolerance { break }
    }
    return (Array(weights.dropLast()), weights[featureCount])
  }
}
