/// Numbers in words: "one hundred and sixteen", "twenty-one trillion", "two hundred point zero three", "the first".
extension WrittenNumberScan {
  /// A cardinal, with what the fraction grammar needs of it.
  struct Cardinal {
    var value: Double
    var end: Int
    /// The scale that its last word names ("million"), or nil.
    var lastScale: Double?
    /// The tens of its last word, where a word other than "and" stands before it.
    var looseTens: Double?
    /// The number behind its last "and".
    var behindAnd: Double?
    /// The scale that the word before that "and" names.
    var scaleBeforeAnd: Double?
  }

  func words(at start: Int) -> Reading? {
    if let half = half(at: start) { return half }
    if case .article? = word(start) {
      if let (under, end, _) = denominator(at: start + 1) {
        return Reading(1 / under, .fraction, end)
      }
      if word(start + 1) == .half { return Reading(0.5, .fraction, start + 2) }
    }
    guard let cardinal = cardinal(from: nil, at: start) else { return ordinal(at: start) }
    if let ordinalOrFraction = fraction(cardinal, start) { return ordinalOrFraction }
    if isPronoun(start, cardinal.end) { return nil }
    if let decimal = point(cardinal) { return decimal }
    let whole =
      withFraction((cardinal.value, cardinal.end, cardinal.lastScale))
      ?? .plain(cardinal.value, cardinal.end)
    return ratio(whole, from: start)
  }

  /// "the one", "this one", "which one": no number.
  private func isPronoun(_ start: Int, _ end: Int) -> Bool {
    guard end == start + 1, isWord(start, "one") else { return false }
    return ["the", "this", "that", "which", "next", "previous", "last", "current", "first"]
      .contains { isWord(start - 1, $0) }
  }

  /// The cardinal from an atom on, or the words that scale a number in digits.
  func cardinal(from digits: Double?, at start: Int) -> Cardinal? {
    var sum = CardinalSum(current: digits)
    var at = start
    if digits == nil, case .article? = word(at) {
      switch word(at + 1) {
      case .hundred?, .scale?, .dozen?: (sum.current, at) = (1, at + 1)
      default: return nil
      }
    }
    var result = Cardinal(value: 0, end: start)
    var tens: Double?
    while at < atoms.count, at == start || !atoms[at].startsLine {
      var step = at
      let joins = at > start || digits != nil
      if joins, atoms.isSign(at, "-") { step += 1 }
      var isAnd = false
      if joins, case .and? = word(step), sum.takesAnd {
        guard step == at else { break }
        (isAnd, step) = (true, step + 1)
        switch word(step) {
        case .unit?, .ten?: break
        default: return finished(sum, result, start)
        }
      }
      guard let next = numberWord(step), sum.take(next) else { break }
      if isAnd { (result.behindAnd, result.scaleBeforeAnd) = (0, result.lastScale) }
      tens = nil
      if case .ten(let value) = next, result.end > start, !isAnd { tens = Double(value) }
      result.lastScale = nil
      if case .scale(let factor) = next { result.lastScale = factor }
      if let behind = result.behindAnd {
        switch next {
        case .unit(let value), .ten(let value): result.behindAnd = behind + Double(value)
        default: result.behindAnd = nil
        }
      }
      at = step + 1
      result.end = at
      result.looseTens = tens
      if case .dozen = next { break }
    }
    return finished(sum, result, start)
  }

  private func finished(_ sum: CardinalSum, _ result: Cardinal, _ start: Int) -> Cardinal? {
    guard result.end > start, let value = sum.value else { return nil }
    var result = result
    result.value = value
    return result
  }

  /// The word at an atom that a cardinal may go on with; dozens in the plural and short too.
  private func numberWord(_ index: Int) -> NumberWord? {
    if let known = word(index) { return known }
    for dozens in ["dozens", "dz", "dzs", "doz", "dozs"] where isWord(index, dozens) {
      return .dozen
    }
    for nothing in ["nought", "naught"] where isWord(index, nothing) { return .unit(0) }
    return nil
  }

  /// "nine point nought four", "point seventy-one".
  private func point(_ whole: Cardinal) -> Reading? {
    guard isWord(whole.end, "point") else { return nil }
    var digits = ""
    var at = whole.end + 1
    while case .unit(let value)? = numberWord(at), value < 10 {
      digits += String(value)
      at += 1
    }
    if digits.isEmpty, let tail = cardinal(from: nil, at: at), tail.value < 100 {
      (digits, at) = (String(Int(tail.value)), tail.end)
    }
    guard !digits.isEmpty, let fraction = Double("0." + digits) else { return nil }
    return Reading(whole.value + fraction, .decimal, at)
  }

  /// "one over three", "1 over 20", "two out of five hundred".
  func ratio(_ first: Reading, from start: Int) -> Reading {
    let isOver = isWord(first.end, "over")
    let isOutOf = isWord(first.end, "out") && isWord(first.end + 1, "of")
    let next = isOver ? first.end + 1 : first.end + 2
    guard isOver || isOutOf, next < atoms.count,
      start == 0 || atoms[start - 1].kind != .sign,
      let second = digits(at: next) ?? words(at: next), second.kind == .integer, second.value > 0
    else { return first }
    // "$2000 over 3 years" is a sum and a time.
    if isOver, !endsPhrase(second.end) { return first }
    if isOutOf, first.value >= second.value { return first }
    return Reading(first.value / second.value, .fraction, second.end)
  }
}

/// Adds up the words of a cardinal.
struct CardinalSum {
  /// The number being built below the next scale.
  var current: Double?
  private var total = 0.0
  private var lastScale = Double.infinity
  private var endsInScale = false

  init(current: Double?) { self.current = current }

  var value: Double? {
    guard let current else { return lastScale < .infinity || total > 0 ? total : nil }
    return total + current
  }

  /// Whether "and" may follow: behind hundreds or a scale.
  var takesAnd: Bool {
    guard let current else { return lastScale < .infinity }
    return current >= 100 && current.truncatingRemainder(dividingBy: 100) == 0
  }

  /// Takes one more word, or leaves the sum as it was.
  mutating func take(_ word: NumberWord) -> Bool {
    switch word {
    case .unit(let unit): return add(Double(unit), below: unit < 10 ? 10 : 100)
    case .ten(let ten): return add(Double(ten), below: 100)
    case .hundred:
      guard let small = current, small > 0, small < 1000 else { return false }
      current = small * 100
    case .scale(let factor):
      if endsInScale, current == nil, factor > lastScale {
        total *= factor
        return true
      }
      guard let small = current, factor < lastScale else { return false }
      total += small * factor
      (current, lastScale, endsInScale) = (nil, factor, true)
      return true
    case .dozen:
      guard let number = current else { return false }
      let tail = number >= 100 ? number.truncatingRemainder(dividingBy: 100) : number
      current = number - tail + (tail > 0 ? tail * 12 : 0)
      if tail == 0 { current = number * 12 }
    case .half, .and, .article, .ordinal: return false
    }
    endsInScale = false
    return true
  }

  private mutating func add(_ value: Double, below limit: Double) -> Bool {
    guard let number = current else {
      // A zero stands alone.
      guard value > 0 || lastScale == .infinity else { return false }
      current = value
      endsInScale = false
      return true
    }
    let tail = number.truncatingRemainder(dividingBy: 100)
    let follows =
      value > 0 && number > 0
      && (number >= 100 && tail == 0
        || limit == 10 && tail >= 20 && tail.truncatingRemainder(dividingBy: 10) == 0)
    guard follows else { return false }
    current = number + value
    endsInScale = false
    return true
  }
}
