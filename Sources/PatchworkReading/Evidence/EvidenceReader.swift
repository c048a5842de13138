import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds what claims are said to rest on: media, munitions seen, models identified, laboratories.
///
/// The kind is the construction's own; what is denied, asked for or only possible is no evidence.
struct EvidenceReader: Sendable {
  let lexicons: HappeningLexicons

  /// Evidence with the token that governs its words and the row that told it.
  struct Told {
    let head: Int
    let row: EvidenceRow
    let evidence: Evidence
  }

  /// The evidence that a text tells, in reading order.
  func evidence(in lexical: LexicalTree) -> [Told] {
    let tree = lexical.tree
    let verbs = VerbRoles(lexical: lexical, objectControl: lexicons.objectControl)
    let matcher = TriggerMatcher(lexicon: lexicons.triggers, lexical: lexical, roles: verbs)
    let standings = ConditionStanding(
      lexical: lexical, verbs: verbs, governors: lexicons.modalities)
    let phrases = PhraseSpans(lexical: lexical)
    var found: [Told] = []
    for index in 0..<tree.count {
      guard let rows = lexicons.evidence.rows[lexical.lemmas[index]] else { continue }
      for row in rows {
        guard matcher.fits(row.construction, at: index) != nil,
          isMet(row.need, at: index, lexical, verbs)
        else { continue }
        guard standings.standing(index) == .so else { break }
        var range = words(of: index, verbs, phrases, tree)
        if row.need == .model, let model = tree.subtree(index).last(where: { isModel($0, tree) }) {
          range = range.lowerBound..<max(range.upperBound, model + 1)
        }
        found.append(
          Told(
            head: index, row: row,
            evidence: Evidence(
              kind: row.kind, quote: Quote(span: tree.span(range), text: tree.text(range)))))
        break
      }
    }
    return found
  }

  private func isMet(
    _ need: EvidenceRow.Need, at index: Int, _ lexical: LexicalTree, _ verbs: VerbRoles
  ) -> Bool {
    switch need {
    case .nothing: return true
    case .looker:
      guard let looker = verbs.actor(index) else { return false }
      return isNamed(looker, lexical) || isNamedSpeaker(looker, of: index, lexical)
    case .model: return lexical.tree.subtree(index).contains { isModel($0, lexical.tree) }
    }
  }

  private func isNamed(_ token: Int, _ lexical: LexicalTree) -> Bool {
    switch lexical.labels[token] {
    case .person, .org: true
    default: false
    }
  }

  /// Whether a pronoun stands for the one who is named as saying so ("Amina Haddad said she saw video of the strike").
  private func isNamedSpeaker(_ pronoun: Int, of verb: Int, _ lexical: LexicalTree) -> Bool {
    let tree = lexical.tree
    guard tree.isWord(pronoun, "he") || tree.isWord(pronoun, "she"), tree[verb].dep == .ccomp,
      let saying = tree.head(verb), let speaker = tree.child(saying, .nsubj)
    else { return false }
    return lexical.labels[speaker] == .person
  }

  /// Whether a word is letters with digits, as names of models are ("OFAB-250", "OFAB 250-270").
  private func isModel(_ index: Int, _ tree: ParseTree) -> Bool {
    let span = tree.parse.tokens[index].span
    var hasCapital = false
    var hasDigit = false
    for byte in tree.bytes[span.start..<span.end] {
      if (65...90).contains(byte) { hasCapital = true }
      if (48...57).contains(byte) { hasDigit = true }
    }
    if hasCapital && hasDigit { return true }
    guard hasCapital, index + 2 < tree.count else { return false }
    // The tokeniser divides "OFAB-250" at its hyphen; a type in capitals may have its number apart.
    let isHyphened = tree[index + 1].tag == .hyph || tree.isWord(index + 1, "-")
    let isType = span.length > 1 && !tree.bytes[span.start..<span.end].contains { $0 >= 97 }
    guard isHyphened || isType else { return false }
    let next = tree.parse.tokens[isHyphened ? index + 2 : index + 1].span
    return tree.bytes[next.start..<next.end].contains { (48...57).contains($0) }
  }

  /// From the verb to its object, or the noun's phrase.
  private func words(
    of index: Int, _ verbs: VerbRoles, _ phrases: PhraseSpans, _ tree: ParseTree
  ) -> Range<Int> {
    guard verbs.isVerb(index) else { return phrases.nounPhrase(index) }
    guard let object = verbs.target(index) ?? verbs.actor(index) else { return index..<index + 1 }
    let phrase = phrases.nounPhrase(object)
    guard tree.sentenceOfToken[object] == tree.sentenceOfToken[index] else {
      return index..<index + 1
    }
    return min(phrase.lowerBound, index)..<max(phrase.upperBound, index + 1)
  }
}
