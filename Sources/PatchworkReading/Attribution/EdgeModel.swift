import Foundation
import PatchworkText

/// The trained model of where the words of a speaker end: from place to place, whether they end there or go on.
struct EdgeModel: Sendable {
  private let model: LinearModel

  /// Reads the weights that ship with the target.
  init() throws(LexiconError) {
    model = try LinearModel(try LexiconFolder.table("edge-weights.tsv"))
  }

  /// The likeliest of the places of a scene: that they go on at all before it, and end there.
  func end(of scene: EdgeScene, _ features: (Int) -> [String]) -> Int {
    Self.end(of: scene.places.dropLast().map { model.score(features($0)) }, scene.places)
  }

  /// The likeliest of some places, given the log odds of ending at each but the last.
  static func end(of scores: [Double], _ places: [Int]) -> Int {
    var best = (place: places[0], chance: -Double.infinity)
    var goingOn = 0.0
    for (number, place) in places.enumerated() {
      let score = number < scores.count ? scores[number] : .infinity
      let chance = goingOn - softplus(-score)
      if chance > best.chance { best = (place, chance) }
      goingOn -= softplus(score)
    }
    return best.place
  }

  /// log(1 + eˣ), without overflow.
  private static func softplus(_ x: Double) -> Double {
    if x == -.infinity { return 0 }
    return max(x, 0) + log(1 + exp(-abs(x)))
  }
}
