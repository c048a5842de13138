import PatchworkText

/// Brings dates as pages write them to an ISO day or RFC 3339 time.
enum PageDate {
  /// The date of a text, nil when there is none in it.
  static func normalised(_ written: String) -> String? {
    guard written.utf8.contains(where: isDigit) else { return nil }
    let text = written.trimmed
    if let iso = iso(text) { return iso }
    if let compact = compact(text) { return compact }
    return spelled(text)
  }

  /// The day in an address such as `/2019/11/19/`, `/2019/nov/19/`, `/20191119/` or `/2019-11-19-`.
  static func inAddress(_ url: String) -> String? {
    let parts = url.split(separator: "/", omittingEmptySubsequences: false)
    for index in parts.indices.dropFirst() {
      if let found = day(Array(parts[index].utf8)[...]) ?? run(parts[index]) { return found }
      guard index + 2 < parts.count, let year = fourDigits(parts[index]) else { continue }
      let (second, third) = (parts[index + 1], parts[index + 2])
      let month = second.utf8.count <= 2 ? Int(second) : MonthNames.shipped.month(second)
      guard let month, let day = Int(third.prefix { $0.isNumber }), third.utf8.first != 0x2B,
        let found = plausible(year, month, day)
      else { continue }
      return found
    }
    return nil
  }

  /// The day of a part of an address that is, or begins with, eight digits.
  private static func run(_ part: Substring) -> String? {
    let digits = part.prefix { $0.isASCII && $0.isNumber }
    guard digits.utf8.count == 8 else { return nil }
    let next = part.dropFirst(8).first ?? "-"
    return next == "-" || next == "_" ? compact(String(digits)) : nil
  }

  private static func day(_ bytes: ArraySlice<UInt8>) -> String? {
    let parts = bytes.prefix(10)
    guard parts.count == 10, let year = number(parts.prefix(4)) else { return nil }
    let separator = parts[parts.startIndex + 4]
    guard [UInt8(ascii: "/"), UInt8(ascii: "-")].contains(separator),
      parts[parts.startIndex + 7] == separator, let month = number(parts.dropFirst(5).prefix(2)),
      let day = number(parts.suffix(2)), isPlausible(year, month, day)
    else { return nil }
    return written(year, month, day)
  }

  private static func iso(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 10, bytes[4] == UInt8(ascii: "-") || bytes[4] == UInt8(ascii: "/"),
      bytes.count == 10 || !isDigit(bytes[10]), let day = day(bytes[...])
    else { return nil }
    let rest = text.dropFirst(10)
    let full = day + rest.replacing(" ", with: "T", maxReplacements: 1).filter { $0 != " " }
    return ReportDate.isValid(full) ? full : day
  }

  private static func compact(_ text: String) -> String? {
    let bytes = Array(text.utf8)
    guard bytes.count >= 8, let all = number(bytes[0..<8]), bytes.count == 8 || !isDigit(bytes[8])
    else { return nil }
    let (year, month, day) = (all / 10_000, all / 100 % 100, all % 100)
    return isPlausible(year, month, day) ? written(year, month, day) : nil
  }

  /// A day with its month spelled out.
  ///
  /// "Nov 19, 2019", "Tue, 19 Nov 2019 10:00:00 GMT", "19. November 2019", "27 de enero de 2022".
  private static func spelled(_ text: String) -> String? {
    guard hasYear(text.utf8) else { return nil }
    let words = text.split { " ,./|()\u{A0}年月日".contains($0) }.filter { $0 != "de" && $0 != "of" }
    for index in words.indices {
      if let found = spelled(words[index...].prefix(3)) { return found }
    }
    return nil
  }

  /// Whether four digits stand together.
  private static func hasYear(_ text: String.UTF8View) -> Bool {
    var run = 0
    for byte in text {
      run = isDigit(byte) ? run + 1 : 0
      if run == 4 { return true }
    }
    return false
  }

