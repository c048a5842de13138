import PatchworkLanguage
import PatchworkText

/// A parse with quick ways down its dependency tree: children, subtrees, words.
struct ParseTree: Sendable {
  let parse: Parse
  /// UTF-8 bytes of the text.
  let bytes: [UInt8]
  /// Sentences as token ranges.
  let sentences: [Range<Int>]
  /// For every token, the number of its sentence.
  let sentenceOfToken: [Int]
  /// For every sentence its number in what is told, where a headline that ran into a sentence counts with it.
  private(set) var steps: [Int]
  private let childStarts: [Int32]
  private let childList: [Int32]
  private let leftEdges: [Int32]
  private let rightEdges: [Int32]

  init(_ parse: Parse) {
    self.parse = parse
    bytes = Array(parse.text.utf8)
    sentences = parse.sentences
    let tokens = parse.tokens
    let count = tokens.count
    var numbers = [Int](repeating: 0, count: count)
    for (number, range) in sentences.enumerated() {
      for token in range { numbers[token] = number }
    }
    sentenceOfToken = numbers
    steps = Array(sentences.indices)

    var starts = [Int32](repeating: 0, count: count + 1)
    for index in 0..<count where tokens[index].head != index { starts[tokens[index].head + 1] += 1 }
    for index in 0..<count { starts[index + 1] += starts[index] }
    var next = starts
    var list = [Int32](repeating: 0, count: Int(starts[count]))
    for index in 0..<count where tokens[index].head != index {
      let head = tokens[index].head
      list[Int(next[head])] = Int32(index)
      next[head] += 1
    }
    childStarts = starts
    childList = list

    // Edges grow from the leaves up; the number of rounds is the depth of the deepest crossing arc.
    var left = (0..<Int32(count)).map { $0 }
    var right = left
    var changed = true
    var rounds = 0
    while changed && rounds < 64 {
      changed = false
      rounds += 1
      for step in 0..<2 * count {
        let index = step < count ? step : 2 * count - 1 - step
        let head = tokens[index].head
        if left[index] < left[head] { (left[head], changed) = (left[index], true) }
        if right[index] > right[head] { (right[head], changed) = (right[index], true) }
      }
    }
    leftEdges = left
    rightEdges = right
  }

  var count: Int { parse.tokens.count }

  /// Counts the sentences that begin at some tokens with those after them.
  mutating func countWithNext(_ starts: Set<Int>) {
    var step = 0
    for (number, sentence) in sentences.enumerated() {
      steps[number] = step
      if !starts.contains(sentence.lowerBound) { step += 1 }
    }
  }

  /// How many sentences are told between a word and a later one, 0 in one sentence.
  func steps(from earlier: Int, to later: Int) -> Int {
    steps[sentenceOfToken[later]] - steps[sentenceOfToken[earlier]]
  }

  subscript(index: Int) -> Token { parse.tokens[index] }

  /// The children of a token in text order.
  func children(_ index: Int) -> some RandomAccessCollection<Int> {
    childList[Int(childStarts[index])..<Int(childStarts[index + 1])].lazy.map { Int($0) }
  }

  /// The first child with one of these labels, or nil.
  func child(_ index: Int, _ labels: Dependency...) -> Int? {
    children(index).first { labels.contains(parse.tokens[$0].dep) }
  }

  /// The token's subtree as one range from its left to its right edge.
  func subtree(_ index: Int) -> Range<Int> { Int(leftEdges[index])..<Int(rightEdges[index]) + 1 }

  /// The head of a token, or nil at a root.
  func head(_ index: Int) -> Int? {
    let head = parse.tokens[index].head
    return head == index ? nil : head
  }

  /// The head of a token in what is told: a participle behind "…, residents said, " goes on with what stood before it.
  func tellingHead(_ index: Int) -> Int? {
    guard let head = head(index) else { return nil }
    if self[index].dep == .advcl, self[index].tag == .vbg, index > head,
      let told = child(head, .ccomp), told < head
    {
      return told
    }
    return head
  }

  /// The token that governs a phrase: the highest head of its last token inside it, or nil of an empty range.
  func head(of phrase: Range<Int>) -> Int? {
    guard var head = phrase.last else { return nil }
    while let up = self.head(head), phrase.contains(up) { head = up }
    return head
  }

  /// Whether the token stands below the other, or is it.
  func isInside(_ index: Int, of ancestor: Int) -> Bool {
    var at = index
    for _ in 0..<count {
      if at == ancestor { return true }
      guard let up = head(at) else { return false }
      at = up
    }
    return false
  }

  /// The tokens from this one up to its root, the token itself first.
  func path(from index: Int) -> [Int] {
    var path = [index]
    while let up = head(path[path.count - 1]), path.count <= count { path.append(up) }
    return path
  }

  /// The word as written.
  func word(_ index: Int) -> String {
    let span = parse.tokens[index].span
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }

  /// The word in lower case.
  func lower(_ index: Int) -> String { word(index).lowercased() }

  /// The lemma in lower case.
  func lemma(_ index: Int) -> String { parse.tokens[index].lemma.lowercased() }

  /// Whether the word, in lower case, equals an ASCII lower-case word; without making a string.
  func isWord(_ index: Int, _ lowered: StaticString) -> Bool {
    let span = parse.tokens[index].span
    guard span.length == lowered.utf8CodeUnitCount else { return false }
    let wanted = lowered.utf8Start
    for offset in 0..<span.length {
      let byte = bytes[span.start + offset]
      let low = byte >= 65 && byte <= 90 ? byte + 32 : byte
      if low != wanted[offset] { return false }
    }
    return true
  }

  /// Whether a token is there and is a noun, a name or a personal pronoun.
  func isNominal(_ index: Int) -> Bool {
    guard index < count else { return false }
    return [.noun, .propn].contains(parse.tokens[index].pos) || parse.tokens[index].tag == .prp
  }

  /// Whether the word begins with an ASCII capital.
  func isCapitalised(_ index: Int) -> Bool {
    (65...90).contains(bytes[parse.tokens[index].span.start])
  }

  /// The bytes that a range of tokens covers, without white-space tokens at its ends.
  func span(_ range: Range<Int>) -> Span {
    var low = range.lowerBound
    var high = range.upperBound
    while low < high && parse.tokens[low].isSpace { low += 1 }
    while high > low && parse.tokens[high - 1].isSpace { high -= 1 }
    guard low < high else {
      let at = low < count ? parse.tokens[low].span.start : bytes.count
      return Span(at, at)
    }
    return Span(parse.tokens[low].span.start, parse.tokens[high - 1].span.end)
  }

  /// Whether some of the words that a span covers are among these tokens.
  func holds(_ words: Span, in tokens: Range<Int>) -> Bool {
    let covered = span(tokens)
    return words.start < covered.end && covered.start < words.end
  }

  /// The words that a range of tokens covers, verbatim.
  func text(_ range: Range<Int>) -> String {
    let span = span(range)
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }
}
