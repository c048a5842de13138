import PatchworkRecord

/// What a claim rests on: constructions that fit, those of the same word that did not, and what rests with other claims.
extension Explainer {
  func evidence(
    of account: Account, in sentence: Range<Int>, _ told: [EvidenceReader.Told]
  ) -> [Explanation.Decision] {
    let others = told.filter {
      sentence.contains($0.head) && !account.evidence.contains($0.evidence)
    }.map { "\(described($0.evidence)): told with another claim" }
    return told.filter { account.evidence.contains($0.evidence) }.map { piece in
      Explanation.Decision(
        step: .evidence, chosen: described(piece.evidence), rule: piece.row.construction.described,
        lost: unfit(before: piece) + others)
    }
  }

  private func described(_ evidence: Evidence) -> String {
    "\(evidence.kind.rawValue) “\(evidence.quote.text)”"
  }

  /// The rows of the same word that were tried before and do not fit.
  private func unfit(before piece: EvidenceReader.Told) -> [String] {
    let rows = lexicons.evidence.rows[steps.lexical.lemmas[piece.head]] ?? []
    return rows.prefix { $0.construction.origin != piece.row.construction.origin }.map { row in
      let reason = matcher.misfit(row.construction, at: piece.head) ?? row.need.lack
      return "\(row.kind.rawValue) (\(row.construction.origin)): \(reason)"
    }
  }
}

extension EvidenceRow.Need {
  /// What is missing where it is not met, in words.
  fileprivate var lack: String {
    switch self {
    case .nothing: ""
    case .looker: "names nobody who looked"
    case .model: "names no model"
    }
  }
}
