import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Times that name no day: "now", "recently", "in the future", "daily".
extension TimeScan {
  func loose(at start: Int) -> TimeMatch? {
    switch kind(start) {
    case .now: return reference(start..<start + 1, "PRESENT_REF", rule: "present")
    case .lately: return reference(start..<start + 1, "PAST_REF", rule: "past")
    case .the where kind(start + 1) == .soon && tag(start + 1) == .nn && isPhrase(start + 2):
      return reference(start..<start + 2, "FUTURE_REF", rule: "future")
    case .the where kind(start + 1) == .past && tag(start + 1) == .nn && isPhrase(start + 2):
      return reference(start..<start + 2, "PAST_REF", rule: "past")
    case .periodic:
      guard let unit = TimeUnit(rawValue: value(start)) else { return nil }
      var match = TimeMatch(
        start..<start + 1, .set, nil, precision: unit.precision, length: unit.length(1),
        rule: "every")
      match.value = unit.length(1)
      return match
    default: return nil
    }
  }

  /// Whether no noun follows, so that the word before is a noun itself.
  private func isPhrase(_ index: Int) -> Bool {
    switch tag(index) {
    case .nn, .nns, .nnp, .nnps: return index >= atoms.count
    default: return true
    }
  }

  private func reference(_ atoms: Range<Int>, _ value: String, rule: String) -> TimeMatch {
    var match = TimeMatch(atoms, nil, precision: 5, rule: rule)
    match.value = value
    return match
  }
}
