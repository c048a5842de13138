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
    var tree = ParseTree(Parse(text: text, tokens: tokens, entities: entities))
    tree.countWithNext(Self.runOnSentences(ranges, blocks, in: tree))
    self.tree = tree
    self.blocks = ranges
    blockOfToken = owner
  }

  /// First tokens of the sentences of headlines and captions that go on in the same line.
  private static func runOnSentences(
    _ ranges: [Block], _ blocks: [TextBlock], in tree: ParseTree
  ) -> Set<Int> {
    var starts: Set<Int> = []
    for (number, (block, next)) in zip(blocks, blocks.dropFirst()).enumerated()
    where block.part != .body {
      let between = tree.bytes[block.span.end..<max(block.span.end, next.span.start)]
      guard !between.contains(0x0A), !between.contains(0x0D) else { continue }
      for sentence in tree.sentences where ranges[number].tokens.contains(sentence.lowerBound) {
        starts.insert(sentence.lowerBound)
      }
    }
    return starts
  }

  /// The number of the block that a token belongs to.
  func block(of token: Int) -> Int { Int(blockOfToken[token]) }
}
