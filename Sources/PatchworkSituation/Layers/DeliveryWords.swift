import PatchworkRecord
import PatchworkText

/// Tells the state of a delivery from what is said of its approval or of access: a convoy that was approved, waits or was turned back.
struct DeliveryWords: Sendable {
  private let words: [[UInt8]]

  /// Reads the table `aid-words.tsv` that ships with the target.
  init() throws(LexiconError) {
    words = try LexiconFolder.table("aid-words.tsv").rows.map { Array($0["words"].utf8) }
  }

  /// The state of the delivery that a condition's sentence speaks of, nil where it speaks of none; `told` is the state that its
  /// own words tell.
  func state(of condition: Condition, in sentence: String, told: String?) -> String? {
    let state: String? =
      switch (condition.kind, condition.value) {
      case (.approval, "approved"): "approved"
      case (.approval, "awaited"): "requested"
      case (.access, "denied"): told == "turned back" || told == "requested" ? told : nil
      default: nil
      }
    guard let state else { return nil }
    let text = WordBeginnings.folded(sentence)
    return words.contains { WordBeginnings.stand($0, in: text) } ? state : nil
  }
}
