import PatchworkText

/// The trained model that tells whether a phrase at the edge of a content is said by the speaker.
struct EdgeModel: Sendable {
  private let model: LinearModel
  private let inside: Double
  private let outside: Double

  /// Reads the weights that ship with the target.
  init() throws(LexiconError) {
    model = try LinearModel(try LexiconFolder.table("edge-weights.tsv"))
    inside = model.threshold("in")
    outside = model.threshold("out")
  }

  /// Whether the phrase belongs to the content: one that lies inside it needs less to stay than one outside to come in.
  func belongs(_ piece: EdgePiece, _ features: [String]) -> Bool {
    model.score(features) >= (piece.isInside ? inside : outside)
  }
}
