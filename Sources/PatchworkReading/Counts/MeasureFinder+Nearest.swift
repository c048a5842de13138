import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// What stands near a counted phrase, where the tree hangs it elsewhere.
extension MeasureFinder {
  /// The nearest telling word in the same clause, for phrases that the tree hangs elsewhere.
  func nearest(to tokens: Range<Int>, in sentence: Range<Int>, people: Bool) -> Finding? {
    var at = tokens.upperBound
    var steps = 0
    while at < sentence.upperBound, steps < 8, !isBoundary(at) {
      if let found = near(at, .object, people, before: true) { return found }
      at += 1
      steps += 1
    }
    at = tokens.lowerBound - 1
    steps = 0
    while at >= sentence.lowerBound, steps < 4, !isBoundary(at) {
      if let found = near(at, .object, people, before: false) { return found }
      at -= 1
      steps += 1
    }
    return nil
  }

  func isBoundary(_ token: Int) -> Bool {
    switch tree[token].tag {
    case .comma, .colon, .fullStop, .openBracket, .closeBracket, .openQuote, .closeQuote, .cc:
      return true
    default: return tree[token].isSpace || tree[token].dep == .cc || tree[token].tag == .preposition
    }
  }

  func near(
    _ token: Int, _ role: CountLexicon.Role, _ people: Bool, before: Bool
  ) -> Finding? {
    let tag = tree[token].tag
    if before {
      // "20 injured", "13 people killed", "13 died".
      let bare = tree.child(token, .dobj) == nil && tree.child(token, .nsubj) == nil
      if tag == .vbn || tag == .jj || (tag == .vbd && bare) {
        if let found = named(token, people) { return found }
        if tag == .vbn, let found = find(token, .object, people) { return found }
        if let found = find(token, .subject, people) { return found }
      }
      return nil
    }
    // "killing 13", "killed 13".
    guard tree[token].pos == .verb else { return nil }
    return find(token, .object, people)
  }
}
