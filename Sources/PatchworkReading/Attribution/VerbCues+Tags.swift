import PatchworkLanguage
import PatchworkRecord

/// Speakers and verbs that close or open a sentence in ways the tree does not show.
extension VerbCues {
  /// A sentence that a comma, a speaker and the verb close ("…, the United Nations tweeted", "…, residents told the agency").
  func tag(_ verb: Int, _ stance: Stance) -> Statement? {
    guard let subject = clauses.subject(of: verb),
      tree.child(verb, .dobj).map({ $0 > verb && tree.lemma(verb) == "tell" }) ?? true
    else { return nil }
    let sentence = tree.sentences[tree.sentenceOfToken[verb]]
    let phrase = clauses.nounPhrase(subject.head)
    let first = min(phrase.lowerBound, verb)
    guard sentence.contains(first), first > sentence.lowerBound, first + 16 > verb,
      tree.isWord(first - 1, ",") || tree[first - 1].tag == .closeQuote
    else { return nil }
    let rest = max(phrase.upperBound, verb + 1)..<sentence.upperBound
    guard rest.allSatisfy({ !isVerbal($0) }), rest.count <= 8 else { return nil }
    let content = clauses.trimmed(sentence.lowerBound..<first)
    guard content.contains(where: isVerbal) || content.count >= 6 else { return nil }
    return statement(verb, stance, [content], .tag)
  }

  /// "Stone says the increase also makes …": a plain verb of saying whose clause the parser took for something
  /// else says all that follows it.
  func rest(_ verb: Int, _ stance: Stance) -> Statement? {
    let sentence = tree.sentences[tree.sentenceOfToken[verb]]
    guard tree.lemma(verb) == "say", tree.child(verb, .aux, .neg) == nil,
      let subject = clauses.subject(of: verb), subject.head == verb - 1,
      verb + 1 < sentence.upperBound, tree[verb + 1].pos != .punct, tree[verb + 1].pos != .adp
    else { return nil }
    let content = clauses.trimmed(verb + 1..<sentence.upperBound)
    let isFinite = content.contains { token in
      [.vbd, .vbz, .vbp, .md].contains(tree[token].tag)
    }
    return isFinite && !content.isEmpty ? statement(verb, stance, [content], .rest) : nil
  }

  /// "told pupils on a regular basis that …", "wrote in the morning hours that …": a clause with "that" which the parser
  /// hung on a phrase between it and its verb, or took for an adverb's.
  func looseThat(_ verb: Int, _ stance: Stance) -> Statement? {
    let sentence = tree.sentences[tree.sentenceOfToken[verb]]
    let that = (verb + 1..<max(verb + 1, sentence.upperBound)).first { tree.isWord($0, "that") }
    guard let that, let clause = tree.head(that), clause > that, isVerbal(clause) else {
      return nil
    }
    let path = tree.path(from: clause).prefix { $0 != verb }
    guard path.count < 6, let top = path.last, tree.head(top) == verb,
      path.dropFirst().allSatisfy({ !isVerbal($0) })
    else { return nil }
    let isOnPhrase =
      tree[clause].dep == .acl && path.count > 2 && [.prep, .dative].contains(tree[top].dep)
    let isAdverbial = tree[clause].dep == .advcl && path.count == 1
    guard isOnPhrase || isAdverbial else { return nil }
    let content = clauses.trimmed(that + 1..<tree.subtree(clause).upperBound)
    return content.count > 2 ? statement(verb, stance, [content], .clause) : nil
  }

