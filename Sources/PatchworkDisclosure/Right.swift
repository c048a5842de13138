/// What may be seen of a record: what is redacted, or under a warrant all of it.
public enum Right: Hashable, Sendable {
  /// Names of private persons, contacts, exact sensitive places and movements that have not ended are left out.
  case redacted
  /// Everything, by someone who answers for it.
  case full(Warrant)

  /// Whether nothing is left out.
  public var isFull: Bool { if case .full = self { true } else { false } }
}

/// Who sees a record unredacted, and why; whoever acts on one enters it in the journal first.
public struct Warrant: Hashable, Sendable {
  /// The name of who asks.
  public let who: String
  /// Why.
  public let reason: String

  /// Makes a warrant, or nil where the name or the reason is blank.
  public init?(who: String, reason: String) {
    func isBlank(_ text: String) -> Bool { text.utf8.allSatisfy { $0 <= 0x20 } }
    guard !isBlank(who), !isBlank(reason) else { return nil }
    self.who = who
    self.reason = reason
  }
}
