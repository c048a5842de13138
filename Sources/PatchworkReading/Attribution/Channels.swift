import PatchworkLanguage
import PatchworkRecord

/// Through what and to whom a statement was made: "told Reuters", "on state television", "told the council".
struct Channels: Sendable {
  let tree: ParseTree
  let lexicon: SpeakerLexicon

  /// Fills in a statement's medium and addressee from what hangs on its cue.
  func fill(_ statement: inout Statement) {
    citedBy(&statement)
    guard let cue = statement.cueHead else { return }
    let lemma = tree.lemma(cue)
    speaking(beside: cue, &statement)
    issued(cue, &statement)
    if lemma == "tweet" || lemma == "retweet" { statement.via = tree.word(cue) }
    for child in tree.children(cue) where !statement.covers(child) {
      switch tree[child].dep {
      case .dobj, .dative:
        guard child > cue, tree[child].pos != .pron || tree[child].dep == .dative else { continue }
        place(child, &statement)
      case .prep:
        guard let inner = tree.child(child, .pobj), !statement.covers(inner) else { continue }
        if tree.isWord(child, "to") {
          place(inner, &statement)
        } else if tree.isWord(child, "on") || tree.isWord(child, "in") || tree.isWord(child, "by")
          || tree.isWord(child, "via") || tree.isWord(child, "through")
          || tree.isWord(child, "with")
        {
          medium(inner, &statement)
        }
      default: continue
      }
    }
    // "was quoted by Interfax as saying"
    if let governor = Clauses(tree: tree).governingVerb(of: cue),
      ["quote", "cite"].contains(tree.lemma(governor)),
      let agent = Clauses(tree: tree).agent(of: governor)
    {
      statement.via = tree.text(Clauses(tree: tree).nounPhrase(agent))
    }
  }

  /// "Speaking to the BBC, he said …": to whom and in what the speaker was speaking.
  private func speaking(beside cue: Int, _ statement: inout Statement) {
    for child in tree.children(cue) where tree[child].dep == .advcl && !statement.covers(child) {
      guard tree[child].tag == .vbg, ["speak", "talk", "write"].contains(tree.lemma(child)) else {
        continue
      }
      for preposition in tree.children(child) where tree[preposition].dep == .prep {
        guard let inner = tree.child(preposition, .pobj) else { continue }
        if tree.isWord(preposition, "to") {
          place(inner, &statement)
        } else {
          medium(inner, &statement)
        }
      }
    }
  }

  /// "issued a statement to say …": the document that carries the words.
  private func issued(_ cue: Int, _ statement: inout Statement) {
    guard tree.lemma(cue) == "say", let above = tree.head(cue), !statement.covers(above) else {
      return
    }
    let document =
      tree[above].pos == .noun
      ? above : tree.children(above).first { tree[$0].dep == .dobj && $0 < cue }
    guard let document,
      lexicon.kind(ofNoun: tree.lemma(document), isPlural: false) == .document
    else { return }
    statement.via = base(document)
  }

  /// A noun with what stands before it, and an "of" behind it.
  private func base(_ noun: Int) -> String {
    let start = Clauses(tree: tree).nounPhrase(noun).lowerBound
    let of = tree.children(noun).first { $0 == noun + 1 && tree.isWord($0, "of") }
    return tree.text(min(start, noun)..<(of.map { tree.subtree($0).upperBound } ?? noun + 1))
  }

  /// "A military source quoted by state media": the medium that cites the speaker.
  private func citedBy(_ statement: inout Statement) {
    let clauses = Clauses(tree: tree)
    guard let head = statement.sourceHead, let source = statement.source,
      let citing = tree.children(head).first(where: {
        tree[$0].dep == .acl && ["quote", "cite"].contains(tree.lemma($0))
      }),
      let agent = clauses.agent(of: citing)
    else { return }
    statement.via = tree.text(clauses.nounPhrase(agent))
    let end = max(min(source.upperBound, tree.subtree(citing).lowerBound), head + 1)
    statement.source = clauses.trimmed(min(source.lowerBound, head)..<end)
  }

  private func place(_ token: Int, _ statement: inout Statement) {
    let text = tree.text(Clauses(tree: tree).nounPhrase(token))
    if lexicon.known(text)?.kind == .medium || isMedium(token) {
      statement.via = base(token)
    } else if statement.addressee.isEmpty {
      statement.addressee = text
      // Those who are told pass it on, as far as a reader can see.
      if let cue = statement.cueHead, tree.lemma(cue) == "tell", statement.via.isEmpty,
        tree[token].pos != .pron
      {
        statement.via = base(token)
      }
    }
  }

  private func medium(_ token: Int, _ statement: inout Statement) {
    let text = tree.text(Clauses(tree: tree).nounPhrase(token))
    let isDocument =
      lexicon.kind(ofNoun: tree.lemma(token), isPlural: false) == .document
      || tree.lemma(token) == "interview" || tree.lemma(token) == "speech"
    if statement.via.isEmpty,
      lexicon.known(text)?.kind == .medium || isMedium(token) || isDocument
    {
      statement.via = text
    }
    // "in an interview with Reuters"
    if tree.lemma(token) == "interview",
      let with = tree.children(token).first(where: { tree.isWord($0, "with") }),
      let whom = tree.child(with, .pobj)
    {
      statement.via = tree.text(Clauses(tree: tree).nounPhrase(whom))
    }
  }

  private func isMedium(_ token: Int) -> Bool {
    // Those who pass on what they are told.
    if ["reporter", "journalist", "conference"].contains(tree.lemma(token)) { return true }
    return lexicon.kind(ofNoun: tree.lemma(token), isPlural: tree[token].tag == .nns) == .medium
      || lexicon.known(tree.word(token))?.kind == .medium
  }
}