  /// The same where the parser hung the speaker on the words before him ("…, the federation said on Tuesday").
  func looseTag(_ verb: Int, _ stance: Stance) -> Statement? {
    let sentence = tree.sentences[tree.sentenceOfToken[verb]]
    guard tree[verb].tag == .vbd || tree[verb].tag == .vbz || tree[verb].tag == .vbp,
      verb > sentence.lowerBound + 4, sentence.upperBound - verb <= 8,
      tree.child(verb, .aux, .auxpass) == nil,
      tree.child(verb, .dobj).map({ $0 > verb && tree.lemma(verb) == "tell" }) ?? true,
      tree.children(verb).allSatisfy({ tree[$0].dep != .ccomp || $0 < verb }),
      (verb + 1..<sentence.upperBound).allSatisfy({ !isVerbal($0) })
    else { return nil }
    let phrases = tree.path(from: verb - 1).filter { step in
      let range = tree.subtree(step)
      return range.upperBound == verb && range.lowerBound > sentence.lowerBound + 2
        && tree.isWord(range.lowerBound - 1, ",")
        && (tree[step].pos == .noun || tree[step].pos == .propn || tree[step].pos == .pron)
    }
    // "in Deraa, cradle of the uprising, witnesses and activists said": no list of things that the place is.
    let listed = phrases.first { step in
      tree[step].dep == .conj && tree.head(step).map { tree[$0].dep == .appos } == true
    }
    guard let phrase = listed ?? phrases.last else { return nil }
    let content = clauses.trimmed(sentence.lowerBound..<tree.subtree(phrase).lowerBound)
    guard content.contains(where: isVerbal) else { return nil }
    var found = Statement(content: [content], stance: stance, form: .tag, rule: "subject")
    found.cue = [verb..<verb + 1]
    found.cueHead = verb
    found.source = clauses.nounPhrase(phrase)
    found.sourceHead = phrase
    return found
  }

  /// "what they alleged were phosphorus bombs": what a thing is called, after a free relative clause.
  func named(_ verb: Int, _ stance: Stance) -> Statement? {
    let isWhat = tree.children(verb).contains { tree[$0].dep == .dobj && tree.isWord($0, "what") }
    guard isWhat, tree.child(verb, .ccomp) == nil, verb + 1 < tree.count else { return nil }
    let copula = tree.path(from: verb).dropFirst().first { $0 > verb && tree.lemma($0) == "be" }
    guard let copula else { return nil }
    let content = clauses.trimmed(verb + 1..<max(tree.subtree(copula).upperBound, verb + 1))
    return content.isEmpty ? nil : statement(verb, stance, [content], .named)
  }

  /// "Another official speaking on condition … said even if …": a plain past form of a verb of saying to which
  /// the parser gave no subject takes the noun phrase that opens its sentence.
  func unparsed(_ verb: Int, _ stance: Stance) -> Statement? {
    guard stance == .state, tree[verb].tag == .vbn || tree[verb].tag == .vbd,
      tree.child(verb, .aux, .auxpass, .agent, .nsubjpass) == nil
    else { return nil }
    let sentence = tree.sentences[tree.sentenceOfToken[verb]]
    let opening = sentence.first { token in
      tree[token].dep == .nsubj && tree.subtree(token).lowerBound <= sentence.lowerBound + 1
    }
    guard let subject = opening, subject < verb, tree[subject].pos != .pron,
      verb + 1 < sentence.upperBound, tree[verb].dep == .advcl || tree[verb].dep == .acl,
      (verb + 1..<sentence.upperBound).contains(where: isVerbal)
    else { return nil }
    let content = clauses.trimmed(verb + 1..<sentence.upperBound)
    guard !content.isEmpty else { return nil }
    var found = Statement(content: [content], stance: stance, form: .rest, rule: "subject")
    found.cue = [verb..<verb + 1]
    found.cueHead = verb
    found.source = clauses.nounPhrase(subject)
    found.sourceHead = subject
    return found
  }

  /// "Asked whether …, she said", "when asked about …": a question that nobody is named for.
  func askedAbout(_ verb: Int) -> Statement? {
    guard tree.lemma(verb) == "ask", tree[verb].tag == .vbn || tree[verb].tag == .vbd,
      tree.child(verb, .nsubj, .agent, .dobj) == nil,
      tree[verb].dep == .advcl || tree[verb].dep == .acl
    else { return nil }
    let clause = tree.children(verb).first { $0 > verb && [.ccomp, .advcl].contains(tree[$0].dep) }
    let about = tree.children(verb).first { $0 > verb && tree.isWord($0, "about") }
    guard let inner = clause ?? about.flatMap({ tree.child($0, .pobj, .pcomp) }) else { return nil }
    let content = clauses.trimmed(tree.subtree(inner))
    guard !content.isEmpty else { return nil }
    var found = Statement(content: [content], stance: .question, form: .passive, rule: "unstated")
    found.cue = [verb..<verb + 1]
    if clause == nil, let about { found.cue.append(about..<about + 1) }
    found.cueHead = verb
    found.isUnstated = true
    return found
  }
}
