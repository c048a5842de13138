import PatchworkText

/// An example with its features by name.
struct NamedExample {
  var features: [String]
  var isPositive: Bool
  var weight: Double
}

extension LinearModel {
  /// Fits a model to examples; features of fewer examples than `rare` are left out.
  static func fitted(to examples: [NamedExample], penalty: Double, rare: Int) -> LinearModel {
    var counts: [String: Int] = [:]
    for example in examples {
      for feature in Set(example.features) { counts[feature, default: 0] += 1 }
    }
    let names = counts.filter { $0.value >= rare }.keys.sorted()
    let number = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($0.element, Int32($0.offset)) })
    let numbered = examples.map { example in
      LogisticRegression.Example(
        features: Set(example.features).compactMap { number[$0] }.sorted(),
        isPositive: example.isPositive, weight: example.weight)
    }
    let fitted = LogisticRegression(penalty: penalty).fit(numbered, featureCount: names.count)
    return LinearModel(
      weights: Dictionary(uniqueKeysWithValues: zip(names, fitted.weights)), bias: fitted.bias)
  }
}
