import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Finds the noun that a number counts and the token that heads the whole phrase.
struct CountedPhrase {
  /// The tokens of the number itself.
  let core: Range<Int>
  let tree: ParseTree
  let lexicon: CountLexicon

  struct Found {
    /// The counted noun, nil where none is said.
    var noun: Int?
    /// The head of the phrase in the tree.
    var head: Int
    var unit: CountLexicon.Unit?
    /// The whole that is counted from ("of the night's 39").
    var of: String?

    /// Whether the noun itself says what is counted ("casualties").
    func isMeasured(_ finding: MeasureFinder.Finding?) -> Bool {
      noun != nil && finding?.token == noun
    }
  }

  private static let person = WordKey("person")

  func find(isArticle: Bool) -> Found? {
    if let noun = governingNoun(isArticle: isArticle) { return found(noun: noun, head: noun) }
    if isArticle {
      // "One died and another was wounded".
      let token = core.lowerBound
      let stands: [Dependency] = [.nsubj, .nsubjpass, .dobj]
      guard tree.isWord(token, "another"), stands.contains(tree[token].dep) else { return nil }
      return Found(noun: nil, head: token, unit: lexicon.units[Self.person], of: nil)
    }
    let head = ownHead()
    if let (noun, whole) = partitive(head) {
      var result = found(noun: noun, head: head)
      result.of = whole
      return result
    }
    if let noun = followingNoun() { return found(noun: noun, head: noun) }
    if let noun = predicate(of: head) {
      var result = found(noun: noun, head: head)
      result.of = frontedWhole(head)
      return result
    }
    return Found(noun: nil, head: head, unit: nil, of: nil)
  }

  /// A noun that only modifies the next ("100 barrel bombs") gives way to it.
  private func found(noun given: Int, head: Int) -> Found {
    var noun = given
    while tree[noun].dep == .compound, tree[noun].head > noun, tree[noun].head - given < 4,
      tree[tree[noun].head].pos == .noun
    {
      noun = tree[noun].head
    }
    return Found(noun: noun, head: head == given ? noun : head, unit: unit(of: noun), of: nil)
  }

  /// The noun that the number's tokens modify.
  private func governingNoun(isArticle: Bool) -> Int? {
    for token in core {
      let head = tree[token].head
      guard head >= core.upperBound, isNoun(head),
        !(core.upperBound..<head).contains(where: {
          tree[$0].tag == .comma && tree[head].tag == .nns
        })
      else { continue }
      switch tree[token].dep {
      case .nummod, .amod, .det, .compound, .quantmod, .predet, .nmod, .preconj, .poss:
        if isArticle, tree[token].dep != .det, tree[token].dep != .poss { continue }
        return head
      default: continue
      }
    }
    return nil
  }

  private func isNoun(_ token: Int) -> Bool {
    switch tree[token].pos {
    case .noun, .propn, .sym: return true
    // "four dead", "20 wounded".
    case .adj, .verb:
      // "four dead", "20 wounded" as nouns; a participle of the clause is none.
      return tree[token].dep != .root
        && lexicon.measures[tree.key(token)]?.contains { $0.role == .itself || $0.role == .state }
          == true
    default: return false
    }
  }

  /// The token of the number that the others hang on.
  private func ownHead() -> Int {
    for token in core where !core.contains(tree[token].head) || tree[token].head == token {
      return token
    }
    return core.lowerBound
  }

  /// "dozens of people", "12 of the night's 39".
  private func partitive(_ head: Int) -> (noun: Int, whole: String?)? {
    // "a third of" ends with its own "of"; "tens of thousands" has another one behind it.
    let last = core.upperBound - 1
    let of =
      core.upperBound < tree.count && tree.isWord(core.upperBound, "of")
      ? core.upperBound : tree.isWord(last, "of") ? last : nil
    guard let of, let noun = tree.child(of, .pobj) ?? afterOf(of) else {
      return nil
    }
    let isWhole =
      tree.children(noun).contains {
        tree[$0].dep == .poss || tree[$0].dep == .det || tree[$0].tag == .cd
      } || tree[noun].tag == .cd || tree[noun].pos == .pron
    guard isWhole else { return (noun, nil) }
    return (noun, tree.text(of + 1..<max(noun + 1, of + 2)))
  }

  private func afterOf(_ of: Int) -> Int? {
    var at = of + 1
    while at < tree.count, at < of + 5 {
      if tree[at].tag == .nns || tree[at].tag == .nn { return at }
      at += 1
    }
    return nil
  }

  /// "49 were children": the noun that the number is said to be.
  private func predicate(of head: Int) -> Int? {
    guard tree[head].dep == .nsubj, let verb = tree.head(head), tree.lemma(verb) == "be",
      let noun = tree.child(verb, .attr), tree[noun].tag == .nns
    else { return nil }
    return noun
  }

  /// "Of the 108 people killed, 49 were children".
  private func frontedWhole(_ head: Int) -> String? {
    guard let verb = tree.head(head), let of = tree.child(verb, .prep), tree.isWord(of, "of"),
      of < head, let object = tree.child(of, .pobj)
    else { return nil }
    return tree.text(of + 1..<object + 1)
  }

  /// The noun right behind the number, where the tree hangs the number elsewhere.
  private func followingNoun() -> Int? {
    var at = core.upperBound
    var last: Int?
    while at < tree.count, at < core.upperBound + 5 {
      switch tree[at].tag {
      case .nns, .nnps: return at
      case .nn, .nnp: last = at
      case .jj, .vbn, .hyph, .vbg: break
      default: return last.flatMap { unit(of: $0) == nil ? nil : $0 }
      }
      at += 1
    }
    return nil
  }

  /// The unit that a noun names, with the word before it where both make one ("aid workers").
  func unit(of noun: Int) -> CountLexicon.Unit? {
    if noun > 0, tree[noun - 1].dep == .compound || tree[noun - 1].dep == .amod,
      let unit = lexicon.units[WordKey(tree.lower(noun - 1) + " " + tree.lemma(noun))]
    {
      return unit
    }
    if let unit = lexicon.units[tree.lemmaKey(noun)] ?? lexicon.units[tree.key(noun)] {
      return unit
    }
    // "20 Syrians", "four Shia Muslims": members of a people.
    let isPeople =
      tree[noun].tag == .nnps || tree[noun].pos == .pron || tree.entity(at: noun)?.label == .norp
      || lexicon.measures[tree.key(noun)]?.contains { $0.role == .itself || $0.role == .state }
        == true
    return isPeople ? lexicon.units[Self.person] : nil
  }
}

extension ParseTree {
  /// The key of a token's word.
  func key(_ token: Int) -> WordKey {
    let span = parse.tokens[token].span
    return WordKey(bytes: bytes[span.start..<span.end])
  }

  /// The key of a token's lemma.
  func lemmaKey(_ token: Int) -> WordKey { WordKey(bytes: parse.tokens[token].lemma.utf8) }
}
