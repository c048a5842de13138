import PatchworkLanguage

/// The part of a content whose right edge is looked for: it begins behind its cue and ends in one sentence.
struct EdgeScene: Sendable {
  /// The token that heads the cue.
  let cue: Int
  /// The construction that ties the content to the cue.
  let form: StatementForm
  /// The first token of the part.
  let start: Int
  /// Where the part ends as the tree has it.
  let given: Int
  /// Where it may end, in order; the last one is the end of the sentence.
  let places: [Int]

  /// Where the sentence ends, without its marks.
  var end: Int { places.last ?? given }
}

/// The places at which the words of a speaker may end in a sentence.
struct EdgePlaces {
  let clauses: Clauses
  let quoted: QuotedTokens
  private var tree: ParseTree { clauses.tree }

  /// How many tokens a part may be away from the end of its sentence: what is longer is a list and no sentence.
  private static let reach = 300

  /// The scene of a statement's last part, or nil where that does not stand behind its cue.
  func scene(of statement: Statement) -> EdgeScene? {
    guard let cue = statement.cueHead, let last = statement.content.last,
      last.lowerBound > cue
    else { return nil }
    let sentence = tree.sentenceOfToken[last.lowerBound]
    guard sentence - tree.sentenceOfToken[cue] <= 1 else { return nil }
    let whole = last.lowerBound..<tree.sentences[sentence].upperBound
    let given = trimmedEnd(last.clamped(to: whole))
    guard given > last.lowerBound, whole.count <= Self.reach else { return nil }
    return EdgeScene(
      cue: cue, form: statement.form, start: last.lowerBound, given: given,
      places: places(in: whole, given))
  }

  /// Before marks and conjunctions, where a phrase of a word before it begins, where a quotation begins or ends, where the
  /// tree ends the content, and at the sentence's end.
  private func places(in whole: Range<Int>, _ given: Int) -> [Int] {
    var found: [Int] = [trimmedEnd(whole)]
    if !isWithinSeries(given) { found.append(given) }
    for place in whole.dropFirst() where mayEnd(before: place) {
      let end = trimmedEnd(whole.lowerBound..<place)
      if end > whole.lowerBound, !isWithinSeries(end) { found.append(end) }
    }
    found.sort()
    var places: [Int] = []
    for place in found where places.last != place { places.append(place) }
    return places
  }

  private func mayEnd(before place: Int) -> Bool {
    if tree[place].pos == .punct || tree[place].dep == .cc { return true }
    if quoted.contains(place) != quoted.contains(place - 1) { return true }
    var at = place
    for _ in 0..<4 {
      guard let head = tree.head(at), tree.subtree(at).lowerBound == place else { return false }
      if head < place { return true }
      at = head
    }
    return false
  }

  /// Whether a place parts quotations that no more than an article or adjectives stand between ("a “liar,” a “bully” and a
  /// “coward”").
  private func isWithinSeries(_ place: Int) -> Bool {
    guard let passage = quoted.passage(at: place - 1), trimmedEnd(passage) == place,
      let next = quoted.passage(behind: place)?.lowerBound,
      tree.sentenceOfToken[next] == tree.sentenceOfToken[place - 1]
    else { return false }
    return (passage.upperBound..<next).allSatisfy { token in
      [.punct, .cconj, .det, .adj, .space].contains(tree[token].pos)
    }
  }

  private func trimmedEnd(_ range: Range<Int>) -> Int { clauses.trimmed(range).upperBound }
}
