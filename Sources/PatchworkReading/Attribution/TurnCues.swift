import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Statements that a name and a colon introduce: turns of an interview and headlines ("MINISTER: We …").
struct TurnCues {
  let document: ReportParse
  let speakers: SpeakerLexicon
  private var tree: ParseTree { document.tree }

  /// How many words a speaker's label may have.
  private static let labelLength = 7

  /// The statements of all turns, one a sentence.
  func statements() -> [Statement] {
    var found: [Statement] = []
    for block in document.blocks {
      guard let colon = colon(in: block.tokens) else { continue }
      let label = label(block.tokens, colon)
      guard isSpeaker(label, block.part) else { continue }
      add(label, colon, block, &found)
    }
    return found
  }

  private func add(
    _ label: Range<Int>, _ colon: Int, _ block: ReportParse.Block, _ found: inout [Statement]
  ) {
    let clauses = Clauses(tree: tree)
    var start = colon + 1
    while start < block.tokens.upperBound {
      let sentence = tree.sentences[tree.sentenceOfToken[start]]
      let end = min(sentence.upperBound, block.tokens.upperBound)
      let content = clauses.trimmed(start..<end)
      start = end
      guard content.count > 1 else { continue }
      var statement = Statement(content: [content], stance: .state, form: .turn, rule: "turn")
      statement.cue = [colon..<colon + 1]
      statement.cueHead = colon
      statement.source = label
      statement.sourceHead = tree.head(of: label) ?? label.upperBound - 1
      if block.part == .body { statement.quoted = .direct }
      found.append(statement)
    }
  }

  /// The words before a turn's colon, without a mark that opens them.
  private func label(_ block: Range<Int>, _ colon: Int) -> Range<Int> {
    let start =
      tree[block.lowerBound].tag == .openQuote || tree.isWord(block.lowerBound, "\"")
      ? block.lowerBound + 1 : block.lowerBound
    return min(start, colon)..<colon
  }

  private func colon(in block: Range<Int>) -> Int? {
    let colon = block.prefix(Self.labelLength + 1).first { tree.isWord($0, ":") }
    guard let colon, colon > block.lowerBound, colon + 2 < block.upperBound else { return nil }
    return colon
  }

  /// Whether a label names somebody who may speak: in capitals, a person or body, or a known speaker.
  private func isSpeaker(_ label: Range<Int>, _ part: TextPart) -> Bool {
    let isName = label.allSatisfy { token in
      [.propn, .noun, .adj, .det, .adp, .num].contains(tree[token].pos) || tree.isWord(token, ".")
    }
    guard isName, let last = label.last, tree[last].pos == .propn || tree[last].pos == .noun else {
      return false
    }
    let entity = tree.parse.entities.first { $0.tokens.overlaps(label) }?.label
    let isCapital = label.allSatisfy { isCapitalised($0) } && tree[last].span.length > 2
    if part == .headline {
      return entity == .person || entity == .org
        || speakers.kind(ofNoun: tree.lower(last), isPlural: false) != nil
    }
    if entity == .person, label.count <= 3 { return true }
    // "PHOTO:" labels a thing; whoever speaks has a noun of speakers, or speaks again.
    if !isCapital { return false }
    let kind = speakers.kind(ofNoun: tree.lower(last), isPlural: false)
    return kind.map { $0 != .document && $0 != .medium } ?? speaksAgain(label)
  }

  /// Whether a label opens another block as well.
  private func speaksAgain(_ label: Range<Int>) -> Bool {
    document.blocks.count { block in
      guard let colon = colon(in: block.tokens) else { return false }
      return tree.text(self.label(block.tokens, colon)) == tree.text(label)
    } > 1
  }

  private func isCapitalised(_ token: Int) -> Bool {
    let span = tree[token].span
    return tree.bytes[span.start..<span.end].allSatisfy { $0 < 0x61 || $0 > 0x7A }
  }
}
