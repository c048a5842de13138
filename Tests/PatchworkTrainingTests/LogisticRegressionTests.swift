import Testing

@testable import PatchworkTraining

@Suite struct LogisticRegressionTests {
  /// Feature 0 says yes four times in five, feature 1 once in five, feature 2 is there always.
  private var examples: [LogisticRegression.Example] {
    (0..<100).map { number in
      let isFirst = number % 2 == 0
      let isRegular = number % 10 < 8
      return .init(
        features: isFirst ? [0, 2] : [1, 2], isPositive: isFirst == isRegular, weight: 1)
    }
  }

  @Test func `weights go the way of the examples`() {
    let fitted = LogisticRegression(penalty: 0.01).fit(examples, featureCount: 3)
    #expect(fitted.weights[0] > 1)
    #expect(fitted.weights[1] < -1)
    let odds = fitted.weights[0] + fitted.weights[2] + fitted.bias
    // Four to one are log odds of 1.386.
    #expect(abs(odds - 1.386) < 0.05)
  }

  @Test func `a heavier penalty draws weights to zero`() {
    let light = LogisticRegression(penalty: 0.01).fit(examples, featureCount: 3)
    let heavy = LogisticRegression(penalty: 100).fit(examples, featureCount: 3)
    #expect(abs(heavy.weights[0]) < abs(light.weights[0]) / 4)
  }

  @Test func `an example that weighs twice counts as two`() {
    let once = examples.map { example in
      var example = example
      example.weight = 2
      return example
    }
    let doubled = LogisticRegression(penalty: 1).fit(once, featureCount: 3)
    let repeated = LogisticRegression(penalty: 1).fit(examples + examples, featureCount: 3)
    for (a, b) in zip(doubled.weights, repeated.weights) { #expect(abs(a - b) < 1e-6) }
  }

  @Test func `the same examples give the same bits`() {
    let first = LogisticRegression(penalty: 1).fit(examples, featureCount: 3)
    let second = LogisticRegression(penalty: 1).fit(examples, featureCount: 3)
    #expect(first.weights == second.weights && first.bias == second.bias)
  }

  @Test func `no examples give no weights`() {
    let fitted = LogisticRegression(penalty: 1).fit([], featureCount: 2)
    #expect(fitted.weights == [0, 0] && fitted.bias == 0)
  }
}
