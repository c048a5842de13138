import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Reads the numbers of a text with the words that bound them.
struct QuantityScan {
  let tree: ParseTree
  let atoms: Atoms
  let lexicon: CountLexicon
  /// The token of every atom.
  let tokens: [Int32]

  private static let another = WordKey("another")
  private static let additional: Set<WordKey> = [WordKey("further"), WordKey("additional")]
  private static let more: Set<WordKey> = [WordKey("more")]
  static let of = WordKey("of")
  static let and = WordKey("and")
  private static let or = WordKey("or")
  static let to = WordKey("to")
  static let between = WordKey("between")
  static let from = WordKey("from")
  private static let by = WordKey("by")
  private static let times = WordKey("times")
  private static let articles: Set<WordKey> = [WordKey("a"), WordKey("an"), WordKey("the")]

  /// The quantity that starts at an atom, or nil.
  func read(at start: Int) -> Quantity? {
    guard var quantity = vague(at: start) ?? fraction(at: start) ?? numeral(at: start) else {
      return nil
    }
    widen(&quantity)
    return quantity
  }

  func isWord(_ index: Int, _ key: WordKey) -> Bool {
    index >= 0 && index < atoms.count && atoms[index].kind == .word && atoms[index].key == key
  }

  // MARK: The number itself

  private func vague(at start: Int) -> Quantity? {
    guard atoms[start].kind == .word, let phrases = lexicon.vague[atoms[start].key] else {
      return nil
    }
    guard let (vague, end) = longest(phrases, at: start + 1) else { return nil }
    // "hundreds" behind a number is part of it; "the tens digit" is no count.
    return Quantity(
      core: start..<end, low: vague.low, high: vague.high, relation: .vague,
      convention: vague.convention)
  }

  private func longest<Value>(_ phrases: [CountLexicon.Phrase<Value>], at start: Int) -> (
    Value, end: Int
  )? {
    for phrase in phrases {
      var at = start
      for word in phrase.rest {
        guard isWord(at, word), !atoms[at].startsLine else { break }
        at += 1
      }
      if at - start == phrase.rest.count { return (phrase.value, at) }
    }
    return nil
  }

  /// "a third of the trucks", "two thirds of them", "half of the", "three times as many".
  private func fraction(at start: Int) -> Quantity? {
    if let numeral = Numerals.read(at: start, in: atoms), !numeral.isOrdinal,
      let factor = numeral.whole, isWord(numeral.atoms.upperBound, Self.times),
      isWord(numeral.atoms.upperBound + 1, WordKey("as")),
      isWord(numeral.atoms.upperBound + 2, WordKey("many"))
    {
      return Quantity(
        core: start..<numeral.atoms.upperBound + 3, low: nil, high: nil, relation: .vague,
        convention: "multiple:\(factor)")
    }
    if isWord(start, WordKey("twice")), isWord(start + 1, WordKey("as")),
      isWord(start + 2, WordKey("many"))
    {
      return Quantity(
        core: start..<start + 3, low: nil, high: nil, relation: .vague, convention: "multiple:2")
    }
    var at = start
    var count = 1
    if atoms[start].kind == .word, Self.articles.contains(atoms[start].key) {
      at = start + 1
    } else if let numeral = Numerals.read(at: start, in: atoms), !numeral.isOrdinal,
      numeral.style == .words, let whole = numeral.whole, whole > 0, whole < 10
    {
      (count, at) = (whole, numeral.atoms.upperBound)
      if atoms.isSign(at, "-") { at += 1 }
    }
    guard at < atoms.count, let parts = Self.parts[atoms[at].key], isWord(at + 1, Self.of),
      at > start || parts == 2
    else { return nil }
    return Quantity(
      core: start..<at + 1, low: nil, high: nil, relation: .vague,
      convention: "fraction:\(count)/\(parts)")
  }

  private static let parts = WordTable<Int>([
    WordKey("half"): 2, WordKey("third"): 3, WordKey("thirds"): 3, WordKey("quarter"): 4,
    WordKey("quarters"): 4, WordKey("fifth"): 5, WordKey("fifths"): 5, WordKey("tenth"): 10,
  ])

