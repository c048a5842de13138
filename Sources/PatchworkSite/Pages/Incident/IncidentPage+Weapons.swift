import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

extension IncidentPage {
  /// What a claim about a weapon can rest on, from the least to the most.
  private enum Rung: CaseIterable {
    case alleged, shown, munitionSeen, modelIdentified, laboratory

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
    let rungs = Rung.allCases.map { (rung: $0, claims: claims($0)) }
    guard rungs.contains(where: { !$0.claims.isEmpty }) else { return "" }
    let items = rungs.map { entry -> HTML in
      let none: HTML = "<span class=\"no\">by no account</span>"
      return """
        <li><b>\(entry.rung.words)</b>: \(entry.claims.isEmpty ? none : HTML(entry.claims, separator: "; "))</li>

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

  /// What accounts say on one rung: the words, which lead to their sentence, and who says so, each once.
  private func claims(_ rung: Rung) -> [HTML] {
    var seen: Set<String> = []
    return view.accounts.flatMap { entry -> [HTML] in
      let said =
        rung == .alleged
        ? [entry.account.happening?.weapon].compactMap { $0 }
        : entry.account.evidence.filter { rung.kinds.contains($0.kind) }.map(\.quote)
      return said.compactMap { quote in
        let key = "\(quote.text.lowercased()) \(entry.account.speaker)"
        guard seen.insert(key).inserted else { return nil }
        return """
          <a href="\(Address.account(entry.report, entry.account.number))"><q>\(quote.text)</q></a> \(Said.speaker(entry.account))
          """
      }
    }
  }
}
