import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

extension IncidentPage {
  /// What a claim about a weapon can rest on, from the least to the most.
  enum Rung: String, CaseIterable {
    case alleged, shown
    case munitionSeen = "munition-seen"
    case modelIdentified = "model-identified"
    case laboratory

    /// What it is, for people.
    var words: String {
      switch self {
      case .alleged: "Alleged"
      case .shown: "Pictures spoken of"
      case .munitionSeen: "Type of munition said to be seen"
      case .modelIdentified: "Model said to be identified"
      case .laboratory: "Examined, as it is said, in a laboratory"
      }
    }

    /// The kinds of evidence that reach it.
    var kinds: [EvidenceKind] {
      switch self {
      case .alleged: []
      case .shown: [.mediaShared, .mediaSeen]
      case .munitionSeen: [.munitionSeen]
      case .modelIdentified: [.modelIdentified]
      case .laboratory: [.laboratory]
      }
    }
  }

  /// The weapons that are named and what that is said to rest on, rung by rung, each its speaker's.
  var weapons: HTML {
    let ladder = ladder
    guard ladder.contains(where: { !$0.claims.isEmpty }) else { return "" }
    let items = ladder.map { step -> HTML in
      let claims = step.claims.map { claim -> HTML in
        let (report, account) = (claim.entry.report, claim.entry.account)
        return """
          <a href="\(Address.account(report, account.number))"><q>\(claim.words)</q></a> \(Said.speaker(account))
          """
      }
      let none: HTML = "<span class=\"no\">by no account</span>"
      return """
        <li><b>\(step.rung.words)</b>: \(claims.isEmpty ? none : HTML(claims, separator: "; "))</li>

        """
    }
    return """
      <section id="weapons"><h2>Weapons, and what it rests on</h2>
      <p class="lead">As speakers say it, from the least to the most that a claim can rest on. The record has seen, identified and \
      tested nothing.</p>
      <ol class="plain ladder">
      \(items)</ol></section>

      """
  }

  /// What accounts say on each rung: the words, each once for each speaker, with the account that has them.
  var ladder: [(rung: Rung, claims: [(words: String, entry: IncidentAccount)])] {
    Rung.allCases.map { rung in
      var seen: Set<String> = []
      let claims = view.accounts.flatMap { entry -> [(words: String, entry: IncidentAccount)] in
        let said =
          rung == .alleged
          ? [entry.account.happening?.weapon].compactMap { $0 }
          : entry.account.evidence.filter { rung.kinds.contains($0.kind) }.map(\.quote)
        return said.map(\.text).filter { words in
          seen.insert("\(words.lowercased()) \(entry.account.speaker)").inserted
        }.map { ($0, entry) }
      }
      return (rung, claims)
    }
  }
}
