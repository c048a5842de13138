import PatchworkLanguage
import PatchworkRecord

/// Whose words carry on where a quotation has no cue of its own.
extension QuotedSpeech {
  /// Gives uncued pieces the speaker of their passage, or of the passage they follow.
  func link(_ pieces: [Piece], _ owners: [Int?], _ statements: inout [Statement]) {
    for number in pieces.indices {
      guard let index = owners[number] else { continue }
      let isUncued = statements[index].cue.isEmpty && statements[index].source == nil
      let isFirst = number == 0 || pieces[number - 1].passage != pieces[number].passage
      guard isUncued || !isFirst else { continue }
      // A passage whose cue comes at its end is that speaker's from its first sentence on.
      if isUncued, isFirst, let owner = cue(endingPassageOf: number, pieces, owners, statements) {
        statements[index].source = statements[owner].source
        statements[index].sourceHead = statements[owner].sourceHead
        statements[index].rule = "named-later"
        statements[index].isCuedLater = true
        continue
      }
      if number > 0, let before = owners[number - 1], before != index,
        pieces[number - 1].passage == pieces[number].passage || pieces[number].isContinuation
          || isUncued && follows(pieces[number - 1], pieces[number])
      {
        let isApart =
          pieces[number - 1].passage != pieces[number].passage && !pieces[number].isContinuation
        let taken = isApart ? speaker(before: pieces[number], in: statements) : nil
        statements[index].continues = taken ?? before
        continue
      }
      if isUncued, let speaker = speaker(before: pieces[number], in: statements) {
        statements[index].continues = speaker
      } else if isUncued, let subject = subject(before: pieces[number]) {
        statements[index].source = Clauses(tree: tree).nounPhrase(subject)
        statements[index].sourceHead = subject
        statements[index].rule = "subject-before"
      }
    }
    // Sources travel down the links once all are set.
    for number in pieces.indices {
      guard let index = owners[number], statements[index].source == nil,
        let before = statements[index].continues
      else { continue }
      statements[index].source = statements[before].source
      statements[index].sourceHead = statements[before].sourceHead
      statements[index].isUnstated = statements[before].isUnstated
      statements[index].rule = "carried"
    }
    for number in pieces.indices.reversed() {
      guard let index = owners[number], let before = statements[index].continues,
        statements[before].source == nil, statements[before].cue.isEmpty,
        statements[index].source != nil
      else { continue }
      statements[before].source = statements[index].source
      statements[before].sourceHead = statements[index].sourceHead
      statements[before].rule = "named-later"
      statements[before].isCuedLater = true
    }
  }

  /// Who acts in the reporter's words right before a passage: a person or group that the passage then quotes.
  func subject(before piece: Piece) -> Int? {
    let first = passages[piece.passage].tokens.lowerBound
    let own = tree.sentenceOfToken[piece.range.lowerBound]
    for sentence in [own, own - 1] where sentence >= 0 {
      let range = tree.sentences[sentence]
      guard range.lowerBound < first,
        document.block(of: first) - document.block(of: range.lowerBound) <= 1
      else { continue }
      let subject = range.first { token in
        token < first && tree[token].dep == .nsubj && tree[tree[token].head].dep == .root
          && !passages.contains { $0.tokens.contains(token) }
      }
      guard let subject else { continue }
      let isPerson =
        tree.parse.entities.contains { $0.label == .person && $0.tokens.contains(subject) }
      let isCalled = tree.isWord(subject, "he") || tree.isWord(subject, "she")
      let isColon = first >= 2 && tree.isWord(first - 2, ":")
      return isPerson || isCalled || (isColon && tree[subject].pos != .pron) ? subject : nil
    }
    return nil
  }

  /// The statement with a source that owns a later piece of the same passage.
  private func cue(
    endingPassageOf number: Int, _ pieces: [Piece], _ owners: [Int?], _ statements: [Statement]
  ) -> Int? {
    for later in pieces.indices where later > number {
      guard pieces[later].passage == pieces[number].passage else { return nil }
      if let owner = owners[later], statements[owner].source != nil { return owner }
    }
    return nil
  }

  /// The statement whose speaker goes on speaking in a piece that stands alone: the one in the sentences
  /// right before it, unless the piece takes up the words of another speaker's statement and not of that one.
  func speaker(before piece: Piece, in statements: [Statement]) -> Int? {
    let sentence = tree.sentenceOfToken[piece.range.lowerBound]
    let sourced = statements.indices.filter { index in
      guard statements[index].source != nil, let cue = statements[index].cueHead,
        lexicon.constructions(of: cue, in: tree)?[.clause] != nil, tree[cue].pos == .verb
      else { return false }
      return cue < piece.range.lowerBound && !passages.contains { $0.tokens.contains(cue) }
        && document.blocks[document.block(of: cue)].part == .body
    }
    let near = sourced.filter { index in
      sentence - tree.sentenceOfToken[statements[index].cueHead ?? 0] <= 2
    }.max { last(of: statements[$0]) < last(of: statements[$1]) }
    let words = contentWords([piece.range])
    let nearShared =
      near.map { words.intersection(contentWords(statements[$0].content)).count } ?? 0
    let taken = sourced.map { ($0, words.intersection(contentWords(statements[$0].content)).count) }
      .max { $0.1 < $1.1 }
    if let taken, taken.1 >= 3, nearShared == 0 { return taken.0 }
    return near
  }

  /// Where a statement comes among those of its report: by its cue, and of one cue by its words.
  private func last(of statement: Statement) -> (Int, Int) {
    (statement.cueHead ?? 0, statement.start)
  }

  /// The lemmas of the nouns, verbs, adjectives and numbers in some ranges.
  func contentWords(_ ranges: [Range<Int>]) -> Set<String> {
    var words: Set<String> = []
    for range in ranges {
      for token in range {
        switch tree[token].pos {
        case .noun, .propn, .verb, .adj, .num: words.insert(tree.lemma(token))
        default: continue
        }
      }
    }
    return words
  }

  /// Whether a piece comes right after another, with no words of the reporter's own in between.
  func follows(_ first: Piece, _ second: Piece) -> Bool {
    guard first.range.upperBound <= second.range.lowerBound else { return false }
    let blocks =
      document.block(of: second.range.lowerBound) - document.block(of: first.range.lowerBound)
    guard blocks <= 1 else { return false }
    let from = tree.sentenceOfToken[first.range.lowerBound]
    let to = tree.sentenceOfToken[second.range.lowerBound]
    return to - from <= 1
  }
}
