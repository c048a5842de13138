public import PatchworkLinking

/// An incident as lists of what waits show it.
public struct OutlinedIncident: Sendable {
  /// Its code.
  public var id: String
  /// What, where and when, as its accounts say together.
  public var summary: IncidentSummary
  /// What follows from its accounts, as far as lists say it.
  public var outline: IncidentOutline
  /// The grade that a person gave it, nil where nobody did.
  public var graded: IncidentGrade.Word?

  /// The grade: a person's where one gave it, else by the rules.
  public var gradeWord: IncidentGrade.Word { graded ?? outline.grade.word }
}
