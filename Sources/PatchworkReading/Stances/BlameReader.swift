import PatchworkLanguage
import PatchworkRecord

/// Decides by who is said to have done violence whether a speaker plainly states it, blames another or claims it.
///
/// Persons, organisations and documents that name who did it accuse him; residents, activists and unnamed speakers
/// who tell what they saw state it.
struct BlameReader: Sendable {
  let tree: ParseTree
  let classes: StanceWords

  /// The stance of an account whose words alone say no more than that somebody speaks.
  func stance(_ stance: Stance, of told: ToldHappening, by source: Source, in statement: Statement)
    -> Stance
  {
    let happening = told.happening
    guard stance == .state, happening.modality == .happened || happening.modality == .ongoing,
      Self.isViolent(happening.type), let actor = told.actorHead ?? doer(of: told.head),
      actor != told.targetHead, statement.covers(actor), !classes.has(actor, .faceless, in: tree)
    else { return stance }
    if isSpeaker(actor, statement) { return .claimResponsibility }
    if tree[actor].pos == .pron { return stance }
    if happening.type == .abuse { return .accuse }
    let names: [SourceKind] = [.person, .organisation, .document]
    let isOneSided =
      happening.type != .clash && happening.type != .siege
      && happening.type != .arrest && happening.type != .abduction
    return names.contains(source.kind) && isOneSided ? .accuse : stance
  }

  /// Who carries out what a noun names ("it had carried out the bombing").
  private func doer(of noun: Int) -> Int? {
    let clauses = Clauses(tree: tree)
    if tree[noun].pos == .verb {
      // Who dies or is wounded did nothing.
      guard !clauses.isPassive(noun), !classes.has(noun, .suffering, in: tree) else { return nil }
      return tree.child(noun, .nsubj)
    }
    guard tree[noun].pos == .noun, tree[noun].dep == .dobj, let verb = tree.head(noun),
      classes.has(verb, .doing, in: tree)
    else { return nil }
    return clauses.subject(of: verb)?.head
  }

  private static func isViolent(_ type: HappeningType) -> Bool {
    switch type {
    case .airStrike, .shelling, .clash, .bombing, .chemicalAttack, .shooting, .abduction, .arrest,
      .siege, .aidAttack, .killing, .attack, .abuse:
      true
    default: false
    }
  }

  /// Whether the actor is the one who speaks: "we", "it" in his reported words, "our forces".
  private func isSpeaker(_ actor: Int, _ statement: Statement) -> Bool {
    func isFirst(_ token: Int) -> Bool {
      tree.isWord(token, "we") || tree.isWord(token, "i") || tree.isWord(token, "our")
    }
    func isThird(_ token: Int) -> Bool {
      statement.quoted == .indirect && !hasOtherSubject(before: actor, statement)
        && (tree.isWord(token, "it") || tree.isWord(token, "they") || tree.isWord(token, "its")
          || tree.isWord(token, "their"))
    }
    if tree[actor].pos == .pron { return isFirst(actor) || isThird(actor) }
    guard let owner = tree.child(actor, .poss) else { return false }
    return isFirst(owner) || isThird(owner)
  }

  /// Whether somebody else acts earlier in the content, so that "its" and "they" may mean him.
  private func hasOtherSubject(before actor: Int, _ statement: Statement) -> Bool {
    statement.content.joined().contains { token in
      token < actor && (tree[token].dep == .nsubj || tree[token].dep == .nsubjpass)
        && (tree[token].pos == .noun || tree[token].pos == .propn)
    }
  }
}
