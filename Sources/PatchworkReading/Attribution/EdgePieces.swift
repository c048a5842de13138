import PatchworkLanguage
import PatchworkRecord

/// A phrase at the right edge of a content that may be the speaker's words or the reporter's own.
struct EdgePiece: Sendable {
  /// The tokens of the phrase, without the mark before it.
  let tokens: Range<Int>
  /// The token that heads it.
  let head: Int
  /// Whether it lies inside the content as found, or follows it.
  let isInside: Bool
}

/// The phrases in which the right edge of a content may be moved: those that close it, and those that come next.
struct EdgePieces {
  let clauses: Clauses
  private var tree: ParseTree { clauses.tree }

  /// The phrases inside the content that end with it, the longest first.
  func closing(_ statement: Statement) -> [EdgePiece] {
    guard let cue = statement.cueHead, let last = statement.content.last,
      last.lowerBound > cue || statement.form == .passive
    else { return [] }
    var found: [EdgePiece] = []
    for token in last where Self.movable(tree[token].dep) {
      let range = tree.subtree(token)
      guard range.lowerBound > last.lowerBound, range.upperBound + 1 >= last.upperBound,
        range.upperBound <= last.upperBound + 1, !range.contains(cue)
      else { continue }
      let inside = range.clamped(to: last)
      if found.last?.tokens.lowerBound == inside.lowerBound { continue }
      found.append(EdgePiece(tokens: inside, head: token, isInside: true))
    }
    return found
  }

  /// The phrase that begins right behind the content in its sentence and hangs on the cue, on what the content hangs
  /// on, or on a word of the content.
  func following(_ statement: Statement) -> EdgePiece? {
    guard let cue = statement.cueHead, let last = statement.content.last, last.lowerBound > cue
    else { return nil }
    let sentence = tree.sentences[tree.sentenceOfToken[cue]]
    var start = last.upperBound
    while start < sentence.upperBound,
      tree[start].pos == .punct || tree[start].pos == .cconj || tree[start].pos == .space
    {
      start += 1
    }
    guard start < sentence.upperBound, start - last.upperBound <= 2 else { return nil }
    let head = tree.path(from: start).last { step in
      Self.movable(tree[step].dep) && tree.subtree(step).lowerBound >= last.upperBound
        && !tree.subtree(step).contains(cue)
    }
    guard let head else { return nil }
    let range = clauses.trimmed(start..<tree.subtree(head).upperBound)
    guard !range.isEmpty, range.upperBound <= sentence.upperBound,
      statement.source.map({ !$0.overlaps(range) }) ?? true
    else { return nil }
    return EdgePiece(tokens: range, head: head, isInside: false)
  }

  private static func movable(_ dep: Dependency) -> Bool {
    switch dep {
    case .relcl, .advcl, .conj, .prep, .npadvmod, .acl, .appos, .advmod, .ccomp, .xcomp, .dep,
      .parataxis, .dobj, .dative, .oprd, .pcomp:
      true
    default: false
    }
  }
}
