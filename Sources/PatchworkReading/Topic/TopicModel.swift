import PatchworkText

/// The trained model that tells reports of conflict, violence and unrest from sport, markets, film, history and the like.
struct TopicModel: Sendable {
  private let model: LinearModel
  private let short: Double
  private let long: Double

  /// How many different words a short text has at most, and a long one at least.
  private static let lengths = (short: 20.0, long: 60.0)

  /// Reads the weights that ship with the target.
  init() throws(LexiconError) {
    model = try LinearModel(try LexiconFolder.table("topic-weights.tsv"))
    short = model.threshold("short")
    long = model.threshold("long")
  }

  /// How far a text is from being quiet, as log odds over the threshold; below zero, nothing in it is a happening.
  ///
  /// A short text, which tells little of what it is about, needs more to be taken for quiet than a long one.
  func margin(_ tree: ParseTree) -> Double {
    let features = TopicFeatures(tree).features(in: 0..<tree.count)
    let (least, most) = Self.lengths
    let share = min(1, max(0, (Double(features.count) - least) / (most - least)))
    return model.score(features) - (short + share * (long - short))
  }
}
