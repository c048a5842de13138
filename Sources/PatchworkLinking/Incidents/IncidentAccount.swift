public import PatchworkRecord

/// An account on an incident, with what is known of its report.
public struct IncidentAccount: Hashable, Sendable {
  /// Identifier, day of publication and outlet of the report.
  public var report: String
  /// Day of publication of the report.
  public var published: CivilDay?
  /// Outlet of the report.
  public var outlet: String
  /// The account.
  public var account: Account
  /// The report that its words come from: another than its own where they stand in a copied passage.
  public var origin: String

  /// Makes an account on an incident.
  public init(
    report: String, published: CivilDay?, outlet: String, account: Account, origin: String
  ) {
    self.report = report
    self.published = published
    self.outlet = outlet
    self.account = account
    self.origin = origin
  }

  /// Order by publication, report and number; unknown days come last.
  public static func precedes(_ a: IncidentAccount, _ b: IncidentAccount) -> Bool {
    let (x, y) = (a.published?.number ?? .max, b.published?.number ?? .max)
    return (x, a.report, a.account.number) < (y, b.report, b.account.number)
  }
}

extension Source {
  /// The name by which the speaker is the same in other reports; empty where nothing says that two of them are one.
  var lastingName: String {
    switch kind {
    case .author, .unstated, .anonymous, .collective: ""
    case .person, .organisation, .role, .document, .medium: who
    }
  }
}
