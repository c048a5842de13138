import PatchworkText

/// A run of words that may name a place.
struct PlaceMention {
  /// What the run is known to be before it is resolved.
  enum Sort {
    case name, demonym, border
  }

  var span: Span
  /// The folded words.
  var words: Range<Int>
  var candidates: [PlaceNumber]
  /// The candidates that bear the name only as an alternate one.
  var alternates: Set<PlaceNumber> = []
  var sort: Sort = .name
  /// Whether a recogniser takes it for a place.
  var isRecognised: Bool
  /// Whether a recogniser takes it for a person and nothing nearby speaks for a place.
  var isDoubted = false
  /// How well a place fits where it stands.
  var fit = PlaceToken.Fit.unknown
  /// Whether it stands for its rulers.
  var speaks: Bool
  /// What the words around it say it is.
  var level: PlaceKind.Level?
  /// The word that says it ("province", "county"), by number.
  var kindWord: Int?
  /// A direction that makes a part of it ("east", "northern"), or nil.
  var direction: String?
  /// Whether the direction belongs to the name itself ("Eastern Ghouta").
  var isDirectionInName = false
  /// Whether the direction before it is capitalised like the name ("West Wing").
  var isDirectionCapital = false
  /// Words that put something by it, not in it ("near", "15 km north of", "outskirts of"), or nil.
  var relation: PlaceRelation?
  /// The country beyond a border, where the text names it.
  var beyond: PlaceNumber?
  /// The mention that the text says it lies in, by index.
  var container: Int?
  /// Whether the text says that it lies near that mention rather than in it.
  var isNearContainer = false
  /// Whether the text goes on with a third name, so that the second may only be next in a list ("Washington, New York and Boston").
  var isListed = false
  /// Whether only its spelling is like the candidates' names.
  var isFuzzy = false
}
