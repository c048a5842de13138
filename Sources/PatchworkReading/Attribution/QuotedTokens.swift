/// Which tokens stand between quotation marks, and in which passage; each question in the logarithm of the passages at most.
struct QuotedTokens: Sendable {
  let passages: [QuotedPassage]
  /// For every token the number of its passage, or -1.
  private let numbers: [Int32]

  init(_ passages: [QuotedPassage], count: Int) {
    self.passages = passages
    var numbers = [Int32](repeating: -1, count: count)
    for (number, passage) in passages.enumerated() {
      for token in passage.tokens { numbers[token] = Int32(number) }
    }
    self.numbers = numbers
  }

  /// Whether a token stands between marks.
  func contains(_ token: Int) -> Bool { numbers[token] >= 0 }

  /// The passage that a token stands in, or nil.
  func passage(at token: Int) -> Range<Int>? {
    numbers[token] < 0 ? nil : passages[Int(numbers[token])].tokens
  }

  /// The first passage that begins behind a token, or nil.
  func passage(behind token: Int) -> Range<Int>? {
    var (low, high) = (0, passages.count)
    while low < high {
      let middle = (low + high) / 2
      if passages[middle].tokens.lowerBound > token { high = middle } else { low = middle + 1 }
    }
    return low < passages.count ? passages[low].tokens : nil
  }
}
