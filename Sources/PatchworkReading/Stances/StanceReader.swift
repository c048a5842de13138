import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Decides what a speaker does by his words where the cue alone ("said") leaves it open.
struct StanceReader: Sendable {
  let words: [String: [PartOfSpeech: Stance]]
  let classes: StanceWords

  init() throws(LexiconError) {
    let table = try LexiconFolder.table("content-stances.tsv")
    classes = try StanceWords()
    let partsOfSpeech: [String: PartOfSpeech] = [
      "verb": .verb, "noun": .noun, "adj": .adj, "adv": .adv,
    ]
    var words: [String: [PartOfSpeech: Stance]] = [:]
    for row in table.rows {
      guard let pos = partsOfSpeech[row["pos"]] else {
        throw .unknownValue(file: table.file, line: row.line, field: "pos", value: row["pos"])
      }
      guard let stance = Stance(rawValue: row["stance"]) else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "stance", value: row["stance"])
      }
      words[row["lemma"], default: [:]][pos] = stance
    }
    self.words = words
  }

  /// The stance of a statement whose cue says no more than that somebody speaks.
  func stance(
    of statement: Statement, source: Source, in tree: ParseTree, speakers: SpeakerLexicon
  ) -> Stance {
    if let cue = statement.cueHead, statement.polarity == .negative,
      let turned = turned(statement.stance, cue, tree)
    {
      return turned
    }
    guard let root = root(of: statement, in: tree) else { return statement.stance }
    if statement.stance == .reject { return refused(root, statement, tree) }
    guard statement.stance == .state else { return statement.stance }
    if statement.form == .turn, let end = statement.content.last?.upperBound, end < tree.count,
      tree.isWord(end, "?")
    {
      return .question
    }
    if let cue = statement.cueHead, tree.lemma(cue) == "claim", tree.lemma(root) == "responsibility"
    {
      return .claimResponsibility
    }
    let clauses = Clauses(tree: tree)
    let own = isOwn(root, statement, source, clauses, speakers)
    let negated = clauses.isNegated(root)
    if let chanted = chanted(statement, tree) { return chanted }
    if isRejectingName(statement, tree) { return .reject }
    if isBeyondTelling(root, tree) { return .decline }
    if isUltimatum(root, statement, tree) { return .threaten }
    if let duty = duty(root, own, tree) { return duty }
    if own, negated, isSpeech(root, tree) { return .decline }
    if own, tree.children(root).contains(where: { isAgainst($0, tree) }) { return .reject }
    if own, negated, isPlainDenial(root, tree) { return .deny }
    if own, isPlan(root, tree) {
      return negated && isRefusal(root, tree) ? .reject : .promise
    }
    if own && isLackOfPlan(root, tree) || isJoinedPlan(root, statement, tree) { return .promise }
    if own, negated, isUnable(root, tree) { return .reject }
    return word(root, statement, tree) ?? attributed(statement, tree) ?? .state
  }

  /// The token that heads the content: the first content token whose head lies outside it.
  private func root(of statement: Statement, in tree: ParseTree) -> Int? {
    for range in statement.content {
      for token in range where tree[token].pos == .verb || tree[token].pos == .aux {
        guard let head = tree.head(token) else { return token }
        if !statement.covers(head) { return token }
      }
    }
    return statement.content.first.flatMap { range in
      range.first { token in tree.head(token).map { !statement.covers($0) } ?? true }
    }
  }

  /// Whether the content's subject is the speaker: "we", "he" after a man's name, "its forces".
  private func isOwn(
    _ root: Int, _ statement: Statement, _ source: Source, _ clauses: Clauses,
    _ speakers: SpeakerLexicon
  ) -> Bool {
    let tree = clauses.tree
    guard let subject = tree.child(root, .nsubj) ?? clauses.subject(of: root)?.head,
      statement.covers(subject)
    else { return statement.content.first.map { tree[$0.lowerBound].tag == .to } ?? false }
    if tree.isWord(subject, "we") || tree.isWord(subject, "i") { return true }
    // A spokesman speaks for the body that he names.
    let isForBody =
      (source.who + " " + source.role).lowercased().contains("spokes")
      && speakers.kind(ofNoun: tree.lemma(subject), isPlural: false) == .organisation
    if isForBody { return true }
    let isIndirect = statement.quoted == .indirect || statement.quoted == .mixed
    if isIndirect, tree[subject].pos == .pron {
      return tree.isWord(subject, "he") || tree.isWord(subject, "she")
        || tree.isWord(subject, "it") || tree.isWord(subject, "they")
    }
    if let owner = tree.child(subject, .poss), tree[owner].pos == .pron {
      return tree.isWord(owner, "our") || isIndirect
    }
    guard tree[subject].pos == .propn else { return false }
    let name = tree.word(subject)
    if source.who.contains(name) { return true }
    // "China will …" by the Chinese premier, "Moscow would …" by Russia's minister.
    let country = speakers.known(name)?.name ?? name
    return (source.role + " " + source.who).split(separator: " ").contains { word in
      let word = word.hasSuffix("'s") || word.hasSuffix("’s") ? word.dropLast(2) : word
      return word == name || speakers.known(String(word))?.name == country
        || isPeople(word, of: name)
    }
  }

  /// Whether a word looks like the adjective of a country's name: "Turkish" and "Turkey", "Chinese" and "China".
  private func isPeople(_ word: Substring, of country: String) -> Bool {
    word.utf8.count > 4 && country.utf8.count > 3
      && word.utf8.prefix(4).elementsEqual(country.utf8.prefix(4))
  }

  private func auxiliary(_ root: Int, _ tree: ParseTree, _ test: (Int) -> Bool) -> Bool {
    tree.children(root).contains { tree[$0].dep == .aux && test($0) }
  }

  /// "should", "must", "have to", "need to": a demand; an imperative in the speaker's own words.
  private func duty(_ root: Int, _ own: Bool, _ tree: ParseTree) -> Stance? {
    let must = auxiliary(root, tree) {
      tree.isWord($0, "should") || tree.isWord($0, "must") || tree.isWord($0, "ought")
    }
    if must { return tree.lemma(root) == "consider" ? .propose : .demand }
    if tree.lemma(root) == "need" {
      if own { return tree[root].pos == .verb ? .appeal : nil }
      return .demand
    }
    let needs =
      (tree.isWord(root, "need") || tree.isWord(root, "needs") || tree.isWord(root, "needed")
        || tree.isWord(root, "has") || tree.isWord(root, "have") || tree.isWord(root, "had"))
      && tree.children(root).contains { child in
        tree[child].dep == .xcomp && auxiliary(child, tree) { tree[$0].tag == .to }
      }
    return needs && !own ? .demand : nil
  }

  private func isPlan(_ root: Int, _ tree: ParseTree) -> Bool {
    let will = auxiliary(root, tree) {
      tree.isWord($0, "will") || tree.isWord($0, "would") || tree.isWord($0, "’ll")
        || tree.isWord($0, "'ll") || tree.isWord($0, "shall") || tree.isWord($0, "wo")
    }
    if will { return true }
    let adjective = tree.lemma(root) == "be" ? tree.child(root, .acomp) : nil
    return [root, adjective].contains { word in
      guard let word, classes.has(word, .planning, in: tree) else { return false }
      return tree.children(word).contains { child in
        tree[child].dep == .xcomp && auxiliary(child, tree) { tree[$0].tag == .to }
      }
    }
  }

  /// "had no plans to stop": what one does not mean to do is held out as well.
  private func isLackOfPlan(_ root: Int, _ tree: ParseTree) -> Bool {
    guard tree.lemma(root) == "have", let object = tree.child(root, .dobj) else { return false }
    let isPlan = tree.lemma(object) == "plan" || tree.lemma(object) == "intention"
    return isPlan
      && tree.children(object).contains { tree[$0].dep == .det && tree.isWord($0, "no") }
  }

  /// "China supports all efforts, and we are ready to …": what is held out in the second half, by "we" or "I".
  private func isJoinedPlan(_ root: Int, _ statement: Statement, _ tree: ParseTree) -> Bool {
    tree.children(root).contains { second in
      guard tree[second].dep == .conj, statement.covers(second),
        let subject = tree.child(second, .nsubj)
      else { return false }
      return (tree.isWord(subject, "we") || tree.isWord(subject, "i")) && isPlan(second, tree)
    }
  }

  private func isSpeech(_ root: Int, _ tree: ParseTree) -> Bool {
    classes.has(root, .telling, in: tree)
  }

  private func isAgainst(_ token: Int, _ tree: ParseTree) -> Bool {
    tree[token].dep == .prep && tree.isWord(token, "against")
      && tree.lemma(tree[token].head) == "be"
  }

  /// A negated act of the speaker's own, not a wish, thought or ability ("it is not using force").
  private func isPlainDenial(_ root: Int, _ tree: ParseTree) -> Bool {
    guard tree[root].pos == .verb else { return false }
    let isMental = classes.has(root, .mental, in: tree)
    let hasModal = auxiliary(root, tree) { tree[$0].tag == .md }
    return !isMental && !hasModal
  }

  private func isRefusal(_ root: Int, _ tree: ParseTree) -> Bool {
    classes.has(root, .yielding, in: tree)
  }

  private func isUnable(_ root: Int, _ tree: ParseTree) -> Bool {
    (isRefusal(root, tree) || classes.has(root, .consenting, in: tree))
      && auxiliary(root, tree) {
        tree.isWord($0, "can") || tree.isWord($0, "could") || tree.isWord($0, "ca")
      }
  }

  /// A word of the lexicon among those that govern the content.
  private func word(_ root: Int, _ statement: Statement, _ tree: ParseTree) -> Stance? {
    if let stance = words[tree.lemma(root)]?[tree[root].pos] { return stance }
    for child in tree.children(root) where statement.covers(child) {
      if tree[child].dep == .prep, tree.isWord(child, "behind"), tree.lemma(root) == "be" {
        return .accuse
      }
      switch tree[child].dep {
      case .acomp, .attr, .advmod, .dobj, .oprd, .xcomp, .nsubjpass:
        if let stance = words[tree.lemma(child)]?[tree[child].pos] { return stance }
        for inner in tree.children(child) where tree[inner].dep == .amod {
          if let stance = words[tree.lemma(inner)]?[tree[inner].pos] { return stance }
        }
      case .auxpass, .ccomp, .conj:
        for inner in tree.children(child) where tree[inner].dep == .acomp {
          if let stance = words[tree.lemma(inner)]?[tree[inner].pos] { return stance }
        }
      default: continue
      }
    }
    return nil
  }
}
