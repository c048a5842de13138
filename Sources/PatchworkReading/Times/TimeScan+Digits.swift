import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// Dates in digits and signs.
extension TimeScan {
  func numericDate(at start: Int) -> TimeMatch? {
    if let dotted = dottedDate(at: start) { return dotted }
    guard let first = number(start), let separator = dateSeparator(start + 1),
      !isJoined(start), let second = number(start + 2), isJoined(start + 2)
    else { return nil }
    let third = atoms.isSign(start + 3, separator) && isJoined(start + 4) ? number(start + 4) : nil
    if let third {
      if atoms[start].span.length == 4, let day = CivilDay(first, second, third) {
        return TimeMatch(start..<start + 5, .day(day), rule: "calendar")
      }
      guard let year = fullYear(third, digits: atoms[start + 4].span.length) else { return nil }
      guard let day = dayOf(first, second, year) else { return nil }
      return TimeMatch(start..<start + 5, .day(day), rule: "calendar")
    }
    guard separator == "/" || kind(start - 1) == .on, separator == "/", first <= 31, second <= 31
    else { return nil }
    guard kind(start - 1) == .on || kind(start - 1) == .since else { return nil }
    let (day, month) = second > 12 ? (second, first) : (first, second)
    guard let period = resolve(month: month, day: day, at: start) else { return nil }
    return TimeMatch(start..<start + 3, period, rule: "calendar-nearest")
  }

  func dateSeparator(_ index: Int) -> Unicode.Scalar? {
    guard isJoined(index) else { return nil }
    if atoms.isSign(index, "-") { return "-" }
    return atoms.isSign(index, "/") ? "/" : nil
  }

  /// Day first, except where only month first makes a date.
  func dayOf(_ first: Int, _ second: Int, _ year: Int) -> CivilDay? {
    CivilDay(year, second, first) ?? CivilDay(year, first, second)
  }

  func fullYear(_ value: Int, digits: Int) -> Int? {
    switch digits {
    case 4: return (1000...2999).contains(value) ? value : nil
    case 2: return value < 50 ? 2000 + value : 1900 + value
    default: return nil
    }
  }

  /// "19.9.2016", one number to the scanner.
  func dottedDate(at start: Int) -> TimeMatch? {
    let span = atoms[start].span
    guard (8...10).contains(span.length) else { return nil }
    var parts: [Int] = [0]
    for byte in atoms.bytes[span.start..<span.end] {
      if byte == 0x2E {
        parts.append(0)
      } else if byte == 0x2C {
        return nil
      } else {
        parts[parts.count - 1] = parts[parts.count - 1] * 10 + Int(byte - 0x30)
      }
    }
    guard parts.count == 3, parts[2] >= 1900, parts[2] < 2100,
      let day = dayOf(parts[0], parts[1], parts[2])
    else { return nil }
    return TimeMatch(start..<start + 1, .day(day), rule: "calendar")
  }
}
