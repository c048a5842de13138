import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Takes a pronoun in reported speech back to the subject that reports: "Rebels said they fought".
struct SubjectPronouns: Sendable {
  let lexical: LexicalTree

  private var tree: ParseTree { lexical.tree }

  /// The word that a participant's pronoun stands for within its sentence, or the word itself.
  func antecedent(of participant: Int) -> Int {
    guard tree[participant].pos == .pron, let number = number(of: participant) else {
      return participant
    }
    var at = participant
    while let up = tree.head(at) {
      if tree[at].dep == .ccomp || tree[at].dep == .advcl || tree[at].dep == .xcomp
        || tree[at].dep == .conj,
        let subject = tree.child(up, .nsubj, .nsubjpass), subject != participant,
        !tree.isInside(participant, of: subject), agrees(subject, number)
      {
        return subject
      }
      at = up
    }
    return participant
  }

  private enum Number { case one, many, thing }

  private func number(of pronoun: Int) -> Number? {
    if tree.isWord(pronoun, "they") || tree.isWord(pronoun, "them") { return .many }
    if tree.isWord(pronoun, "it") { return .thing }
    if tree.isWord(pronoun, "he") || tree.isWord(pronoun, "she") || tree.isWord(pronoun, "him")
      || tree.isWord(pronoun, "her")
    {
      return .one
    }
    return nil
  }

  private func agrees(_ subject: Int, _ number: Number) -> Bool {
    guard tree[subject].pos == .noun || tree[subject].pos == .propn else { return false }
    let isPlural =
      tree[subject].tag == .nns || tree[subject].tag == .nnps
      || tree.child(subject, .conj) != nil
    switch number {
    case .many: return isPlural
    case .thing: return !isPlural && lexical.labels[subject] != .person
    case .one: return !isPlural && lexical.labels[subject] == .person
    }
  }
}
