import PatchworkText

/// The trained model that tells an attribution from words that only have the form of one.
struct CueModel: Sendable {
  private let model: LinearModel
  private let thresholds: [CueKind: Double]

  /// Reads the weights that ship with the target.
  init() throws(LexiconError) {
    model = try LinearModel(try LexiconFolder.table("cue-weights.tsv"))
    var thresholds: [CueKind: Double] = [:]
    for kind in CueKind.allCases { thresholds[kind] = model.threshold(kind.rawValue) }
    self.thresholds = thresholds
  }

  /// Whether a candidate with these features is an attribution; words of the lexicon need less to be taken.
  func accepts(_ features: [String], _ kind: CueKind) -> Bool {
    model.score(features) >= thresholds[kind, default: 0]
  }
}
