import PatchworkRecord
import PatchworkText

/// A number as its words bound it, before anything is known of what it counts.
struct Quantity: Hashable, Sendable {
  /// The number's own atoms.
  var core: Range<Int>
  /// The same with bounding words before and behind.
  var atoms: Range<Int>
  var low: Int?
  var high: Int?
  var relation: CountRelation
  var convention: String?
  var isAdditional = false
  /// Whether the article "a" stands for the number ("a man").
  var isArticle = false

  init(core: Range<Int>, low: Int?, high: Int?, relation: CountRelation, convention: String? = nil)
  {
    self.core = core
    atoms = core
    self.low = low
    self.high = high
    self.relation = relation
    self.convention = convention
  }

  /// Bounds an exact number as words around it say.
  mutating func bound(by relation: CountRelation) {
    // A range and a vague word keep their own bounds, whatever stands before them.
    guard self.relation == .exact, let value = low else { return }
    self.relation = relation
    switch relation {
    case .atLeast, .moreThan: (low, high) = (value, nil)
    case .atMost, .lessThan, .nearly: (low, high) = (nil, value)
    case .exact, .approx, .range, .vague: (low, high) = (value, value)
    }
  }
}
