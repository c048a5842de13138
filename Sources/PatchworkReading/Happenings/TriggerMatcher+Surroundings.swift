import PatchworkLanguage
import PatchworkText

/// What stands around a word beyond its own phrase: what it is said of, what precedes and follows it.
extension TriggerMatcher {
  /// How many tokens on each side count as near.
  private static let window = 6

  private var tree: ParseTree { lexical.tree }

  /// The word that a verb, noun or adjective is said of: the object of a passive, the subject, or the noun described.
  func described(_ index: Int) -> Int? {
    if roles.isVerb(index) {
      return roles.isPassive(index) ? roles.target(index) : roles.actor(index)
    }
    if let own = tree.child(index, .nsubj, .nsubjpass) { return own }
    var at = index
    for _ in 0..<4 {
      guard let up = tree.head(at) else { return nil }
      if roles.isVerb(up) {
        return roles.isPassive(up) ? roles.target(up) ?? roles.actor(up) : roles.actor(up)
      }
      if tree[up].pos == .noun || tree[up].pos == .propn || tree[up].pos == .pron { return up }
      at = up
    }
    return nil
  }

  /// The tokens near a word, or on one side of it, within its sentence.
  func surroundings(_ slot: Slot, of index: Int) -> Range<Int> {
    let sentence = tree.sentences[tree.sentenceOfToken[index]]
    switch slot {
    case .right: return index + 1..<min(sentence.upperBound, index + 1 + Self.window)
    case .left: return max(sentence.lowerBound, index - Self.window)..<index
    case .wholeRight: return index + 1..<max(index + 1, sentence.upperBound)
    case .wholeLeft: return sentence.lowerBound..<index
    default: return sentence
    }
  }

  /// The words coordinated with a word.
  func coordinates(of index: Int) -> [Int] {
    var found = tree.children(index).filter { tree[$0].dep == .conj }
    if tree[index].dep == .conj, let head = tree.head(index) { found.append(head) }
    return found
  }
}
