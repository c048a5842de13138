import PatchworkLinking
import PatchworkRecord
public import PatchworkText

/// What became of a proposal: who rejected it and why, what was proposed against it, and what followed.
public struct ProposalCourse: Sendable {
  /// A rejection with the ground that its sentence gives.
  public struct Rejection: Sendable {
    /// The act.
    public let act: TruceAct
    /// From the word that gives the reason to the end of the sentence; empty where none is given.
    public let ground: String
  }

  /// The rejections, in order.
  public let rejections: [Rejection]
  /// Proposals of others in the days after it.
  public let counters: [Instrument]
  /// What was declared, in force or over in the days after it, the first act of each instrument and state.
  public let followed: [(instrument: String, act: TruceAct)]
}

/// Follows proposals through what was said after them.
public struct ProposalReader: Sendable {
  private let grounds: GroundWords

  /// Days after a proposal in which something may have followed.
  public static let days = 21

  /// Makes a reader with the tables that ship with the target.
  public init() throws(LexiconError) { grounds = try GroundWords() }

  /// What became of a proposal among what was said of truces.
  public func course(of proposal: Instrument, in ceasefires: Ceasefires) -> ProposalCourse {
    let rejections = proposal.acts.filter { $0.state == .rejected }.map {
      ProposalCourse.Rejection(act: $0, ground: grounds.ground(of: $0.said.sentence))
    }
    guard let day = proposal.acts.first?.said.published else {
      return ProposalCourse(rejections: rejections, counters: [], followed: [])
    }
    func isAfter(_ other: CivilDay?) -> Bool {
      other.map { $0 >= day && $0 <= day + Self.days } ?? false
    }
    let proposer = proposal.acts[0].speaker
    let counters = ceasefires.proposals.filter {
      $0.id != proposal.id && $0.acts[0].speaker != proposer && isAfter($0.acts[0].said.published)
    }
    var seen: Set<String> = []
    let followed = ceasefires.instruments.flatMap { instrument in
      instrument.acts.filter {
        $0.holding == .asserts && isAfter($0.said.published)
          && seen.insert("\(instrument.id)/\($0.state.rawValue)").inserted
      }.map { (instrument: instrument.id, act: $0) }
    }
    return ProposalCourse(rejections: rejections, counters: counters, followed: followed)
  }
}
