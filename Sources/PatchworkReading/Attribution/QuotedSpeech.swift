import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Completes statements with the quoted passages: contents reach to the marks, and words that no cue
/// introduces get the speaker of the passage they carry on.
struct QuotedSpeech {
  let document: ReportParse
  let lexicon: CueLexicon
  let passages: [QuotedPassage]
  var tree: ParseTree { document.tree }

  init(document: ReportParse, lexicon: CueLexicon, passages: [QuotedPassage]) {
    self.document = document
    self.lexicon = lexicon
    self.passages = passages
  }

  /// The statements with their quotation filled in, and those that quotation marks alone show.
  mutating func complete(_ given: [Statement]) -> [Statement] {
    var statements = given.map(endedByMark).flatMap(apart)
    let pieces = sentencePieces()
    var pieceOwner: [Int?] = []
    for piece in pieces {
      let owner = owner(of: piece, in: statements)
      if let owner { absorb(piece, into: &statements[owner]) }
      pieceOwner.append(owner)
    }
    for (number, piece) in pieces.enumerated() where pieceOwner[number] == nil {
      // More than one sentence within one pair of marks is speech, however short each is.
      let isRunning = [number - 1, number + 1].contains {
        pieces.indices.contains($0) && pieces[$0].passage == piece.passage
      }
      guard isRunning || isSpeech(piece.range) || isCalled(piece) || isTagged(piece) else {
        continue
      }
      var statement = Statement(
        content: [piece.range], stance: .state, form: .quotation, rule: "carried")
      statement.quoted = .direct
      if let introduced = introduction(of: piece) ?? signature(of: piece) {
        statement.source = introduced.source
        statement.sourceHead = introduced.head
        statement.cue = [introduced.verb..<introduced.verb + 1]
        statement.cueHead = introduced.verb
        statement.rule = "introduced"
      }
      pieceOwner[number] = statements.count
      statements.append(statement)
    }
    link(pieces, pieceOwner, &statements)
    for index in statements.indices { statements[index].quoted = quotation(of: statements[index]) }
    return ordered(statements)
  }

  // MARK: - Pieces of passages, one a sentence

  struct Piece {
    var range: Range<Int>
    var passage: Int
    var isContinuation: Bool
  }

  func sentencePieces() -> [Piece] {
    var pieces: [Piece] = []
    for (number, passage) in passages.enumerated() {
      var start = passage.tokens.lowerBound
      var isFirst = true
      while start < passage.tokens.upperBound {
        let sentence = tree.sentences[tree.sentenceOfToken[start]]
        let end = min(sentence.upperBound, passage.tokens.upperBound)
        let range = trimmedMarks(start..<end)
        if !range.isEmpty {
          pieces.append(
            Piece(
              range: range, passage: number, isContinuation: isFirst && passage.isContinuation))
          isFirst = false
        }
        start = end
      }
    }
    return pieces
  }

  func trimmedMarks(_ range: Range<Int>) -> Range<Int> {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high, tree[low].pos == .punct || tree[low].pos == .space,
      tree[low].tag != .openBracket
    { low += 1 }
    while high > low, tree[high - 1].pos == .punct || tree[high - 1].pos == .space,
      tree[high - 1].tag != .closeBracket
    { high -= 1 }
    return low..<high
  }

  /// The statement whose cue stands outside the passage and whose content overlaps the piece most.
  func owner(of piece: Piece, in statements: [Statement]) -> Int? {
    let passage = passages[piece.passage].tokens
    var best: (index: Int, shared: Int)?
    for (index, statement) in statements.enumerated() {
      if let cue = statement.cueHead, passage.contains(cue) { continue }
      let shared = statement.content.reduce(0) { $0 + $1.clamped(to: piece.range).count }
      guard shared > 0 else { continue }
      let narrow = statement.length < (best.map { statements[$0.index].length } ?? Int.max)
      let known = best?.shared ?? 0
      if shared > known || (shared == known && narrow) { best = (index, shared) }
    }
    return best?.index
  }

  /// Widens a statement's content to the marks when the content is speech within them.
  func absorb(_ piece: Piece, into statement: inout Statement) {
    let overlapping = statement.content.firstIndex { $0.overlaps(piece.range) }
    guard let overlapping else { return }
    let part = statement.content[overlapping]
    let union =
      min(
        part.lowerBound, piece.range.lowerBound)..<max(
        part.upperBound, piece.range.upperBound)
    if let cue = statement.cueHead, union.contains(cue) { return }
    if let source = statement.source, union.overlaps(source), !part.overlaps(source) { return }
    // A few quoted words inside a longer paraphrase do not move its ends.
    statement.content[overlapping] = union
    statement.content = merged(statement.content)
  }

  func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var out: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = out.last, range.lowerBound <= last.upperBound {
        out[out.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        out.append(range)
      }
    }
    return out
  }

  /// Whether quoted words are speech rather than a term set in marks.
  func isSpeech(_ range: Range<Int>) -> Bool {
    let sentence = tree.sentences[tree.sentenceOfToken[range.lowerBound]]
    let words = range.count { tree[$0].pos != .punct && tree[$0].pos != .space }
    let outside = sentence.count {
      !range.contains($0) && tree[$0].pos != .punct && tree[$0].pos != .space
    }
    let hasVerb = range.contains { tree[$0].pos == .verb || tree[$0].pos == .aux }
    return words >= 2 && outside <= words / 3 || words >= 7 && hasVerb
  }

  /// How much of a statement's content stands between marks.
  func quotation(of statement: Statement) -> Quotation {
    if statement.quoted == .none || statement.form == .turn && statement.quoted == .direct {
      return statement.quoted
    }
    var inside = 0
    for range in statement.content {
      for passage in passages { inside += range.clamped(to: passage.tokens).count }
    }
    let share = Double(inside) / Double(max(1, statement.length))
    return share > 0.9 ? .direct : inside > 0 ? .mixed : .indirect
  }

  /// In order of where they begin, with the links renumbered.
  func ordered(_ statements: [Statement]) -> [Statement] {
    let order = statements.indices.sorted {
      let (a, b) = (statements[$0], statements[$1])
      return (tree.sentenceOfToken[min(a.start, a.cueHead ?? a.start)], a.start, a.cueHead ?? -1)
        < (tree.sentenceOfToken[min(b.start, b.cueHead ?? b.start)], b.start, b.cueHead ?? -1)
    }
    var place = [Int](repeating: 0, count: statements.count)
    for (position, index) in order.enumerated() { place[index] = position }
    return order.map { index in
      var statement = statements[index]
      statement.continues = statement.continues.map { place[$0] }
      return statement
    }
  }
}
