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
  private static let of = WordKey("of")
  private static let and = WordKey("and")
  private static let or = WordKey("or")
  private static let to = WordKey("to")
  private static let between = WordKey("between")
  private static let from = WordKey("from")
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

  private func isWord(_ index: Int, _ key: WordKey) -> Bool {
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

  // MARK: What is no count

  /// Whether a number may count something: no name, date, age, sum of money, clock or telephone number.
  private func isCount(_ numeral: Numeral) -> Bool {
    let start = numeral.atoms.lowerBound
    let end = numeral.atoms.upperBound
    if start > 0, !atoms[start].isSpaced, isBlocked(before: start) { return false }
    if start > 0, atoms[start - 1].kind == .sign, isCurrency(start - 1) { return false }
    if end < atoms.count, !atoms[end].isSpaced, isBlocked(behind: end) { return false }
    if atoms[start].kind == .number, numeral.atoms.count == 1 {
      let span = atoms[start].span
      let isGrouped = atoms.isGrouped(start)
      if !isGrouped, span.length > 1, atoms.bytes[span.start] == 0x30 { return false }
      if !isGrouped, span.length > 7 { return false }
      if atoms[start].startsLine, atoms.isSign(end, ".") || atoms.isSign(end, ")") { return false }
    }
    return !isNamed(start) && !isAge(numeral)
  }

  private func isBlocked(before start: Int) -> Bool {
    let sign = atoms[start - 1]
    if sign.kind == .word { return true }
    for scalar in ["/", ":", "+", "#", "@", "."] as [Unicode.Scalar]
    where sign.key == .sign(scalar) { return true }
    // "Su-24", "F-16": a name; "10-12" is a range, read from its first number.
    return sign.key == .sign("-") && start > 1 && !sign.isSpaced && atoms[start - 2].kind != .sign
  }

  private func isBlocked(behind end: Int) -> Bool {
    let next = atoms[end]
    if next.kind == .word { return true }
    if next.key == .sign("-"), end + 1 < atoms.count, !atoms[end + 1].isSpaced,
      atoms[end + 1].kind == .word, !Numerals.mayStart(at: end + 1, in: atoms)
    {
      // "100-plus", "20-odd" bound the number.
      if lexicon.after.contains(atoms[end + 1].key) { return false }
      // "one-party rule", "102-page report"; "48-hour" and "10-mile" measure.
      let kind = lexicon.units[atoms[end + 1].key]?.kind
      return kind != .time && kind != .measure
    }
    guard end + 1 < atoms.count, !atoms[end + 1].isSpaced else {
      return next.key == .sign("%") ? false : isCurrency(end)
    }
    return next.key == .sign("/") || (next.key == .sign(":") && atoms[end + 1].kind == .number)
      || isCurrency(end)
  }

  private func isCurrency(_ index: Int) -> Bool {
    for scalar in ["$", "£", "€", "¥", "₺", "₽", "₪", "₹"] as [Unicode.Scalar]
    where atoms[index].key == .sign(scalar) { return true }
    return false
  }

  /// A number that belongs to a name or an age: "Resolution 2254", "Boeing 737", "age 12".
  private func isNamed(_ start: Int) -> Bool {
    var before = start - 1
    if atoms.isSign(before, ".") { before -= 1 }
    // "aged between 5 and 12".
    if isWord(before, Self.between) || isWord(before, Self.from) {
      if before > 0, lexicon.identifiers[atoms[before - 1].key] == .age { return true }
    }
    if before > 0, isWord(before, Self.and) || isWord(before, Self.to),
      atoms[before - 1].kind == .number, isNamed(before - 1)
    {
      return true
    }
    if atoms[start].kind == .word, atoms[start].isCapitalised, isInsideName(start) { return true }
    guard before >= 0, atoms[before].kind == .word, !atoms[start].startsLine else { return false }
    switch lexicon.identifiers[atoms[before].key] {
    case .age?: return true
    case .identifier? where atoms[before].isCapitalised || isWord(before, WordKey("number")):
      return atoms[start].kind == .number || isWord(before, WordKey("number"))
    default: break
    }
    // A number that hangs on the name before it: "Apollo 11".
    let token = Int(tokens[start])
    let head = tree[token].head
    return atoms[start].kind == .number && atoms[before].isCapitalised && head < token
      && head == Int(tokens[before]) && tree[token].dep == .nummod && tree[head].pos == .propn
  }

  /// "Four Seasons", "Group of Seven": a number word inside a name.
  private func isInsideName(_ start: Int) -> Bool {
    let token = Int(tokens[start])
    guard !tree[token].isSentenceStart, let entity = tree.entity(at: token) else { return false }
    switch entity.label {
    case .org, .fac, .workOfArt, .event, .product, .law, .person: return entity.tokens.count > 1
    default: return false
    }
  }

  /// "a 12-year-old", "45, a farmer", "father of six".
  private func isAge(_ numeral: Numeral) -> Bool {
    let (start, end) = (numeral.atoms.lowerBound, numeral.atoms.upperBound)
    var at = atoms.isSign(end, "-") ? end + 1 : end
    if isWord(at, WordKey("year")) || isWord(at, WordKey("years")) || isWord(at, WordKey("month"))
      || isWord(at, WordKey("months"))
    {
      at += 1
      if atoms.isSign(at, "-") { at += 1 }
      if isWord(at, WordKey("old")) || isWord(at, WordKey("olds")) { return true }
    }
    if isWord(start - 1, Self.of), start > 1, Self.parents.contains(atoms[start - 2].key) {
      return true
    }
    // "Ahmad Said, 45, was shot": an age set off by commas behind a name.
    guard let value = numeral.whole, value < 111, atoms[start].kind == .number,
      atoms.isSign(start - 1, ","), start > 1, atoms[start - 2].isCapitalised,
      atoms.isSign(end, ",") || atoms.isSign(end, ".")
    else { return false }
    return tree.entity(at: Int(tokens[start - 2]))?.label == .person
      || tree[Int(tokens[start - 2])].pos == .propn
  }

  private static let parents: Set<WordKey> = [
    WordKey("father"), WordKey("mother"), WordKey("parent"), WordKey("grandfather"),
    WordKey("grandmother"), WordKey("widow"), WordKey("husband"), WordKey("wife"),
  ]

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
