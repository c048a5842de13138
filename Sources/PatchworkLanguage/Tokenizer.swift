/// A token before the pipeline has said anything about it.
struct RawToken {
  var lexeme: Int32
  var hasSpace: Bool
  var start: Int
  var length: Int
}

/// Cuts texts into tokens; one worker's own, with a cache of the spans it has met.
final class Tokenizer {
  typealias Bytes = UnsafeBufferPointer<UInt8>

  private struct CachedPiece {
    let lexeme: Int32
    let length: Int32
  }

  private let rules: TokenizerRules
  private let splitter: SpanSplitter
  private let lexicon: Lexicon
  private let spans = ByteTable(capacity: 8192)
  private var spanPieces: [(first: Int32, count: Int32)] = []
  private var cached: [CachedPiece] = []
  private var pieces: [TokenizerRules.Piece] = []
  /// Longer spans are rarely met twice.
  private static let longestCached = 64

  init(rules: TokenizerRules, lexicon: Lexicon) {
    self.rules = rules
    self.lexicon = lexicon
    splitter = SpanSplitter(rules)
  }

  /// Whether the cache has grown so far that it should be emptied.
  var isFull: Bool { spans.count > 40_000 || cached.count > 120_000 }

  func removeAll() {
    spans.removeAll()
    spanPieces.removeAll(keepingCapacity: true)
    cached.removeAll(keepingCapacity: true)
  }

  /// Appends the tokens of a text.
  func tokenize(_ text: Bytes, into tokens: inout [RawToken]) {
    let first = tokens.count
    var mayHide = false
    Runs.each(text) { run, followed in
      let span = Bytes(rebasing: text[run])
      if span.count <= Self.longestCached {
        append(cachedPieces(of: span), at: run.lowerBound, to: &tokens, &mayHide)
      } else {
        pieces.removeAll(keepingCapacity: true)
        splitter.split(span, into: &pieces)
        var start = run.lowerBound
        for piece in pieces {
          let form = Bytes(rebasing: text[start..<start + piece.length])
          let lexeme = lexicon.lexeme(form, norm: piece.norm)
          if lexicon.lexemes[Int(lexeme)].phraseHead >= 0 { mayHide = true }
          tokens.append(
            RawToken(lexeme: lexeme, hasSpace: false, start: start, length: piece.length))
          start += piece.length
        }
      }
      if followed { tokens[tokens.count - 1].hasSpace = true }
    }
    if mayHide { rejoin(text, from: first, &tokens) }
  }

  @inline(__always)
  private func append(
    _ found: (first: Int32, count: Int32), at offset: Int, to tokens: inout [RawToken],
    _ mayHide: inout Bool
  ) {
    var start = offset
    for index in Int(found.first)..<Int(found.first + (found.count & 0xFFFF)) {
      let piece = cached[index]
      tokens.append(
        RawToken(
          lexeme: piece.lexeme, hasSpace: false, start: start, length: Int(piece.length)))
      start += Int(piece.length)
    }
    if found.count & 0x10000 != 0 { mayHide = true }
  }

  /// The tokens of a short span; bit 16 of the count says that a special case may start in it.
  private func cachedPieces(of span: Bytes) -> (first: Int32, count: Int32) {
    let hash = ByteTable.hash(span, 0)
    let known = spans.find(span, hash: hash, tag: 0)
    if known >= 0 { return spanPieces[known] }
    pieces.removeAll(keepingCapacity: true)
    let special = rules.special(span)
    if special >= 0 {
      pieces += rules.pieces[special]
    } else {
      splitter.split(span, into: &pieces)
    }
    let first = cached.count
    var start = 0
    var mayHide = false
    for piece in pieces {
      let form = Bytes(rebasing: span[start..<start + piece.length])
      let lexeme = lexicon.lexeme(form, norm: piece.norm)
      if lexicon.lexemes[Int(lexeme)].phraseHead >= 0 { mayHide = true }
      cached.append(CachedPiece(lexeme: lexeme, length: Int32(piece.length)))
      start += piece.length
    }
    let entry = (first: Int32(first), count: Int32(pieces.count) | (mayHide ? 0x10000 : 0))
    spans.add(span, hash: hash, tag: 0)
    spanPieces.append(entry)
    return entry
  }

  // MARK: - Special cases that splitting has hidden

  /// Replaces sequences of tokens that are a special case when taken together.
  private func rejoin(_ text: Bytes, from first: Int, _ tokens: inout [RawToken]) {
    var matches: [Range<Int>] = []
    for index in first..<tokens.count {
      let head = lexicon.lexemes[Int(tokens[index].lexeme)].phraseHead
      guard head >= 0 else { continue }
      for phrase in rules.phrases[Int(head)]
      where index + phrase.count <= tokens.count && stands(phrase, text, tokens, at: index) {
        matches.append(index..<index + phrase.count)
      }
    }
    guard !matches.isEmpty else { return }
    let accepted = Self.longestFirst(matches, first: first, count: tokens.count)
    guard !accepted.isEmpty else { return }
    var result: [RawToken] = []
    result.reserveCapacity(tokens.count - first + 8)
    var index = first
    for match in accepted {
      result += tokens[index..<match.lowerBound]
      appendRejoined(match, text, tokens, to: &result)
      index = match.upperBound
    }
    result += tokens[index...]
    tokens.replaceSubrange(first..., with: result)
  }

  private func stands(
    _ phrase: [[UInt8]], _ text: Bytes, _ tokens: [RawToken], at index: Int
  ) -> Bool {
    for (offset, form) in phrase.enumerated() {
      let token = tokens[index + offset]
      guard token.length == form.count,
        text[token.start..<token.start + token.length].elementsEqual(form)
      else { return false }
    }
    return true
  }

  /// Longer matches go before shorter ones, earlier before later; tokens of a match are taken.
  private static func longestFirst(
    _ matches: [Range<Int>], first: Int, count: Int
  ) -> [Range<Int>] {
    let sorted = matches.sorted {
      $0.count != $1.count ? $0.count > $1.count : $0.lowerBound < $1.lowerBound
    }
    var taken: Set<Int> = []
    var accepted: [Range<Int>] = []
    for match in sorted {
      if !taken.contains(match.lowerBound), !taken.contains(match.upperBound - 1) {
        accepted.append(match)
      }
      taken.formUnion(match)
    }
    return accepted.sorted { $0.lowerBound < $1.lowerBound }
  }

  private func appendRejoined(
    _ match: Range<Int>, _ text: Bytes, _ tokens: [RawToken], to result: inout [RawToken]
  ) {
    let (head, last) = (tokens[match.lowerBound], tokens[match.upperBound - 1])
    let form = Bytes(rebasing: text[head.start..<last.start + last.length])
    let special = rules.special(form)
    guard special >= 0 else {
      result += tokens[match]
      return
    }
    var start = head.start
    for piece in rules.pieces[special] {
      let part = Bytes(rebasing: text[start..<start + piece.length])
      result.append(
        RawToken(
          lexeme: lexicon.lexeme(part, norm: piece.norm), hasSpace: false, start: start,
          length: piece.length))
      start += piece.length
    }
    result[result.count - 1].hasSpace = last.hasSpace
  }
}
