import PatchworkRecord

/// A number with what it counts, and the tokens that say so.
struct CountMention: Hashable, Sendable {
  /// The count.
  var count: Count
  /// The tokens of number and counted noun, from the first bounding word on.
  var tokens: Range<Int>
  /// The token that heads the counted phrase in the tree: the noun, "dozens" of "dozens of people", or the
  /// number itself where no noun is said.
  var head: Int
  /// What sort of thing is counted, nil where no known noun is said.
  var kind: UnitKind?
  /// The token that showed what the number counts ("killed"), or nil.
  var measureToken: Int?

  /// Whether people are counted, as far as the words tell.
  var countsPeople: Bool { kind == .people || (kind == nil && count.unit == "person") }
}

/// What sort of thing a noun counts.
enum UnitKind: String, Sendable {
  case people, group, vehicle, munition, place, aid, event, time, measure, money
}
