public import PatchworkText

/// Chooses the incident that an occurrence joins.
public struct IncidentChoice: Sendable {
  /// Compares occurrences.
  public let matcher: OccurrenceMatcher

  /// Members of an incident that an occurrence is compared with at most: the first ones and, beside them, the one that it
  /// is most like.
  public static let comparedMembers = 16

  /// Makes a choice with the tables that ship with the target.
  public init() throws(LexiconError) { matcher = try OccurrenceMatcher() }

  /// How an occurrence compares with an incident.
  public struct Fit: Hashable, Sendable {
    /// In part by the member that it is most like, in part by all that it is compared with.
    public let score: Double
    /// Position of that member in what was given.
    public let like: Int
    /// How it compares with that member.
    public let match: OccurrenceMatch
  }

  /// How an occurrence fits an incident, by its members in their order; nil where one of them cannot be the same moment
  /// or is of the same report.
  ///
  /// `alike` names members that are compared whatever their place in the order.
  public func fit(_ occurrence: Occurrence, _ members: [Occurrence], alike: [Int] = []) -> Fit? {
    var total = 0.0
    var compared = 0
    var best: (like: Int, match: OccurrenceMatch)?
    for (index, member) in members.enumerated()
    where index < Self.comparedMembers || alike.contains(index) {
      guard member.report != occurrence.report, let match = matcher.match(member, occurrence)
      else { return nil }
      if index < Self.comparedMembers {
        total += match.score
        compared += 1
      }
      if match.score > best?.match.score ?? -.infinity { best = (index, match) }
    }
    guard let best, best.match.isGrounded else { return nil }
    let all = matcher.weights.allMembers
    return Fit(
      score: best.match.score * (1 - all) + total / Double(compared) * all, like: best.like,
      match: best.match)
  }
}
