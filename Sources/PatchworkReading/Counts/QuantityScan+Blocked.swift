import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Numbers that count nothing: names, dates, ages, sums of money, clocks, telephone numbers.
extension QuantityScan {
  /// Whether a number may count something: no name, date, age, sum of money, clock or telephone number.
  func isCount(_ numeral: Numeral) -> Bool {
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

  func isBlocked(before start: Int) -> Bool {
    let sign = atoms[start - 1]
    if sign.kind == .word { return true }
    for scalar in ["/", ":", "+", "#", "@", "."] as [Unicode.Scalar]
    where sign.key == .sign(scalar) { return true }
    // "Su-24", "F-16": a name; "10-12" is a range, read from its first number.
    return sign.key == .sign("-") && start > 1 && !sign.isSpaced && atoms[start - 2].kind != .sign
  }

  func isBlocked(behind end: Int) -> Bool {
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

  func isCurrency(_ index: Int) -> Bool {
    for scalar in ["$", "£", "€", "¥", "₺", "₽", "₪", "₹"] as [Unicode.Scalar]
    where atoms[index].key == .sign(scalar) { return true }
    return false
  }

  /// A number that belongs to a name or an age: "Resolution 2254", "Boeing 737", "age 12".
  func isNamed(_ start: Int) -> Bool {
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
  func isInsideName(_ start: Int) -> Bool {
    let token = Int(tokens[start])
    guard !tree[token].isSentenceStart, let entity = tree.entity(at: token) else { return false }
    switch entity.label {
    case .org, .fac, .workOfArt, .event, .product, .law, .person: return entity.tokens.count > 1
    default: return false
    }
  }

  /// "a 12-year-old", "45, a farmer", "father of six".
  func isAge(_ numeral: Numeral) -> Bool {
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
}
