import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Cuts phrases and clauses out of a tree as a reader would mark them.
struct PhraseSpans: Sendable {
  let lexical: LexicalTree

  private var tree: ParseTree { lexical.tree }

  /// A noun with what belongs to it, without relative clauses, appositions and participles set off by commas.
  ///
  /// A trigger inside the phrase, with what hangs under it, is left out.
  func nounPhrase(_ head: Int, without trigger: Int? = nil) -> Range<Int> {
    let phrase = nounPhrase(head)
    guard let trigger, trigger != head, phrase.contains(trigger) else { return phrase }
    var top = trigger
    while let up = tree.head(top), up != head, tree.isInside(up, of: head) { top = up }
    let cut = tree.subtree(top)
    if top > head {
      return phrase.lowerBound..<max(head + 1, min(cut.lowerBound, phrase.upperBound))
    }
    return min(head, max(cut.upperBound, phrase.lowerBound))..<phrase.upperBound
  }

  private func nounPhrase(_ head: Int) -> Range<Int> {
    let whole = tree.subtree(head)
    var low = whole.lowerBound
    var high = head + 1
    for child in tree.children(head) where child > head {
      let part = tree.subtree(child)
      switch tree[child].dep {
      case .relcl, .appos, .parataxis, .advcl, .punct, .dep, .cc, .ccomp: continue
      case .acl where part.lowerBound > 0 && tree[part.lowerBound - 1].pos == .punct: continue
      case .prep where isTime(child) || part.lowerBound > high: continue
      case .conj: high = max(high, nounPhrase(child).upperBound)
      default:
        guard part.lowerBound <= high + 1 else { continue }
        high = max(high, cutAtRelative(part))
      }
    }
    while low < head, isIntroduction(low) { low += 1 }
    return low..<high
  }

  /// A place's phrase as written, without what is coordinated with it.
  func placePhrase(_ head: Int) -> Range<Int> {
    let phrase = nounPhrase(head)
    var high = phrase.upperBound
    for index in head + 1..<max(head + 1, high)
    where tree[index].dep == .cc && !joinsAttributes(index) || tree[index].dep == .relcl
      || tree[index].pos == .punct && tree[index].tag != .hyph
    {
      high = index
      break
    }
    if let clause = tellingWhich(head), clause.lowerBound <= high + 1 {
      return phrase.lowerBound..<clause.upperBound
    }
    return phrase.lowerBound..<min(high, head + 9)
  }

  /// Whether a conjunction only joins attributes before a noun: "European and Middle Eastern cities".
  private func joinsAttributes(_ conjunction: Int) -> Bool {
    tree.head(conjunction).map { tree[$0].dep == .amod || tree[$0].dep == .compound } == true
  }

  /// The short clause that alone tells which of its kind a place is: "a hotel where observers stay".
  private func tellingWhich(_ head: Int) -> Range<Int>? {
    guard tree.child(head, .det).map({ tree.isWord($0, "a") || tree.isWord($0, "an") }) == true,
      let verb = tree.children(head).first(where: { child in
        tree[child].dep == .relcl
          && tree.child(child, .advmod).map { tree.isWord($0, "where") } == true
      })
    else { return nil }
    let clause = tree.subtree(verb)
    var high = clause.upperBound
    while high > clause.lowerBound, tree[high - 1].pos == .punct || tree[high - 1].isSpace {
      high -= 1
    }
    return high - head <= 10 && tree.isWord(clause.lowerBound, "where")
      ? clause.lowerBound..<high : nil
  }

  /// The clause of a verb, or the phrase of a noun, without introducing words and closing marks.
  func clause(of head: Int, isVerb: Bool) -> Range<Int> {
    var top = head
    if !isVerb {
      // A noun is told by its verb's clause when it hangs on that verb directly.
      guard let verb = tree.head(head), tree[verb].pos == .verb || tree[verb].pos == .aux,
        tree[head].dep != .pobj
      else {
        if let preposition = tree.head(head), tree[preposition].dep == .prep,
          let verb = tree.head(preposition), tree[verb].pos == .verb || tree[verb].pos == .aux,
          !tree.isWord(preposition, "after") && !tree.isWord(preposition, "following")
            && !tree.isWord(preposition, "amid") && !tree.isWord(preposition, "since")
        {
          return clause(of: verb, isVerb: true)
        }
        return nounPhrase(head)
      }
      top = verb
    }
    if tree[top].dep == .xcomp, let up = tree.head(top), tree[up].pos == .verb { top = up }
    if tree[top].dep == .relcl || tree[top].dep == .acl, let noun = tree.head(top) {
      let start = nounPhrase(noun).lowerBound
      return trimmed(start..<max(start + 1, tree.subtree(top).upperBound))
    }
    var range = tree.subtree(top)
    // Stop before clauses that are coordinated with this one and have their own subject.
    for child in tree.children(top)
    where child > top && tree[child].dep == .conj && tree.child(child, .nsubj, .nsubjpass) != nil {
      range = range.lowerBound..<max(top + 1, tree.subtree(child).lowerBound)
      break
    }
    return trimmed(range)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high - 1, isIntroduction(low) { low += 1 }
    while high > low + 1,
      tree[high - 1].pos == .punct || tree[high - 1].isSpace
        || tree[high - 1].dep == .cc
    { high -= 1 }
    return low..<high
  }

  private func isIntroduction(_ index: Int) -> Bool {
    tree[index].pos == .punct && tree[index].tag != .hyph || tree[index].isSpace
      || tree[index].dep == .cc || tree[index].dep == .mark
  }

  private func isTime(_ preposition: Int) -> Bool {
    guard let object = tree.child(preposition, .pobj) else { return false }
    return lexical.labels[object] == .date || lexical.labels[object] == .time
  }

  private func cutAtRelative(_ range: Range<Int>) -> Int {
    for index in range where tree[index].dep == .relcl {
      let start = tree.subtree(index).lowerBound
      var end = min(start, range.upperBound)
      while end > range.lowerBound + 1, tree[end - 1].pos == .punct { end -= 1 }
      return max(end, range.lowerBound + 1)
    }
    return range.upperBound
  }
}
