import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// The cues around quoted passages that the tree does not tie to them.
extension QuotedSpeech {
  /// A statement of nothing but several passages ("chanted “Leave” and “Freedom”") as one a passage.
  func apart(_ statement: Statement) -> [Statement] {
    guard statement.content.count == 1, let whole = statement.content.first, whole.count < 60 else {
      return [statement]
    }
    let inside = passages.map { $0.tokens.clamped(to: whole) }.filter { !$0.isEmpty }
    guard inside.count > 1 else { return [statement] }
    let isAllQuoted = whole.allSatisfy { token in
      inside.contains { $0.contains(token) } || tree[token].pos == .punct
        || tree[token].pos == .cconj || tree[token].pos == .space
    }
    guard isAllQuoted else { return [statement] }
    return inside.map { passage in
      var part = statement
      part.content = [trimmedMarks(passage)]
      return part
    }
  }

  /// A statement whose content opens with a quotation that a mark of its own closes ("shouted “Leave!” and threw …",
  /// "says, “Don't,” until …") without what follows: there the reporter goes on.
  func endedByMark(_ statement: Statement) -> Statement {
    guard let cue = statement.cueHead, statement.content.count == 1,
      let whole = statement.content.first, whole.lowerBound > cue,
      lexicon.constructions(of: cue, in: tree)?[.clause] != nil,
      let passage = passages.first(where: { $0.tokens.contains(whole.lowerBound) })?.tokens,
      passage.lowerBound == whole.lowerBound, passage.upperBound < whole.upperBound,
      !passages.contains(where: {
        $0.tokens.lowerBound > passage.upperBound && whole.contains($0.tokens.lowerBound)
      }),
      [",", ".", "!", "?"].contains(where: { tree.isWord(passage.upperBound - 1, $0) })
    else { return statement }
    var statement = statement
    let words = trimmedMarks(passage)
    if !words.isEmpty { statement.content = [words] }
    return statement
  }

  /// Whether a cue stands right before a piece, or before the one that "and" joins it to ("shouted “A” and “B”").
  func isCalled(_ piece: Piece) -> Bool {
    var before = passages[piece.passage].tokens.lowerBound - 1
    let sentence = tree.sentences[tree.sentenceOfToken[piece.range.lowerBound]]
    while before > sentence.lowerBound {
      before -= 1
      if let earlier = passages.last(where: { $0.tokens.upperBound == before + 1 }) {
        before = earlier.tokens.lowerBound - 1
        continue
      }
      switch tree[before].pos {
      case .punct, .cconj, .space: continue
      case .verb: return lexicon.constructions(of: before, in: tree)?[.clause] != nil
      default: return false
      }
    }
    return false
  }

  /// Whether a speaker and a cue come right behind a piece that a comma or a mark of its own closes ("“Leave,” they
  /// chanted"), so that even two words are speech.
  func isTagged(_ piece: Piece) -> Bool {
    let end = passages[piece.passage].tokens.upperBound
    guard end < tree.count, end - piece.range.upperBound <= 2, !isName(piece),
      let introduced = introduction(of: piece)
    else { return false }
    let start = min(introduced.verb, introduced.source.lowerBound)
    let isClosed =
      [",", "!", "?"].contains { tree.isWord(end - 1, $0) }
      || end + 1 < tree.count && tree.isWord(end + 1, ",")
    return isClosed && start >= end
      && (end..<start).allSatisfy { tree[$0].pos == .punct || tree[$0].pos == .space }
  }

  /// Whether a piece names a thing that the words before it hold ("on the programme “Morning Call,” he said …").
  private func isName(_ piece: Piece) -> Bool {
    let mark = passages[piece.passage].tokens.lowerBound - 1
    guard mark > 0, [.adp, .noun, .propn].contains(tree[mark - 1].pos),
      tree.sentenceOfToken[mark - 1] == tree.sentenceOfToken[piece.range.lowerBound]
    else { return false }
    return piece.range.contains { tree[$0].pos == .propn }
      && piece.range.allSatisfy { token in
        let isSmall = [.adp, .det, .cconj, .part, .num, .punct].contains(tree[token].pos)
        return isSmall || tree.isCapitalised(token)
      }
  }