  private func numeral(at start: Int) -> Quantity? {
    guard let first = Numerals.read(at: start, in: atoms), !first.isOrdinal, isCount(first),
      let low = first.whole
    else { return nil }
    let end = first.atoms.upperBound
    if let (high, close) = rangeEnd(after: end, low: low, start: start) {
      // "five to seven thousand": the first number shares the second's scale.
      let scale = Numerals.scale(of: atoms[close - 1])
      let shared = Numerals.scale(of: atoms[end - 1]) == nil ? scale.map { low * $0 } ?? low : low
      return Quantity(
        core: start..<close, low: shared < high ? shared : low, high: high, relation: .range)
    }
    if let share = share(from: start, low: low, end) { return share }
    return Quantity(core: first.atoms, low: low, high: low, relation: .exact)
  }

  /// The upper end of "10 to 20", "12-20", "two or three", "between 10 and 20".
  private func rangeEnd(after end: Int, low: Int, start: Int) -> (Int, end: Int)? {
    let dash = atoms.isSign(end, "-")
    let isBetween = isWord(start - 1, Self.between)
    let joins =
      dash
      || (isWord(end, Self.to) && !isWord(start - 1, Self.from) && !isWord(start - 1, Self.by))
      || isWord(end, Self.or)
      || (isWord(end, Self.and) && isBetween)
    guard joins, end + 1 < atoms.count, !atoms[end].startsLine,
      let second = Numerals.read(at: end + 1, in: atoms), !second.isOrdinal, let high = second.whole
    else { return nil }
    return high > low ? (high, second.atoms.upperBound) : nil
  }

  /// "one in three", "two out of five": a share, which counts nobody.
  private func share(from start: Int, low: Int, _ end: Int) -> Quantity? {
    let isOutOf = isWord(end, WordKey("out")) && isWord(end + 1, Self.of)
    let next = isOutOf ? end + 2 : end + 1
    guard isOutOf || isWord(end, WordKey("in")), next < atoms.count,
      let whole = Numerals.read(at: next, in: atoms), !whole.isOrdinal, let parts = whole.whole,
      low < parts, parts < 101
    else { return nil }
    return Quantity(
      core: start..<whole.atoms.upperBound, low: nil, high: nil, relation: .vague,
      convention: "fraction:\(low)/\(parts)")
  }

  // MARK: Words around the number

  /// Takes bounding words, "another" and "more" along.
  private func widen(_ quantity: inout Quantity) {
    var start = quantity.core.lowerBound
    var end = quantity.core.upperBound
    if quantity.relation == .range, isWord(start - 1, Self.between) { start -= 1 }
    var relation: CountRelation?
    for _ in 0..<3 {
      if isWord(start - 1, Self.another) {
        quantity.isAdditional = true
        start -= 1
      } else if start > 0, atoms[start - 1].kind == .word,
        Self.additional.contains(atoms[start - 1].key)
      {
        quantity.isAdditional = true
        start -= start > 1 && Self.articles.contains(atoms[start - 2].key) ? 2 : 1
      } else if let (found, from) = bounding(before: start) {
        // The outermost of two bounding words gives the sense: "at least some 40".
        relation = found
        start = from
      } else {
        break
      }
    }
    if atoms.isSign(end, "-"), end + 1 < atoms.count, !atoms[end + 1].isSpaced,
      let phrases = lexicon.after[atoms[end + 1].key],
      let (found, close) = longest(phrases, at: end + 2)
    {
      (relation, end) = (relation ?? found, close)
    }
    if let phrases = end < atoms.count && atoms[end].kind == .word
      ? lexicon.after[atoms[end].key] : nil, let (found, close) = longest(phrases, at: end + 1)
    {
      (relation, end) = (relation ?? found, close)
    } else if atoms.isSign(end, "+"), !atoms[end].isSpaced {
      (relation, end) = (.moreThan, end + 1)
    }
    if end < atoms.count, atoms[end].kind == .word, Self.more.contains(atoms[end].key),
      !isWord(end + 1, WordKey("than"))
    {
      quantity.isAdditional = true
      end += 1
    }
    if let relation { quantity.bound(by: relation) }
    quantity.atoms = start..<end
  }

  /// The bounding phrase that ends right before an atom.
  private func bounding(before start: Int) -> (CountRelation, from: Int)? {
    guard start > 0, atoms[start - 1].kind == .word,
      let phrases = lexicon.before[atoms[start - 1].key]
    else { return nil }
    for phrase in phrases {
      var at = start - 2
      for word in phrase.rest {
        guard isWord(at, word) else { break }
        at -= 1
      }
      if start - 2 - at == phrase.rest.count { return (phrase.value, at + 1) }
    }
    return nil
  }
}
