import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Says of every account of a reading by which rules it came about and what lost.
///
/// Works from the steps of the reading and asks the same matchers, models and lexicons again.
struct Explainer {
  let steps: ReadingSteps
  let attribution: AttributionReader
  let speakers: SpeakerLexicon
  let lexicons: HappeningLexicons
  let evidence: EvidenceReader

  var tree: ParseTree { steps.document.tree }

  /// One explanation an account, in their order.
  func explanations() -> [Explanation] {
    let scored = scoredCandidates()
    let told = evidence.evidence(in: steps.lexical)
    return steps.reading.accounts.enumerated().map { index, account in
      let sentence = tree.tokens(covering: account.sentence.span) ?? 0..<0
      var decisions = [attribution(of: account, in: sentence, scored), source(of: account)]
      decisions += channels(of: account, in: sentence)
      decisions.append(stance(of: account))
      if let happening = account.happening {
        decisions += self.happening(happening, of: account, in: sentence)
      }
      if steps.topicMargin < 0 {
        decisions.append(
          .init(
            step: .happening, chosen: "none",
            rule: "topic-weights.tsv: a text of no conflict, "
              + "\(Decimals.two(-steps.topicMargin)) under the threshold"))
      }
      if let condition = account.condition { decisions += self.condition(condition, in: sentence) }
      decisions += evidence(of: account, in: sentence, told)
      if let about = account.about, let rule = steps.linkRules[index] {
        decisions.append(.init(step: .link, chosen: "account \(about)", rule: rule.words))
      }
      return Explanation(
        number: account.number, tree: TreeDrawing.lines(of: sentence, in: tree),
        decisions: decisions)
    }
  }

  // MARK: - Who says it

  struct Scored {
    let candidate: CueCandidates.Candidate
    let score: Double
    let threshold: Double
    /// The features that weighed most, heaviest first.
    let reasons: [String]
  }

  private func scoredCandidates() -> [Scored] {
    let passages = Quotations.passages(in: steps.document)
    let features = CueFeatures(document: steps.document, speakers: speakers, passages: passages)
    return CueCandidates(tree: tree, lexicon: attribution.lexicon, passages: passages).all().map {
      candidate in
      let named = features.features(of: candidate)
      return Scored(
        candidate: candidate, score: attribution.model.score(named),
        threshold: attribution.model.threshold(candidate.kind),
        reasons: attribution.model.heaviest(named, 3))
    }
  }

  private func attribution(
    of account: Account, in sentence: Range<Int>, _ scored: [Scored]
  ) -> Explanation.Decision {
    let own = scored.filter { holds($0, account) }
    let others = scored.filter { other in
      guard let cue = other.candidate.statement.cueHead, sentence.contains(cue) else {
        return false
      }
      return !holds(other, account)
    }
    let taken = Set(steps.statements.compactMap(\.cueHead))
    let lost = others.compactMap { other -> String? in
      guard let cue = other.candidate.statement.cueHead, !taken.contains(cue) else { return nil }
      let reason = other.score < other.threshold ? verdict(other) : "repeats another cue"
      return "\(words(other)): \(reason)"
    }
    guard let first = own.first else {
      let rule =
        account.source.kind == .author ? "no cue: the report's own telling" : "no cue of its own"
      return .init(step: .attribution, chosen: form(of: account), rule: rule, lost: lost)
    }
    return .init(
      step: .attribution, chosen: words(first), rule: verdict(first), lost: lost)
  }

  private func form(of account: Account) -> String {
    account.source.kind == .author ? "narration" : "\(account.quoted.rawValue) words carried on"
  }

  private func holds(_ scored: Scored, _ account: Account) -> Bool {
    guard let cue = scored.candidate.statement.cueHead else { return false }
    let span = tree.span(cue..<cue + 1)
    return account.cue.contains { $0.span.overlaps(span) }
  }

  private func words(_ scored: Scored) -> String {
    let cue = scored.candidate.statement.cue.map(tree.text).joined(separator: " … ")
    return "“\(cue)” by \(scored.candidate.statement.form.rawValue)"
  }

  private func verdict(_ scored: Scored) -> String {
    let isOver = scored.score >= scored.threshold
    return "\(scored.candidate.kind.rawValue) word, score \(Decimals.two(scored.score)) "
      + "\(isOver ? "over" : "under") \(Decimals.two(scored.threshold)); "
      + scored.reasons.joined(separator: ", ")
  }

  private func source(of account: Account) -> Explanation.Decision {
    let who = account.source.who.isEmpty ? "unstated" : account.source.who
    var lost: [String] = []
    if let mention = account.source.mention, isResolved(account.source.rule) {
      lost = steps.reading.entities.filter {
        $0.label == "PERSON" && $0.quote.span.end <= mention.span.start
      }.suffix(3).map(\.quote.text).filter { !account.source.who.contains($0) }
        .map { "\($0): named before, fits less" }
    }
    return .init(
      step: .source, chosen: "\(who) (\(account.source.kind.rawValue))",
      rule: account.source.rule, lost: lost)
  }

  private func isResolved(_ rule: String) -> Bool { rule.hasPrefix("coref") }

  private func stance(of account: Account) -> Explanation.Decision {
    let statement = steps.statements.first { statement in
      statement.cueHead.map { head in
        account.cue.contains { $0.span.overlaps(tree.span(head..<head + 1)) }
      } ?? false
    }
    guard let statement else {
      return .init(step: .stance, chosen: account.stance.rawValue, rule: "no cue: asserted")
    }
    let isCue = statement.stance == account.stance
    return .init(
      step: .stance, chosen: account.stance.rawValue,
      rule: isCue ? "the cue's own" : "from content, source or what is passed on",
      lost: isCue ? [] : ["\(statement.stance.rawValue): the cue's own"])
  }
}
