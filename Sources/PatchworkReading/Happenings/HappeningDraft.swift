import PatchworkRecord
import PatchworkText

/// A trigger with its participants, before mentions of one happening are joined.
struct HappeningDraft: Sendable {
  let match: TriggerMatch
  let isVerb: Bool
  var type: HappeningType
  var actor: Int?
  var target: Int?
  var weapon: Int?
  var modality: Modality?
  /// Heads of drafts joined into this one, whose phrases may give tolls.
  var joined: [Int] = []
  var tolls: [Toll]

  var head: Int { match.head }

  /// Whether it tells an outcome (dead, wounded, destroyed) that may belong to a told means.
  var isOutcome: Bool {
    type == .killing || match.row.roles.contains(.injury) || type == .destruction
  }

  /// Whether it tells a means that outcomes may belong to.
  var isMeans: Bool {
    switch type {
    case .airStrike, .shelling, .clash, .bombing, .chemicalAttack, .shooting, .attack, .aidAttack,
      .protest:
      true
    default: false
    }
  }
}
