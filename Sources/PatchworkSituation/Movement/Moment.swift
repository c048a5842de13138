public import PatchworkRecord

/// A minute in time, with the offset from UTC that it was given in.
public struct Moment: Hashable, Comparable, Sendable {
  /// Minutes since 1970-01-01T00:00Z.
  public let minutes: Int
  /// Minutes east of UTC in which it is shown.
  public let offset: Int

  /// The moment of a number of minutes since 1970, shown at an offset.
  public init(minutes: Int, offset: Int) {
    self.minutes = minutes
    self.offset = offset
  }

  /// The moment that an RFC 3339 time names (seconds are dropped, and may be left out), or nil for what is none.
  public init?(rfc3339 text: String) {
    let bytes = Array(text.utf8)
    func number(_ range: Range<Int>) -> Int? {
      guard range.upperBound <= bytes.count else { return nil }
      var value = 0
      for byte in bytes[range] {
        guard (0x30...0x39).contains(byte) else { return nil }
        value = value * 10 + Int(byte - 0x30)
      }
      return value
    }
    guard let day = CivilDay(iso: text), bytes.count >= 17,
      bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: "t") || bytes[10] == 0x20,
      bytes[13] == UInt8(ascii: ":"), let hour = number(11..<13), hour < 24,
      let minute = number(14..<16), minute < 60
    else { return nil }
    var at = 16
    if bytes[at] == UInt8(ascii: ":") {
      guard number(17..<19) != nil else { return nil }
      at = 19
      if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
        at += 1
        while at < bytes.count, (0x30...0x39).contains(bytes[at]) { at += 1 }
      }
    }
    guard at < bytes.count else { return nil }
    var offset = 0
    switch bytes[at] {
    case UInt8(ascii: "Z"), UInt8(ascii: "z"): guard at == bytes.count - 1 else { return nil }
    case UInt8(ascii: "+"), UInt8(ascii: "-"):
      guard bytes.count == at + 6, let hours = number(at + 1..<at + 3), hours < 24,
        let minutes = number(at + 4..<at + 6), minutes < 60
      else { return nil }
      offset = (hours * 60 + minutes) * (bytes[at] == UInt8(ascii: "-") ? -1 : 1)
    default: return nil
    }
    self.init(minutes: day.number * 1440 + hour * 60 + minute - offset, offset: offset)
  }

  /// The local day.
  public var day: CivilDay {
    let local = minutes + offset
    return CivilDay(number: local >= 0 ? local / 1440 : (local - 1439) / 1440)
  }

  /// Minutes since local midnight.
  public var minuteOfDay: Int { minutes + offset - day.number * 1440 }

  /// "06:00".
  public var clock: String {
    "\(CivilDay.padded(minuteOfDay / 60, 2)):\(CivilDay.padded(minuteOfDay % 60, 2))"
  }

  /// RFC 3339 to the minute: "2016-09-19T06:00+03:00".
  public var rfc3339: String {
    let zone =
      offset == 0
      ? "Z"
      : (offset < 0 ? "-" : "+") + CivilDay.padded(abs(offset) / 60, 2) + ":"
        + CivilDay.padded(abs(offset) % 60, 2)
    return "\(day.iso)T\(clock):00\(zone)"
  }

  /// The moment some minutes later.
  public static func + (moment: Moment, minutes: Int) -> Moment {
    Moment(minutes: moment.minutes + minutes, offset: moment.offset)
  }
  /// Order in time.
  public static func < (a: Moment, b: Moment) -> Bool { a.minutes < b.minutes }
}