  /// A cue before the piece in its sentence, or ending the sentence before ("He said: “…”").
  func introduction(of piece: Piece) -> (verb: Int, source: Range<Int>, head: Int)? {
    let clauses = Clauses(tree: tree)
    let sentence = tree.sentenceOfToken[piece.range.lowerBound]
    var tokens = Array(
      tree.sentences[sentence].filter { !passages[piece.passage].tokens.contains($0) })
    if sentence > 0,
      let last = tree.sentences[sentence - 1].last(where: { tree[$0].pos != .space }),
      tree.isWord(last, ":"),
      passages[piece.passage].tokens.lowerBound >= tree.sentences[sentence - 1].upperBound
    {
      tokens = Array(tree.sentences[sentence - 1]) + tokens
    }
    let verbs = tokens.filter { token in
      !passages.contains { $0.tokens.contains(token) }
        && lexicon.constructions(of: token, in: tree)?[.clause] != nil
        && tree[token].pos == .verb
    }
    let nearest = verbs.min {
      distance($0, piece.range) < distance($1, piece.range)
    }
    guard let verb = nearest ?? closing(piece, clauses), let subject = clauses.subject(of: verb),
      !piece.range.contains(subject.head)
    else { return nil }
    return (verb, clauses.nounPhrase(subject.head), subject.head)
  }

  /// A cue that opens the next sentence and has no words of its own to introduce ("…?” Kerry asked.").
  func closing(_ piece: Piece, _ clauses: Clauses) -> Int? {
    let passage = passages[piece.passage].tokens
    let next = tree.sentenceOfToken[piece.range.lowerBound] + 1
    guard next < tree.sentences.count, passage.upperBound <= tree.sentences[next].lowerBound + 1
    else { return nil }
    let sentence = tree.sentences[next]
    let verb = sentence.first { token in
      tree[token].pos == .verb && lexicon.constructions(of: token, in: tree)?[.clause] != nil
    }
    guard let verb, tree.child(verb, .ccomp, .xcomp, .dobj) == nil,
      document.block(of: verb) == document.block(of: passage.upperBound - 1),
      tree.child(verb, .nsubj) != nil, let subject = clauses.subject(of: verb)
    else { return nil }
    let start = min(verb, tree.subtree(subject.head).lowerBound)
    let opening = sentence.lowerBound..<start
    let isFirst = opening.allSatisfy { tree[$0].pos == .punct || tree[$0].pos == .space }
    return isFirst ? verb : nil
  }

  /// A name behind a dash that signs the passage ("…” — Jane Doe").
  func signature(of piece: Piece) -> (verb: Int, source: Range<Int>, head: Int)? {
    let end = document.blocks[document.block(of: piece.range.lowerBound)].tokens.upperBound
    var token = passages[piece.passage].tokens.upperBound
    while token < end, tree[token].pos == .punct || tree[token].pos == .space, !isDash(token) {
      token += 1
    }
    guard token < end, isDash(token), piece.range.upperBound <= token else { return nil }
    let dash = token
    var first = token + 1
    while first < end, tree[first].pos == .space { first += 1 }
    var last = first
    while last < end, tree[last].pos == .propn { last += 1 }
    guard first < last else { return nil }
    return (dash, first..<last, last - 1)
  }

  func isDash(_ token: Int) -> Bool {
    let span = tree[token].span
    guard span.length >= 3 else { return tree.isWord(token, "--") }
    return Quotations.isDash(tree.bytes[span.end - 3..<span.end])
  }

  func distance(_ token: Int, _ range: Range<Int>) -> Int {
    token < range.lowerBound ? range.lowerBound - token : token - range.upperBound + 1
  }
}
