import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Gives happenings the time that their clause tells.
struct HappeningTimes: Sendable {
  let lexical: LexicalTree
  let times: [TimeMention]
  /// Heads of all happenings, so that a time is not taken from a nearer one.
  let heads: Set<Int>
  /// The day of publication, ISO 8601, at which counts that run "since March" end.
  var published: String?

  private var tree: ParseTree { lexical.tree }

  /// The time of a happening, or nil where its clause tells none.
  func time(of mention: HappeningMention) -> TimeExpression? {
    let time = time(of: mention) {
      // "for almost a year" runs on where its value does.
      ($0.kind == .date || $0.kind == .interval
        || $0.kind == .duration && $0.edtf.hasSuffix("/.."))
        && !$0.edtf.isEmpty && !isComparedSince($0, mention)
    }
    return time.map { closed($0, mention) }
  }

  /// A day as it was said that cannot be dated, as "on Monday" in a report without a day of publication; nil where none is.
  func saidTime(of mention: HappeningMention) -> TimeExpression? {
    guard published == nil else { return nil }
    return time(of: mention) { $0.kind == .date && $0.edtf.isEmpty }
  }

  /// A time that is open to the present, ended with the report where it dates what was counted by then.
  private func closed(_ time: TimeExpression, _ mention: HappeningMention) -> TimeExpression {
    guard let published, mention.modality == .happened, !mention.tolls.isEmpty,
      time.edtf.hasSuffix("/.."), let from = time.from, from <= published
    else { return time }
    var time = time
    time.edtf = String(time.edtf.dropLast(2)) + published
    time.to = published
    time.rule += "; until the report"
    return time
  }

  /// Whether a time only bounds a comparison: "one of the worst attacks since the uprising began".
  private func isComparedSince(_ time: TimeExpression, _ mention: HappeningMention) -> Bool {
    guard time.edtf.hasSuffix("/.."),
      let since = tree.tokens(covering: time.quote.span)?.lowerBound, tree.isWord(since, "since"),
      let compared = tree.head(since)
    else { return false }
    if tree.path(from: compared).prefix(4).contains(where: hasSuperlative) { return true }
    // "was considered one of the worst attacks since …"
    return tree.children(compared).contains { child in
      (tree[child].dep == .oprd || tree[child].dep == .attr)
        && tree.subtree(child).contains { tree[$0].tag == .jjs || tree[$0].tag == .rbs }
    }
  }

  private func hasSuperlative(_ at: Int) -> Bool {
    tree.children(at).contains { tree[$0].tag == .jjs || tree[$0].tag == .rbs }
  }

  /// The nearest time of a happening's clause among those accepted.
  func time(of mention: HappeningMention, where isWanted: (TimeExpression) -> Bool)
    -> TimeExpression?
  {
    let sentence = tree.sentences[tree.sentenceOfToken[mention.head]]
    let candidates = times.filter {
      !$0.isStatementTime && sentence.contains($0.tokens.lowerBound) && isWanted($0.time)
    }
    guard !candidates.isEmpty else { return nil }
    var best: (distance: Int, time: TimeExpression)?
    for candidate in candidates {
      guard let distance = distance(from: candidate.tokens, to: mention) else { continue }
      if best.map({ distance < $0.distance }) ?? true { best = (distance, candidate.time) }
    }
    return best?.time
  }

  /// How far a time stands from a happening, or nil where it belongs to something else.
  private func distance(from tokens: Range<Int>, to mention: HappeningMention) -> Int? {
    let top = self.top(of: tokens)
    if let event = sinceEvent(top) {
      return mention.anchors.contains(event) ? 0 : nil
    }
    if let told = toldWithin(top),
      mention.anchors.contains(where: { path(from: $0, upTo: told) != nil })
    {
      return 6
    }
    // Below the happening's own words: "the strike on 17 September".
    var at = top
    var steps = 0
    var passed = false
    while true {
      if mention.anchors.contains(at) { return passed ? nil : steps }
      if heads.contains(at) { passed = true }
      guard let up = tree.tellingHead(at), steps < 40 else { break }
      if isOwnClause(at), !mention.anchors.contains(where: { tree.isInside($0, of: at) }) {
        return nil
      }
      (at, steps) = (up, steps + 1)
      // Above: the happening hangs under the verb that the time hangs on.
      if let anchor = mention.anchors.first(where: { path(from: $0, upTo: at) != nil }) {
        if mention.anchors.contains(at) { continue }
        if !belongs(mention, to: tokens, through: at) { return nil }
        guard let down = path(from: anchor, upTo: at) else { return nil }
        if passed && down > 0 && !sharesTime(anchor, under: at) { return nil }
        return sharesTime(anchor, under: at) ? steps + down + 3 : nil
      }
    }
    return nil
  }