  private static func spelled(_ words: ArraySlice<Substring>) -> String? {
    guard words.count == 3, let first = words.first, let last = words.last else { return nil }
    let middle = words[words.startIndex + 1]
    guard let year = fourDigits(last) ?? fourDigits(first) else { return nil }
    if let month = MonthNames.shipped.month(middle), let day = ordinal(first) {
      return plausible(year, month, day)
    }
    if let month = MonthNames.shipped.month(first), let day = ordinal(middle) {
      return plausible(year, month, day)
    }
    return nil
  }

  private static func fourDigits(_ word: Substring) -> Int? {
    word.utf8.count == 4 ? Int(word) : nil
  }

  private static func plausible(_ year: Int, _ month: Int, _ day: Int) -> String? {
    isPlausible(year, month, day) ? written(year, month, day) : nil
  }

  private static func ordinal(_ word: Substring) -> Int? {
    guard word.utf8.count <= 4 else { return nil }
    return Int(word) ?? Int(word.prefix { $0.isNumber })
  }

  /// The day in figures alone that stands first in a text.
  ///
  /// "05.04.2017", "5/4/2017", "2024/12/03", "2024年12月3日". The day goes before the month, unless only the
  /// other way round is a date or `monthFirst` says so.
  static func inFigures(_ text: String, monthFirst: Bool) -> String? {
    let bytes = Array(text.utf8)
    var numbers: [(value: Int, digits: Int, mark: UInt8)] = []
    var at = 0
    while at < bytes.count {
      guard isDigit(bytes[at]) else {
        at += 1
        continue
      }
      let from = at
      while at < bytes.count, isDigit(bytes[at]) { at += 1 }
      let mark: UInt8 = at < bytes.count ? bytes[at] : 0
      let digits = at - from
      numbers.append((digits <= 4 ? number(bytes[from..<at]) ?? 0 : 0, digits, mark))
      if mark < 0x80 { at += 1 } else { while at < bytes.count, bytes[at] >= 0x80 { at += 1 } }
      if at < bytes.count, !isDigit(bytes[at]) || mark == 0x20 || mark == 0 {
        if let found = figures(numbers, monthFirst) { return found }
        numbers = []
      }
    }
    return figures(numbers, monthFirst)
  }

  private static func figures(
    _ numbers: [(value: Int, digits: Int, mark: UInt8)], _ monthFirst: Bool
  ) -> String? {
    guard numbers.count >= 3, numbers[0].mark == numbers[1].mark || numbers[0].mark >= 0x80,
      [0x2E, 0x2F, 0x2D].contains(numbers[0].mark) || numbers[0].mark >= 0x80
    else { return nil }
    let (a, b, c) = (numbers[0], numbers[1], numbers[2])
    if a.digits == 4 { return plausible(a.value, b.value, c.value) }
    // "10.12.19": the day first, as wherever points divide.
    if c.digits == 2, a.digits == 2, b.digits == 2, a.mark == 0x2E, c.mark != 0x2E {
      return plausible(2000 + c.value, b.value, a.value)
    }
    guard c.digits == 4, a.digits <= 2, b.digits <= 2 else { return nil }
    // With points between them the day goes first wherever they are written.
    if monthFirst, a.mark != 0x2E { return plausible(c.value, a.value, b.value) }
    return plausible(c.value, b.value, a.value) ?? plausible(c.value, a.value, b.value)
  }

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return digits.isEmpty ? nil : value
  }

  private static func isPlausible(_ year: Int, _ month: Int, _ day: Int) -> Bool {
    (1990...2100).contains(year) && ReportDate.isDay(year: year, month: month, day: day)
  }

  private static func written(_ year: Int, _ month: Int, _ day: Int) -> String {
    "\(year)-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
  }
}

extension String {
  /// The text without white space at its ends.
  var trimmed: String {
    let bytes = Array(utf8)
    guard let span = TextLines.trimmed(bytes, 0, bytes.count) else { return "" }
    return String(decoding: bytes[span.start..<span.end], as: UTF8.self)
  }
}
