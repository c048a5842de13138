import PatchworkRecord
import PatchworkText

/// A place in the tree where a happening's toll may be told.
struct Toll: Hashable, Sendable {
  /// What a number there counts.
  enum Kind: Sendable {
    case killed, injured, affected
  }

  var kind: Kind
  /// The word that tells the toll.
  var word: Int
  /// Head of the phrase of those counted, or nil where none is named.
  var people: Int?
}

/// A happening as the tree tells it, before times, places and counts are attached.
struct HappeningMention: Hashable, Sendable {
  /// The words that name it.
  var trigger: Range<Int>
  /// The word of the trigger that governs the rest.
  var head: Int
  var type: HappeningType
  var modality: Modality
  /// The phrase of the one who did it.
  var actor: Range<Int>?
  /// Head word of the actor's phrase.
  var actorHead: Int?
  /// The phrase of the one it befell.
  var target: Range<Int>?
  /// Head word of the target's phrase.
  var targetHead: Int?
  /// The phrase of the weapon.
  var weapon: Range<Int>?
  /// The clause that tells it, without introducing words and closing marks.
  var clause: Range<Int>
  /// Where numbers of this happening's killed, injured and otherwise affected may stand.
  var tolls: [Toll]
  /// Words below which times and places of this happening stand.
  var anchors: [Int]
  /// The earlier mention that this one takes up ("the attack"), by its place in the list.
  var takesUp: Int?
}
