/// Reads one number from left to right.
struct NumeralReader {
  let atoms: Atoms
  let start: Int
  var at: Int

  init(atoms: Atoms, start: Int) {
    self.atoms = atoms
    self.start = start
    at = start
  }

  mutating func read() -> Numeral? {
    let first = atoms[start]
    switch first.kind {
    case .sign: return nil
    case .number: return digits()
    case .word: return words()
    }
  }

  private func word(_ index: Int) -> NumberWord? {
    guard index < atoms.count, atoms[index].kind == .word else { return nil }
    return NumberWord.byKey[atoms[index].key]
  }

  private func made(_ value: Double, ordinal: Bool, _ style: Numeral.Style) -> Numeral {
    Numeral(value: value, atoms: start..<at, isOrdinal: ordinal, style: style)
  }

  // MARK: Digits

  private mutating func digits() -> Numeral? {
    guard var value = Numerals.value(of: atoms[at], in: atoms.bytes) else { return nil }
    at += 1
    if at < atoms.count, atoms[at].kind == .word, !atoms[at].isSpaced {
      if NumberWord.ordinalEndings.contains(atoms[at].key) {
        at += 1
        return made(value, ordinal: true, .digits)
      }
      if let factor = NumberWord.suffixes[atoms[at].key] {
        at += 1
        return made(value * factor, ordinal: false, .digits)
      }
      return made(value, ordinal: false, .digits)
    }
    takeSpacedGroups(&value)
    guard let next = word(at), atoms[at].isSpaced || hyphenated(at) else {
      return made(value, ordinal: false, .digits)
    }
    switch next {
    case .scale, .hundred, .dozen:
      guard let total = scaled(from: value) else { return made(value, ordinal: false, .digits) }
      return made(total, ordinal: false, .mixed)
    default: return made(value, ordinal: false, .digits)
    }
  }

  private func hyphenated(_ index: Int) -> Bool { atoms.isSign(index - 1, "-") }

  /// "40 000": groups of exactly three digits behind one to three digits.
  private mutating func takeSpacedGroups(_ value: inout Double) {
    guard atoms[start].span.length <= 3, value >= 1, value == value.rounded() else { return }
    while at < atoms.count, atoms[at].kind == .number, atoms[at].span.length == 3,
      atoms[at].span.start - atoms[at - 1].span.end <= 3, atoms[at].isSpaced,
      !atoms[at].startsLine,
      !(at + 1 < atoms.count && atoms[at + 1].kind == .word && !atoms[at + 1].isSpaced),
      let group = Numerals.value(of: atoms[at], in: atoms.bytes), group == group.rounded()
    {
      value = value * 1000 + group
      at += 1
    }
  }

  // MARK: Words

  private mutating func words() -> Numeral? {
    guard let first = word(at) else { return nil }
    switch first {
    case .and, .hundred, .scale, .dozen: return nil
    case .half: return halfOf()
    case .article:
      at += 1
      guard let next = word(at) else { return nil }
      switch next {
      case .hundred, .scale, .dozen:
        guard let total = scaled(from: 1) else { return nil }
        return ordinalEnd(total)
      case .half: return halfOf()
      default: return nil
      }
    case .ordinal(let value):
      at += 1
      return made(Double(value), ordinal: true, .words)
    case .unit, .ten:
      guard let small = belowHundred() else { return nil }
      if let done = ordinalAfterTen(small) { return done }
      var value = Double(small)
      takeAndHalf(&value)
      guard let total = scaled(from: value) else { return nil }
      return ordinalEnd(total)
    }
  }

  /// "half a million", "half a dozen".
  private mutating func halfOf() -> Numeral? {
    at += 1
    if case .article? = word(at) { at += 1 }
    switch word(at) {
    case .scale(let factor)?:
      at += 1
      return made(factor / 2, ordinal: false, .words)
    case .dozen?:
      at += 1
      return made(6, ordinal: false, .words)
    default: return nil
    }
  }

  /// "two and a half".
  private mutating func takeAndHalf(_ value: inout Double) {
    guard word(at) == .and, word(at + 1) == .article, word(at + 2) == .half else { return }
    value += 0.5
    at += 3
  }

  /// One to ninety-nine.
  private mutating func belowHundred() -> Int? {
    switch word(at) {
    case .unit(let value)?:
      at += 1
      return value
    case .ten(let value)?:
      at += 1
      let next = atoms.isSign(at, "-") && at < atoms.count && !atoms[at].isSpaced ? at + 1 : at
      if case .unit(let unit)? = word(next), unit > 0, unit < 10, !atoms[next].startsLine {
        at = next + 1
        return value + unit
      }
      return value
    default: return nil
    }
  }

  /// "twenty-first".
  private mutating func ordinalAfterTen(_ small: Int) -> Numeral? {
    guard small >= 20, small % 10 == 0, atoms.isSign(at, "-"),
      case .ordinal(let unit)? = word(at + 1), unit < 10
    else { return nil }
    at += 2
    return made(Double(small + unit), ordinal: true, .words)
  }

  /// "one hundred and fifth" is rare; "hundredth" directly behind a number is not read.
  private func ordinalEnd(_ total: Double) -> Numeral { made(total, ordinal: false, .words) }

  /// What hundreds, thousands and dozens make of a number already read.
  private mutating func scaled(from first: Double) -> Double? {
    var total = 0.0
    var current = first
    var lastScale = Double.infinity
    while at < atoms.count {
      let step = atoms.isSign(at, "-") && !atoms[at].isSpaced ? at + 1 : at
      switch word(step) {
      case .hundred?:
        guard current < 100 else { return total + current }
        current *= 100
        at = step + 1
      case .dozen?:
        at = step + 1
        return total + current * 12
      case .scale(let factor)?:
        guard factor < lastScale else { return total + current }
        total += current * factor
        (current, lastScale) = (0, factor)
        at = step + 1
      default:
        guard let more = smaller(than: current, lastScale) else { return total + current }
        current += more
      }
    }
    return total + current
  }

  /// "[and] twenty-five" behind a hundred or a thousand.
  private mutating func smaller(than current: Double, _ lastScale: Double) -> Double? {
    let before = at
    var step = at
    if word(step) == .and { step += 1 }
    let afterHundred = current >= 100 && current.truncatingRemainder(dividingBy: 100) == 0
    guard step < atoms.count, afterHundred || (current == 0 && lastScale < .infinity) else {
      return nil
    }
    at = step
    switch word(step) {
    case .unit?, .ten?:
      if let small = belowHundred(), small > 0 { return Double(small) }
    default: break
    }
    at = before
    return nil
  }
}