  /// The token that governs a time's words.
  private func top(of tokens: Range<Int>) -> Int {
    for token in tokens {
      guard let head = tree.head(token) else { return token }
      if !tokens.contains(head) { return token }
    }
    return tokens.lowerBound
  }

  private func path(from token: Int, upTo ancestor: Int) -> Int? {
    var at = token
    for step in 0..<20 {
      if at == ancestor { return step }
      guard let up = tree.tellingHead(at) else { return nil }
      at = up
    }
    return nil
  }

  /// Whether a happening under a word takes that word's time: not out of relative or reported clauses.
  private func sharesTime(_ anchor: Int, under ancestor: Int) -> Bool {
    var at = anchor
    for _ in 0..<20 {
      if at == ancestor { return true }
      switch tree[at].dep {
      case .relcl, .acl, .appos, .ccomp, .parataxis: return false
      case .conj:
        // A coordinated clause with a subject of its own stands for itself.
        if tree.child(at, .nsubj, .nsubjpass) != nil, at != anchor || tree[at].pos == .verb {
          return false
        }
      case .advcl
      where tree.children(at).contains(where: {
        tree.isWord($0, "after") || tree.isWord($0, "since") || tree.isWord($0, "before")
          || tree.isWord($0, "until")
      }):
        return false
      case .prep
      where tree.isWord(at, "after") || tree.isWord(at, "since")
        || tree.isWord(at, "before") || tree.isWord(at, "despite") || tree.isWord(at, "following"):
        return false
      default: break
      }
      guard let up = tree.tellingHead(at) else { return false }
      at = up
    }
    return false
  }

  /// Whether a token heads a clause that keeps its times to itself.
  private func isOwnClause(_ index: Int) -> Bool {
    switch tree[index].dep {
    case .relcl, .acl, .ccomp, .parataxis: true
    case .conj: tree.child(index, .nsubj, .nsubjpass) != nil
    default: false
    }
  }

  /// What "30 years since the massacre" counts from: its time is that event's alone.
  private func sinceEvent(_ time: Int) -> Int? {
    guard let since = tree.children(time).first(where: { tree.isWord($0, "since") }),
      tree[time].tag == .nns || tree[time].tag == .nn
    else { return nil }
    return tree.child(since, .pobj, .pcomp)
  }

  /// What is said to have happened "in one incident on Monday", where the telling's verb follows.
  private func toldWithin(_ time: Int) -> Int? {
    var passesNoun = false
    for at in tree.path(from: time).dropFirst() {
      if tree[at].dep == .pobj, tree[at].pos == .noun { passesNoun = true }
      if tree[at].pos == .verb {
        guard passesNoun, at > time, let told = tree.child(at, .ccomp), told > at else {
          return nil
        }
        return told
      }
    }
    return nil
  }

  /// Whether a time above a happening is its time: what is only proposed or threatened is not when that is said.
  private func belongs(_ mention: HappeningMention, to time: Range<Int>, through at: Int) -> Bool {
    switch mention.modality {
    case .proposed, .threatened, .planned, .possible:
      // The happening hangs under what was done at that time: "called on Wednesday for an end to …".
      guard let anchor = mention.anchors.first else { return true }
      return !tree.path(from: anchor).prefix(while: { $0 != at }).contains { step in
        tree[step].dep == .prep && tree.isWord(step, "for") || tree[step].dep == .xcomp
          || tree[step].dep == .advcl
      }
    default: return true
    }
  }
}
