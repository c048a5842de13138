/// Whether a report is still told.
public enum ReportState: String, Sendable, CaseIterable {
  /// It is told.
  case kept
  /// It tells nothing any more; all that it was is still in the record, and it can be put back.
  case withdrawn
  /// Its words are gone for good; hashes of them are left.
  case expunged
}

/// On what grounds the words of a report may be taken out for good.
public enum ExpungingGround: String, Sendable, CaseIterable {
  /// It gives away personal data of somebody.
  case personalData = "personal-data"
  /// Somebody is in danger by it.
  case safety
  /// A court or an authority orders it.
  case legalOrder = "legal-order"
  /// It holds a secret that must not have come here.
  case secret
}

/// What is decided about keeping a report, and what is asked for.
public struct Keeping: Hashable, Sendable {
  /// Whether it is told.
  public var state: ReportState
  /// Whether it must not be taken out for good, whatever is asked.
  public var isHeld: Bool
  /// The entry by which somebody asked to take its words out for good, who asked, and on what ground; nil where nobody does.
  public var asked: Asked?

  /// Somebody's wish to take a report's words out for good.
  public struct Asked: Hashable, Sendable {
    /// Number of the journal's entry.
    public var entry: Int
    /// Who asks; somebody else approves it.
    public var who: String
    /// On what ground.
    public var ground: ExpungingGround
  }
}

/// Why a report cannot be withdrawn, put back or taken out.
public enum KeepingError: Error, Equatable, Sendable {
  /// There is no report of that name.
  case none(String)
  /// The report is in another state than the one that is asked for.
  case state(ReportState)
  /// The report is held.
  case held(String)
  /// Nobody asked for it, or whoever asked approves it as well.
  case unasked(String)
  case ownApproval(String)
}
