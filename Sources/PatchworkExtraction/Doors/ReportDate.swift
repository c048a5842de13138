/// Dates as reports carry them: an ISO day, or an RFC 3339 time.
public enum ReportDate {
  /// Whether a value is an ISO day or RFC 3339 time of the calendar; a zone may be missing, seconds too.
  public static func isValid(_ value: String) -> Bool {
    let bytes = Array(value.utf8)
    guard bytes.count >= 10, let year = number(bytes[0..<4]), bytes[4] == dash,
      let month = number(bytes[5..<7]), bytes[7] == dash, let day = number(bytes[8..<10]),
      isDay(year: year, month: month, day: day)
    else { return false }
    if bytes.count == 10 { return true }
    guard [UInt8(ascii: "T"), UInt8(ascii: "t"), UInt8(ascii: " ")].contains(bytes[10]) else {
      return false
    }
    return isTime(bytes[11...])
  }

  /// Whether such a day exists in the Gregorian calendar.
  static func isDay(year: Int, month: Int, day: Int) -> Bool {
    guard (1...12).contains(month), day >= 1 else { return false }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return day <= lengths[month - 1]
  }

  private static let dash = UInt8(ascii: "-")
  private static let colon = UInt8(ascii: ":")

  private static func number(_ digits: ArraySlice<UInt8>) -> Int? {
    var value = 0
    for digit in digits {
      guard isDigit(digit) else { return nil }
      value = value * 10 + Int(digit - 0x30)
    }
    return value
  }

  private static func isTime(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    guard let hour = take(&rest, 2), hour < 24, skip(&rest, colon), let minute = take(&rest, 2),
      minute < 60
    else { return false }
    if skip(&rest, colon) {
      guard let second = take(&rest, 2), second <= 60 else { return false }
      if skip(&rest, UInt8(ascii: ".")) {
        guard take(&rest, 1) != nil else { return false }
        rest = rest.drop { isDigit($0) }
      }
    }
    return isZone(rest)
  }

  private static func isZone(_ bytes: ArraySlice<UInt8>) -> Bool {
    var rest = bytes
    if rest.isEmpty { return true }
    if skip(&rest, UInt8(ascii: "Z")) || skip(&rest, UInt8(ascii: "z")) { return rest.isEmpty }
    guard skip(&rest, UInt8(ascii: "+")) || skip(&rest, dash), let hour = take(&rest, 2), hour < 24
    else { return false }
    _ = skip(&rest, colon)
    if rest.isEmpty { return true }
    guard let minute = take(&rest, 2), minute < 60 else { return false }
    return rest.isEmpty
  }

  private static func take(_ rest: inout ArraySlice<UInt8>, _ count: Int) -> Int? {
    guard rest.count >= count, let value = number(rest.prefix(count)) else { return nil }
    rest = rest.dropFirst(count)
    return value
  }

  private static func skip(_ rest: inout ArraySlice<UInt8>, _ byte: UInt8) -> Bool {
    guard rest.first == byte else { return false }
    rest = rest.dropFirst()
    return true
  }
}
