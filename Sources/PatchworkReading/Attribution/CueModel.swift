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

  /// The score of a candidate with these features, as log odds.
  func score(_ features: [String]) -> Double { model.score(features) }

  /// The score from which candidates of a kind are taken.
  func threshold(_ kind: CueKind) -> Double { thresholds[kind, default: 0] }

  /// The features that weigh most, heaviest first, each with its weight.
  func heaviest(_ features: [String], _ count: Int) -> [String] {
    features.map { ($0, model.weights[$0] ?? 0) }.filter { $0.1 != 0 }
      .sorted { (abs($0.1), $1.0) > (abs($1.1), $0.0) }.prefix(count)
      .map { "\($0.0) \(Decimals.two($0.1))" }
  }

  /// Whether a candidate with these features is an attribution; words of the lexicon need less to be taken.
  func accepts(_ features: [String], _ kind: CueKind) -> Bool {
    model.score(features) >= thresholds[kind, default: 0]
  }
}
