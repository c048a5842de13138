/// Fractions and ordinals in words: "three quarters", "one hundred and three and two thirds", "twenty-first".
extension WrittenNumberScan {
  /// "half", "half a dozen", "half million", "quarter million".
  func half(at start: Int) -> Reading? {
    if isWord(start, "quarter"), case .scale(let factor)? = word(start + 1) {
      return .plain(factor / 4, start + 2)
    }
    guard word(start) == .half else { return nil }
    let next = word(start + 1) == .article ? start + 2 : start + 1
    switch word(next) {
    case .scale(let factor)?: return .plain(factor / 2, next + 1)
    case .dozen?: return .plain(6, next + 1)
    default: return Reading(0.5, .fraction, start + 1)
    }
  }

  /// Adds "and a half", "and two thirds" to a whole number; behind a scale the fraction is of that scale.
  func withFraction(_ whole: (value: Double, end: Int, scale: Double?)) -> Reading? {
    guard case .and? = word(whole.end), let (part, end) = properFraction(whole.end + 1) else {
      return nil
    }
    let value = whole.value + part * (whole.scale ?? 1)
    if whole.scale == nil, case .scale(let factor)? = word(end) {
      return .plain(value * factor, end + 1)
    }
    return Reading(value, whole.scale == nil ? .fraction : .decimal, end)
  }

  /// "a half", "two thirds": below one.
  private func properFraction(_ start: Int) -> (Double, end: Int)? {
    if case .article? = word(start) {
      if word(start + 1) == .half { return (0.5, start + 2) }
      return denominator(at: start + 1).map { (1 / $0.value, $0.end) }
    }
    guard let over = cardinal(from: nil, at: start) else { return nil }
    if over.value == 1, word(over.end) == .half { return (0.5, over.end + 1) }
    guard let (under, end, isPlural) = denominator(at: over.end), over.value < under,
      isPlural || over.value == 1
    else { return nil }
    return (over.value / under, end)
  }

  /// The fraction or the ordinal that a cardinal begins.
  func fraction(_ over: Cardinal, _ start: Int) -> Reading? {
    if over.value == 1, word(over.end) == .half { return Reading(0.5, .fraction, over.end + 1) }
    if over.behindAnd == 1, word(over.end) == .half {
      return .plain(over.value - 1 + 0.5 * (over.scaleBeforeAnd ?? 1), over.end + 1)
    }
    guard let (under, end, isPlural) = denominator(at: over.end) else {
      return smallOrdinal(behind: over)
    }
    if let tens = over.looseTens, under < 10, over.value > tens, over.value >= 100 {
      // "one hundred thirty fifths": a hundred of thirty-fifths; in the singular it orders.
      guard isPlural else { return Reading(over.value + under, .ordinal, end) }
      return Reading((over.value - tens) / (tens + under), .fraction, end)
    }
    if isPlural || over.value == 1 {
      if let tail = over.behindAnd, tail > 0, tail < under {
        let part = tail / under * (over.scaleBeforeAnd ?? 1)
        return Reading(
          over.value - tail + part, over.scaleBeforeAnd == nil ? .fraction : .decimal, end)
      }
      let share = over.value / under
      // "two thirds of a million".
      if share < 1, isWord(end, "of"), case .article? = word(end + 1),
        case .scale(let factor)? = word(end + 2)
      {
        return .plain(share * factor, end + 3)
      }
      return Reading(share, .fraction, end)
    }
    guard under >= 100 || over.value >= 20 else { return nil }
    return Reading(under >= 100 ? over.value * under : over.value + under, .ordinal, end)
  }

  /// "first", "twenty-fifth", "hundredth".
  func ordinal(at start: Int) -> Reading? {
    guard let (value, end, isPlural) = ordinalWord(at: start), !isPlural else { return nil }
    return Reading(value, .ordinal, end)
  }

  /// "twenty-first", "three hundred twenty second": what "second" and "first" make of tens before them.
  private func smallOrdinal(behind over: Cardinal) -> Reading? {
    let next = atoms.isSign(over.end, "-") ? over.end + 1 : over.end
    guard over.value >= 20, over.value.truncatingRemainder(dividingBy: 10) == 0,
      let (unit, end, isPlural) = ordinalWord(at: next), !isPlural, unit < 3
    else { return nil }
    return Reading(over.value + unit, .ordinal, end)
  }

  /// What a whole is parted into: "fifths", "- eighth", "twenty-firsts", "one hundred and fifth", "trillionths".
  func denominator(at start: Int) -> (value: Double, end: Int, isPlural: Bool)? {
    let at = atoms.isSign(start, "-") ? start + 1 : start
    if isWord(at, "quarter") { return (4, at + 1, false) }
    if isWord(at, "quarters") { return (4, at + 1, true) }
    if isWord(at, "halves") { return (2, at + 1, true) }
    if case .ten(let ten)? = word(at) {
      let next = atoms.isSign(at + 1, "-") ? at + 2 : at + 1
      guard let (unit, end, isPlural) = ordinalWord(at: next), unit < 10 else { return nil }
      return (Double(ten) + unit, end, isPlural)
    }
    if let (value, end, isPlural) = ordinalWord(at: at) {
      // "a second" is a time, "one first" is nothing.
      return value > 2 ? (value, end, isPlural) : nil
    }
    guard let hundreds = cardinal(from: nil, at: at), hundreds.value >= 100 else { return nil }
    let next = word(hundreds.end) == .and ? hundreds.end + 1 : hundreds.end
    guard let (unit, end, isPlural) = ordinalWord(at: next), unit < 100 else { return nil }
    return (hundreds.value + unit, end, isPlural)
  }

  /// One word that orders, with whether it stands in the plural.
  private func ordinalWord(at index: Int) -> (Double, end: Int, isPlural: Bool)? {
    guard index < atoms.count, atoms[index].kind == .word else { return nil }
    if case .ordinal(let value)? = word(index) {
      return (Double(value), index + 1, false)
    }
    if let value = Self.largeOrdinals[atoms[index].key] { return (value, index + 1, false) }
    let letters = letters(index)
    guard letters.count > 4, letters.last == 0x73 || letters.last == 0x53 else { return nil }
    let singular = WordKey(bytes: letters.dropLast())
    if case .ordinal(let value)? = NumberWord.byKey[singular] {
      return (Double(value), index + 1, true)
    }
    return Self.largeOrdinals[singular].map { ($0, index + 1, true) }
  }

  private static let largeOrdinals = WordTable<Double>([
    WordKey("thousandth"): 1e3, WordKey("millionth"): 1e6, WordKey("billionth"): 1e9,
    WordKey("trillionth"): 1e12,
  ])
}
