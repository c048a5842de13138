/// What a user of a record may do; each role may do what those before it may.
public enum Role: String, Sendable, CaseIterable, Comparable {
  /// Sees the record, redacted.
  case reader
  /// Sees all of it, adds reports, judges what was read and linked.
  case analyst
  /// Works the queue: grades, merges, splits, settles conflicts, undoes what others decided.
  case reviewer
  /// Manages users and tokens, and sees who did what.
  case manager

  /// By what may be done.
  public static func < (a: Self, b: Self) -> Bool { a.rank < b.rank }

  private var rank: Int {
    switch self {
    case .reader: 0
    case .analyst: 1
    case .reviewer: 2
    case .manager: 3
    }
  }
}
