/// Numbers in digits: "1,674.5 million", "1 234 567", "-4/5", "2 1/4", "1e10", "1.1^23", "10k", "12,34,567".
extension WrittenNumberScan {
  func digits(at start: Int) -> Reading? {
    if let sign = fractionSign(start) { return Reading(sign, .fraction, start + 1) }
    if atoms.isSign(start, "."), isJoined(start + 1), isNumber(start + 1),
      start == 0 || atoms[start].isSpaced || atoms[start - 1].kind == .sign
    {
      guard let whole = Numerals.value(of: atoms[start + 1], in: atoms.bytes), !isGlued(start + 2)
      else { return nil }
      var value = whole
      for _ in 0..<atoms[start + 1].span.length { value /= 10 }
      return Reading(value, .decimal, start + 2)
    }
    guard isNumber(start), !(isJoined(start) && atoms[start - 1].kind == .word),
      let value = Numerals.value(of: atoms[start], in: atoms.bytes)
    else { return nil }
    var reading = Reading.plain(value, start + 1)
    takeCommas(&reading, start)
    if let exponent = exponent(reading) { return exponent }
    if isJoined(reading.end), atoms[reading.end].kind == .word {
      if NumberWord.ordinalEndings.contains(atoms[reading.end].key) {
        return Reading(value, .ordinal, reading.end + 1)
      }
      guard let factor = factor(reading.end) else { return nil }
      return Reading.plain(reading.value * factor, reading.end + 1)
    }
    if let fraction = fraction(start) { return fraction }
    if let sign = fractionSign(reading.end) {
      return Reading(reading.value + sign, .fraction, reading.end + 1)
    }
    takeSpacedGroups(&reading, start)
    if reading.end < atoms.count, atoms[reading.end].kind == .word, atoms[reading.end].isSpaced,
      let factor = factor(reading.end),
      letters(reading.end).count != 1 || letters(reading.end).first != 0x62
    {
      return Reading.plain(reading.value * factor, reading.end + 1)
    }
    let cardinal = cardinal(from: reading.value, at: reading.end)
    let whole = withFraction(
      cardinal.map { ($0.value, $0.end, $0.lastScale) } ?? (reading.value, reading.end, nil))
    return ratio(
      whole ?? .plain(cardinal?.value ?? reading.value, cardinal?.end ?? reading.end), from: start)
  }

  /// Whether letters touch the number before.
  private func isGlued(_ index: Int) -> Bool { isJoined(index) && atoms[index].kind == .word }

  /// "1.3" written "1,3", and "12,34,567" grouped by twos; other commas part numbers.
  private func takeCommas(_ reading: inout Reading, _ start: Int) {
    var ends: [Int] = [start]
    while let last = ends.last, atoms.isSign(last + 1, ","), isJoined(last + 1), isNumber(last + 2),
      isJoined(last + 2)
    {
      ends.append(last + 2)
    }
    // In "22,24,26" the commas part numbers, from the first to the last.
    guard ends.count > 1, !(isJoined(start) && atoms.isSign(start - 1, ",")) else { return }
    let parts = ends.map { atoms.text($0..<$0 + 1) }
    if ends.count == 2, !parts[0].contains("."), !parts[1].contains(where: { ",.".contains($0) }),
      parts[1].utf8.count <= 2, let tail = Double(parts[1])
    {
      reading = Reading(
        reading.value + tail / (parts[1].utf8.count == 1 ? 10 : 100), .decimal, ends[1] + 1)
      return
    }
    // Lakhs and crores: two digits a group before the last three, which the scanner joined to a group.
    let digits = parts.joined().filter { $0 != "," }
    let groups = parts.joined(separator: ",").prefix { $0 != "." }.split(separator: ",")
    guard groups.count > 1, groups.last?.count == 3, (1...2).contains(groups[0].count),
      groups.dropFirst().dropLast().allSatisfy({ $0.count == 2 }), let value = Double(digits)
    else { return }
    reading = .plain(value, ends[ends.count - 1] + 1)
  }

  /// "1e10", "12.32e+14", "1.1^-23", "1.3x10^6".
  private func exponent(_ reading: Reading) -> Reading? {
    var at = reading.end
    if isWord(at, "e"), isJoined(at) {
      guard let (power, end) = signed(at + 1) else { return nil }
      return .plain(Self.scaled(reading.value, byTenTo: power), end)
    }
    if isWord(at, "x"), isJoined(at), isNumber(at + 1), atoms.text(at + 1..<at + 2) == "10",
      atoms.isSign(at + 2, "^")
    {
      guard let (power, end) = signed(at + 3) else { return nil }
      return Reading(Self.scaled(reading.value, byTenTo: power), .power, end)
    }
    guard atoms.isSign(at, "^") else { return nil }
    at += 1
    guard let (power, end) = signed(at) else { return nil }
    var value = 1.0
    for _ in 0..<abs(power) { value *= reading.value }
    return Reading(power < 0 ? 1 / value : value, .power, end)
  }

