import PatchworkRecord

/// The state that a row's construction tells in its standing, one of its kind's closed list.
enum ConditionValue {
  /// The value, or nil where nothing is asserted: a mere possibility, a wish, a plan that makes no state.
  static func value(
    of row: ConditionRow, standing: ConditionStanding.Standing, isYet: Bool
  ) -> String? {
    switch row.kind {
    case .threat: return standing == .notSo ? nil : row.value
    case .truce: return truce(row, standing)
    default: break
    }
    switch standing {
    case .so: return row.value
    case .notSo:
      return row.kind == .approval && isYet && row.value == "approved" ? "awaited" : row.negated
    case .ahead: return standsAhead(row) ? row.value : nil
    case .wished, .open: return nil
    }
  }

  /// A truce that is to begin is declared, one that is to end is in force, one that ought to be is proposed.
  private static func truce(
    _ row: ConditionRow, _ standing: ConditionStanding.Standing
  ) -> String? {
    if row.value == "proposed" || row.value == "rejected" {
      return standing == .notSo ? nil : row.value
    }
    switch standing {
    case .so: return row.value
    case .notSo: return row.negated
    case .ahead:
      switch row.value {
      case "in force": return "declared"
      case "over": return "in force"
      case "violated": return nil
      default: return row.value
      }
    case .wished: return row.value == "over" || row.value == "violated" ? nil : "proposed"
    case .open: return nil
    }
  }

  /// Whether what is announced already is the state: a road that will be open, a convoy that will be let in.
  private static func standsAhead(_ row: ConditionRow) -> Bool {
    switch row.kind {
    case .road, .crossing: row.value != "held"
    case .access: row.value == "allowed" || row.value == "denied"
    case .flight: row.value == "no flights" || row.value == "grounded"
    case .approval: row.value == "awaited"
    default: false
    }
  }
}
