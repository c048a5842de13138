import PatchworkText

/// Brings dates as pages write them to an ISO day or RFC 3339 time.
enum PageDate {
  /// The date of a text, nil when there is none in it.
  static func normalised(_ written: String) -> String? {
    let text = written.trimmed
    if let iso = iso(text) { return iso }
    if let compact = compact(text) { return compact }
    return spelled(text)
  }

  /// The day in an address such as `/2019/11/19/` or `/2019-11-19-`.
  static func inAddress(_ url: String) -> String? {
    let bytes = Array(url.utf8)
    var at = 0
    while at + 10 <= bytes.count {
      if bytes[at] == UInt8(ascii: "/"), let found = day(bytes[(at + 1)...]) { return found }
      at += 1
    }
    return nil
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
      let day = day(bytes[...])
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

  /// "Nov 19, 2019", "Tue, 19 Nov 2019 10:00:00 GMT", "19 November 2019".
  private static func spelled(_ text: String) -> String? {
    let words = text.split { " ,./|".contains($0) }.map(String.init)
    for index in words.indices {
      guard let month = months[String(words[index].lowercased().prefix(3))],
        words[index].utf8.allSatisfy(isLetter)
      else { continue }
      let before = index > 0 ? ordinal(words[index - 1]) : nil
      let after = index + 1 < words.count ? ordinal(words[index + 1]) : nil
      let last = index + 2 < words.count ? Int(words[index + 2]) : nil
      if let day = before, let year = after, isPlausible(year, month, day) {
        return written(year, month, day)
      }
      if let day = after, let year = last, isPlausible(year, month, day) {
        return written(year, month, day)
      }
    }
    return nil
  }

  private static let months: [String: Int] = [
    "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9,
    "oct": 10, "nov": 11, "dec": 12,
  ]

  private static func ordinal(_ word: String) -> Int? {
    Int(word) ?? Int(word.prefix { $0.isNumber })
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