  /// A whole number behind signs; two minuses are none.
  private func signed(_ start: Int) -> (Int, end: Int)? {
    var at = start
    var sign = 1
    while isJoined(at), atoms.isSign(at, "-") || atoms.isSign(at, "+") {
      // The power of a number is its size: "--" stands for a dash before a minus.
      if atoms.isSign(at, "-") { sign = -sign }
      at += 1
    }
    guard isNumber(at), isJoined(at), let value = Numerals.value(of: atoms[at], in: atoms.bytes),
      let whole = Int(exactly: value), whole < 400
    else { return nil }
    return (sign * whole, at + 1)
  }

  private static func scaled(_ value: Double, byTenTo power: Int) -> Double {
    var factor = 1.0
    for _ in 0..<abs(power) { factor *= 10 }
    return power < 0 ? value / factor : value * factor
  }

  /// What letters behind digits multiply by: "10k", "1.2b", "10M", "US$ 1MM", "10 bln".
  private func factor(_ index: Int) -> Double? {
    switch String(decoding: letters(index), as: UTF8.self) {
    case "k", "K": 1e3
    case "M", "MM", "mil", "mln", "mn", "Mn": 1e6
    case "G", "B", "b", "bn", "bln", "Bn": 1e9
    case "T", "tn", "tln", "Tn": 1e12
    default: nil
    }
  }

  /// "3/4", "2 1/4".
  private func fraction(_ start: Int) -> Reading? {
    if let (value, end) = simpleFraction(start) { return Reading(value, .fraction, end) }
    guard let whole = Numerals.value(of: atoms[start], in: atoms.bytes), whole == whole.rounded(),
      isNumber(start + 1), atoms[start + 1].isSpaced, !atoms[start + 1].startsLine,
      let (value, end) = simpleFraction(start + 1), value < 1
    else { return nil }
    return Reading(whole + value, .fraction, end)
  }

  private func simpleFraction(_ start: Int) -> (Double, end: Int)? {
    guard isNumber(start), atoms.isSign(start + 1, "/"), isJoined(start + 1), isNumber(start + 2),
      isJoined(start + 2),
      !(isJoined(start + 3) && (atoms.isSign(start + 3, "/") || isGlued(start + 3))),
      !(isJoined(start) && atoms.isSign(start - 1, "/")),
      let over = Numerals.value(of: atoms[start], in: atoms.bytes),
      let under = Numerals.value(of: atoms[start + 2], in: atoms.bytes), under > 0
    else { return nil }
    return (over / under, start + 3)
  }

  /// "40 000", "1 234 567.89".
  private func takeSpacedGroups(_ reading: inout Reading, _ start: Int) {
    guard reading.end == start + 1, atoms[start].span.length <= 3,
      reading.value == reading.value.rounded(), reading.value >= 1
    else { return }
    var at = start + 1
    var value = reading.value
    while isNumber(at), atoms[at].isSpaced, !atoms[at].startsLine, !isGlued(at + 1) {
      let digits = atoms.text(at..<at + 1)
      let whole = digits.prefix { $0 != "." }
      guard whole.utf8.count == 3, !whole.contains(","), let group = Double(digits) else { break }
      value = value * 1000 + group
      at += 1
      if whole.utf8.count != digits.utf8.count { break }
    }
    if at > start + 1 { reading = .plain(value, at) }
  }

  /// "192.168.1.2": whole numbers between points.
  func dotted(at index: Int) -> [WrittenNumber]? {
    guard isNumber(index), Numerals.value(of: atoms[index], in: atoms.bytes) == nil else {
      return nil
    }
    let span = atoms[index].span
    var parts: [WrittenNumber] = []
    var from = span.start
    for offset in span.start...span.end where offset == span.end || atoms.bytes[offset] == 0x2E {
      let digits = String(decoding: atoms.bytes[from..<offset], as: UTF8.self)
      if let value = Double(digits) {
        parts.append(WrittenNumber(value: value, kind: .integer, span: Span(from, offset)))
      }
      from = offset + 1
    }
    return parts
  }
}
