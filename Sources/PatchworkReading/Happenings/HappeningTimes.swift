import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Gives happenings the time that their clause tells.
struct HappeningTimes: Sendable {
  let lexical: LexicalTree
  let times: [TimeMention]
  /// Heads of all happenings, so that a time is not taken from a nearer one.
  let heads: Set<Int>

  private var tree: ParseTree { lexical.tree }

  /// The time of a happening, or nil where its clause tells none.
  func time(of mention: HappeningMention) -> TimeExpression? {
    time(of: mention) { ($0.kind == .date || $0.kind == .interval) && !$0.edtf.isEmpty }
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
    // Below the happening's own words: "the strike on 17 September".
    var at = top
    var steps = 0
    var passed = false
    while true {
      if mention.anchors.contains(at) { return passed ? nil : steps }
      if heads.contains(at) { passed = true }
      guard let up = tree.head(at), steps < 40 else { break }
      if isOwnClause(at), !mention.anchors.contains(where: { tree.isInside($0, of: at) }) {
        return nil
      }
      (at, steps) = (up, steps + 1)
      // Above: the happening hangs under the verb that the time hangs on.
      if let anchor = mention.anchors.first(where: { tree.isInside($0, of: at) }) {
        if mention.anchors.contains(at) { continue }
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
      guard let up = tree.head(at) else { return nil }
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
      guard let up = tree.head(at) else { return false }
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
}
