import PatchworkRecord

/// The grade of an incident in Airwars' words, with the rule that gave it and the accounts that it rests on.
///
/// Source: Airwars' methodology note on grading; independence of sources is computed here, from origins. `discounted` is
/// given by a person only.
public struct IncidentGrade: Hashable, Sendable {
  /// The words.
  public enum Word: String, Sendable, CaseIterable {
    /// A party that is said to have done it accepts it.
    case confirmed
    /// Several independent origins tell it, and none of the parties blamed is another's.
    case fair
    /// One origin tells it.
    case weak
    /// Different parties are blamed.
    case contested
    /// A person found it not to have been.
    case discounted
    /// No account holds that it was.
    case ungraded
  }

  /// The word.
  public let word: Word
  /// The rule that gave it ("blamed party accepts", "different parties blamed", "independent origins", "one origin").
  public let rule: String
  /// Positions, in what was graded, of the accounts that it rests on.
  public let accounts: [Int]

  /// Grades the accounts of an incident.
  public init(_ accounts: [IncidentAccount], parties: Parties) {
    let positions = accounts.map { Position($0.account, parties: parties) }
    let asserting = positions.indices.filter { positions[$0].holding == .asserts }
    let accepting = accounts.indices.filter {
      [.admit, .claimResponsibility].contains(accounts[$0].account.stance)
        && accounts[$0].account.polarity == .positive
    }
    let blaming = asserting.filter { !positions[$0].blamed.isEmpty }
    let answers = Set(blaming.map { Set(positions[$0].blamed) })
    if !accepting.isEmpty {
      (word, rule, self.accounts) = (.confirmed, "blamed party accepts", accepting)
    } else if Self.exclude(answers) {
      (word, rule, self.accounts) = (.contested, "different parties blamed", blaming)
    } else if asserting.isEmpty {
      (word, rule, self.accounts) = (.ungraded, "no account holds that it was", [])
    } else if Set(asserting.map { accounts[$0].origin }).count >= 2 {
      (word, rule, self.accounts) = (.fair, "independent origins", asserting)
    } else {
      (word, rule, self.accounts) = (.weak, "one origin", asserting)
    }
  }

  /// Whether some two answers have no party in common.
  private static func exclude(_ answers: Set<Set<Parties.Party>>) -> Bool {
    let list = Array(answers)
    return list.indices.contains { i in
      list.indices.contains { j in i < j && list[i].isDisjoint(with: list[j]) }
    }
  }
}
