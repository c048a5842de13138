import PatchworkLanguage
import PatchworkRecord

/// What the model of edges sees of a place at which a speaker's words may end, by name; every feature counts once.
struct EdgeFeatures {
  let clauses: Clauses
  let quoted: QuotedTokens
  private var tree: ParseTree { clauses.tree }

  /// What follows a place in its sentence.
  private struct Following {
    /// The marks and the conjunction that it is parted by.
    var mark: String
    /// The first word behind them.
    let word: Int
    /// The head of the phrase that begins there.
    let head: Int
    /// How that phrase hangs: its label, and where what it hangs on stands.
    let hang: String
  }

  /// The features of a place that is not the end of its sentence; `cues` are the first words of all cues of the report.
  func features(of place: Int, in scene: EdgeScene, cues: Set<Int>) -> [String] {
    let next = following(place, scene)
    let side = place == scene.given ? "given" : place < scene.given ? "inside" : "outside"
    let form = scene.form.rawValue
    let (mark, hang) = (next.mark, next.hang)
    let tag = tree[next.word].tag.rawValue
    let before = tree[place - 1].tag.rawValue
    var found = [
      side, form + " " + side, mark, form + " " + mark, "next=" + tag, "last=" + before,
      "next=" + tag + " " + mark, "last=" + before + " next=" + tag + " " + mark, hang,
      form + " " + hang, hang + " " + mark, tag + " " + hang,
    ]
    if isFunctionWord(next.word) {
      let word = "word=" + tree.lower(next.word)
      found.append(word)
      found.append(word + " " + mark)
    }
    if isFinite(next.head) {
      let hasSubject = tree.child(next.head, .nsubj, .nsubjpass, .expl) != nil
      let isLikeCue = tree[next.head].tag == tree[scene.cue].tag
      found.append(
        "finite " + hang + (hasSubject ? " subject " : " bare ") + mark
          + (isLikeCue ? " like-cue" : ""))
    }
    if let label = tree.entity(at: next.word)?.label {
      found.append(label.rawValue + " " + hang)
    }
    if let above = tree.head(next.head) {
      found.append("on=" + tree[above].pos.rawValue + " " + hang)
    }
    found.append("size=\(min(6, tree.subtree(next.head).count / 3)) " + hang)
    quotation(place, scene, mark, tag, &found)
    let inside = scene.start..<place
    let outside = place..<scene.end
    found.append(
      "finite=" + (inside.contains(where: isFinite) ? "1" : "0")
        + (outside.contains(where: isFinite) ? "1" : "0"))
    let length = inside.count
    found.append(
      "length="
        + (length < 2 ? "1" : length < 4 ? "3" : length < 8 ? "7" : length < 16 ? "15" : "16"))
    found.append("rest=" + (outside.count < 4 ? "3" : outside.count < 9 ? "8" : "9"))
    if cues.contains(next.word) || cues.contains(next.word + 1) { found.append("next-cue") }
    if outside.contains(where: cues.contains) { found.append("cue-behind") }
    found.append("lemma=" + tree.lemma(scene.cue))
    // How many words point over the place, from either side.
    let forward = inside.count { tree[$0].head >= place }
    let backward = outside.count { inside.contains(tree[$0].head) }
    found.append("forward=\(min(6, forward))")
    found.append("backward=\(min(6, backward))")
    return found
  }

  private func quotation(
    _ place: Int, _ scene: EdgeScene, _ mark: String, _ tag: String, _ found: inout [String]
  ) {
    let inside = (scene.start..<place).count(where: quoted.contains)
    let goesOn = (place..<scene.end).contains(where: quoted.contains)
    let share =
      (inside == 0 ? "unquoted" : inside * 10 >= (place - scene.start) * 9 ? "quoted" : "part")
      + (goesOn ? "+" : "")
    let isCut = quoted.passage(at: place).map { $0.lowerBound < place } ?? false
    let last = quoted.passage(at: place - 1)
    let endsQuoted = last.map { clauses.trimmed($0).upperBound == place } ?? false
    found.append(share)
    found.append(share + (endsQuoted ? " closed " : " ") + mark + " " + tag)
    if isCut { found.append("cut") }
    // "a “liar,” a “bully” and a “coward”": one more of a series, or a quotation of its own.
    let next = quoted.passage(behind: place).flatMap { $0.lowerBound < scene.end ? $0 : nil }
    if let between = next.map({ place..<$0.lowerBound }), between.count < 13 {
      let hasVerb = between.contains { tree[$0].pos == .verb || tree[$0].pos == .aux }
      found.append(
        "quotation-in=\(between.count < 4 ? 3 : between.count < 7 ? 6 : 12)"
          + (hasVerb ? " verb" : "") + (endsQuoted ? " closed" : ""))
    }
    if endsQuoted { found.append("closed " + mark) }
  }

  private func following(_ place: Int, _ scene: EdgeScene) -> Following {
    var word = place
    var mark = "mark="
    while word + 1 < scene.end, tree[word].pos == .punct || tree[word].pos == .space {
      if word < place + 3 { mark += sign(word) }
      word += 1
    }
    if tree[word].pos == .cconj, word + 1 < scene.end {
      mark += tree.lower(word)
      word += 1
    }
    var head = word
    while let above = tree.head(head), tree.subtree(above).lowerBound >= place { head = above }
    return Following(
      mark: mark, word: word, head: head,
      hang: tree[head].dep.rawValue + " " + side(of: head, place, scene))
  }

  /// Where the word stands that a phrase hangs on.
  private func side(of head: Int, _ place: Int, _ scene: EdgeScene) -> String {
    guard let above = tree.head(head) else { return "root" }
    if above == scene.cue { return "on-cue" }
    if above < scene.start { return "before" }
    return above < place ? "within" : "behind"
  }

  private func sign(_ token: Int) -> String {
    switch tree[token].tag {
    case .openQuote: return "“"
    case .closeQuote: return "”"
    case .openBracket: return "("
    case .closeBracket: return ")"
    default: break
    }
    if tree.isWord(token, ",") { return "," }
    if tree.isWord(token, ";") || tree.isWord(token, ":") { return ";" }
    return tree[token].pos == .space ? "" : "."
  }

  private func isFinite(_ token: Int) -> Bool {
    switch tree[token].tag {
    case .vbd, .vbz, .vbp, .md: true
    default: false
    }
  }

  private func isFunctionWord(_ token: Int) -> Bool {
    switch tree[token].tag {
    case .preposition, .cc, .dt, .wdt, .wp, .wrb, .to, .md, .prp, .ex, .rb, .prpPossessive, .rp:
      true
    default: false
    }
  }
}
