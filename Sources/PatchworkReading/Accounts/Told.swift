import PatchworkRecord

/// A happening with the tokens that tell it.
struct ToldHappening: Sendable {
  /// The token that governs the trigger.
  var head: Int
  /// The clause that tells it.
  var clause: Range<Int>
  /// The head of the actor's phrase, for resolving who it is.
  var actorHead: Int?
  /// The head of the target's phrase.
  var targetHead: Int?
  /// What happened.
  var happening: Happening
}

/// A condition with the tokens that assert it.
struct ToldCondition: Sendable {
  /// The token that governs the trigger.
  var head: Int
  /// The clause that asserts it.
  var clause: Range<Int>
  /// The head of the holder's phrase, for resolving who it is.
  var holderHead: Int?
  /// Whom a threat or an ultimatum addresses, as written, or nothing.
  var addressee = ""
  /// The state asserted.
  var condition: Condition
}
