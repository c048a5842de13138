/// Splits one run of a text between white space into tokens.
final class SpanSplitter {
  /// A token of the span: bytes from the last token's end, and the norm a special case gives, or 0.
  typealias Piece = TokenizerRules.Piece
  typealias Bytes = UnsafeBufferPointer<UInt8>

  private let rules: TokenizerRules
  private let match = PatternMatch()
  private var suffixes: [Int] = []
  /// Spans longer than this are searched for suffixes at their end only.
  private static let longSpan = 1024
  private static let suffixReach = 256

  init(_ rules: TokenizerRules) { self.rules = rules }

  /// Appends the tokens of a span; `specials` false leaves special cases apart.
  func split(_ span: Bytes, specials: Bool = true, into pieces: inout [Piece]) {
    @inline(__always) func special(_ text: Bytes) -> Int { specials ? rules.special(text) : -1 }
    suffixes.removeAll(keepingCapacity: true)
    var rest = span
    var last = -1
    while !rest.isEmpty, rest.count != last {
      if special(rest) >= 0 { break }
      last = rest.count
      let p = prefixLength(rest)
      if p > 0, p < rest.count, special(from(rest, p)) >= 0 {
        pieces.append(Piece(length: p, norm: 0))
        rest = from(rest, p)
        break
      }
      let q = suffixLength(from(rest, p))
      if q > 0, q < rest.count, special(upTo(rest, rest.count - q)) >= 0 {
        suffixes.append(q)
        rest = upTo(rest, rest.count - q)
        break
      }
      if p > 0, q > 0, p + q <= rest.count {
        pieces.append(Piece(length: p, norm: 0))
        suffixes.append(q)
        rest = upTo(from(rest, p), rest.count - p - q)
      } else if p > 0 {
        pieces.append(Piece(length: p, norm: 0))
        rest = from(rest, p)
      } else if q > 0 {
        suffixes.append(q)
        rest = upTo(rest, rest.count - q)
      }
    }
    if !rest.isEmpty {
      let found = special(rest)
      if found >= 0 {
        pieces += rules.pieces[found]
      } else if rules.url.firstMatch(in: rest, anchored: true, using: match) != nil {
        pieces.append(Piece(length: rest.count, norm: 0))
      } else {
        splitInfixes(rest, into: &pieces)
      }
    }
    for length in suffixes.reversed() { pieces.append(Piece(length: length, norm: 0)) }
  }

  private func splitInfixes(_ text: Bytes, into pieces: inout [Piece]) {
    var start = 0
    eachInfix(text) { found in
      guard found.lowerBound != 0 else { return }
      if found.lowerBound != start {
        pieces.append(Piece(length: found.lowerBound - start, norm: 0))
      }
      if !found.isEmpty { pieces.append(Piece(length: found.count, norm: 0)) }
      start = found.upperBound
    }
    if start < text.count { pieces.append(Piece(length: text.count - start, norm: 0)) }
  }

  /// Calls back with every match of the infix pattern, none overlapping.
  private func eachInfix(_ text: Bytes, _ body: (Range<Int>) -> Void) {
    var offset = 0
    while offset <= text.count,
      let found = rules.infix.firstMatch(in: text, from: offset, using: match)
    {
      guard found.lowerBound >= offset else { return }
      body(found)
      offset = found.upperBound
      if found.isEmpty {
        offset += offset < text.count ? Scalars.scalar(text, at: offset).1 : 1
      }
    }
  }

  private func from(_ text: Bytes, _ offset: Int) -> Bytes { Bytes(rebasing: text[offset...]) }
  private func upTo(_ text: Bytes, _ end: Int) -> Bytes { Bytes(rebasing: text[..<end]) }

  private func prefixLength(_ text: Bytes) -> Int {
    guard !text.isEmpty else { return 0 }
    let length = rules.prefix.firstMatch(in: text, using: match)?.count ?? 0
    return isBoundary(text, length) ? length : 0
  }

  /// Whether a text may be cut before this byte, which no pattern of a sound model puts in doubt.
  private func isBoundary(_ text: Bytes, _ offset: Int) -> Bool {
    offset == text.count || text[offset] & 0xC0 != 0x80
  }

  private func suffixLength(_ text: Bytes) -> Int {
    guard !text.isEmpty else { return 0 }
    if text.count > Self.longSpan {
      // A suffix ends the span, so one that starts inside its last part is found by looking there.
      var offset = text.count - Self.suffixReach
      while offset > 0, text[offset] & 0xC0 == 0x80 { offset -= 1 }
      let found = rules.suffix.firstMatch(in: text, from: offset, using: match)
      if found?.lowerBound != offset { return suffixLength(text, found) }
    }
    return suffixLength(text, rules.suffix.firstMatch(in: text, using: match))
  }

  private func suffixLength(_ text: Bytes, _ found: Range<Int>?) -> Int {
    guard let found, isBoundary(text, text.count - found.count) else { return 0 }
    return found.count
  }

  /// Whether any affix pattern finds something in a text.
  func hasAffix(_ text: Bytes) -> Bool {
    prefixLength(text) > 0 || suffixLength(text) > 0
      || rules.infix.firstMatch(in: text, using: match) != nil
  }

  /// The token texts of a short text when no special case applies.
  func plainTokens(_ text: Bytes) -> [[UInt8]] {
    var tokens: [[UInt8]] = []
    var pieces: [Piece] = []
    Runs.each(text) { run, _ in
      pieces.removeAll()
      let span = Bytes(rebasing: text[run])
      split(span, specials: false, into: &pieces)
      var start = 0
      for piece in pieces {
        tokens.append(Array(span[start..<start + piece.length]))
        start += piece.length
      }
    }
    return tokens
  }
}
