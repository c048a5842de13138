import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// A report's parse: one tree over the report's own text, and which tokens belong to which block.
struct ReportParse: Sendable {
  /// A block's tokens and the part of the text it is.
  struct Block: Sendable {
    let tokens: Range<Int>
    let part: TextPart
  }

  let tree: ParseTree
  let blocks: [Block]
  private let blockOfToken: [Int32]

  /// Joins the parses of a report's blocks, in order, into one whose spans count in the report's text.
  init(text: String, blocks: [TextBlock], parses: [Parse]) {
    var tokens: [Token] = []
    var entities: [Entity] = []
    var ranges: [Block] = []
    var owner: [Int32] = []
    tokens.reserveCapacity(parses.reduce(0) { $0 + $1.tokens.count })
    for (block, parse) in zip(blocks, parses) {
      let first = tokens.count
      for token in parse.tokens {
        var token = token
        token.span = token.span.shifted(by: block.span.start)
        token.head += first
        tokens.append(token)
        owner.append(Int32(ranges.count))
      }
      if tokens.count > first { tokens[first].isSentenceStart = true }
      for entity in parse.entities {
        let moved = entity.tokens.lowerBound + first..<entity.tokens.upperBound + first
        entities.append(Entity(tokens: moved, label: entity.label))
      }
      ranges.append(Block(tokens: first..<tokens.count, part: block.part))
    }
    tree = ParseTree(Parse(text: text, tokens: tokens, entities: entities))
    self.blocks = ranges
    blockOfToken = owner
  }

  /// The number of the block that a token belongs to.
  func block(of token: Int) -> Int { Int(blockOfToken[token]) }
}
