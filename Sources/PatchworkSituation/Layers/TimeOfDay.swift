import Foundation
public import PatchworkRecord

/// A time of day as a report says it, with the zone that it counts in where the reading knows one.
public struct TimeOfDay: Hashable, Sendable {
  /// Minutes after midnight; 1440 is the midnight that ends the day.
  public let minutes: Int
  /// An offset ("+03:00") or an IANA zone ("Asia/Damascus"); empty where none is known.
  public let zone: String

  /// Makes a time of day.
  public init(minutes: Int, zone: String = "") {
    self.minutes = minutes
    self.zone = zone
  }

  /// The hour that a time expression says, nil where it says none: "at dusk" and "in the night" are none.
  public init?(_ time: TimeExpression?) {
    guard let time, let value = time.value, time.isTimeOfDay,
      let day = time.from ?? time.to, day == time.to ?? day, value.hasPrefix(day),
      let minutes = Self.minutes(value.utf8.dropFirst(11))
    else { return nil }
    self.init(minutes: minutes, zone: time.zone ?? "")
  }

  /// The time that `stored` wrote, nil for any other text.
  public init?(stored text: String) {
    guard let minutes = Self.minutes(text.utf8.prefix(5)) else { return nil }
    self.init(minutes: minutes, zone: String(text.dropFirst(6)))
  }

  /// "19:00", with a space and the zone where one is known.
  public var stored: String { zone.isEmpty ? clock : "\(clock) \(zone)" }

  /// "19:00".
  public var clock: String {
    "\(CivilDay.padded(minutes / 60, 2)):\(CivilDay.padded(minutes % 60, 2))"
  }

  /// The moment of a day; `offset` is minutes east of UTC, for a time whose zone is not known.
  public func moment(on day: CivilDay, elseOffset offset: Int) -> Moment {
    let local = day.number * 1440 + minutes
    let own = self.offset(at: local) ?? offset
    return Moment(minutes: local - own, offset: own)
  }

  /// Minutes east of UTC of the zone at some local minutes since 1970, nil where the zone is not known.
  private func offset(at local: Int) -> Int? {
    if let said = Self.offset(zone) { return said }
    guard !zone.isEmpty, let zone = TimeZone(identifier: zone) else { return nil }
    func east(_ minutes: Int) -> Int {
      zone.secondsFromGMT(for: Date(timeIntervalSince1970: Double(minutes) * 60)) / 60
    }
    // The offset asked for at the local time read as UTC may lie on the other side of a change of clocks.
    return east(local - east(local))
  }

  /// "+03:00" in minutes.
  private static func offset(_ text: String) -> Int? {
    let bytes = Array(text.utf8)
    guard bytes.count == 6, bytes[0] == UInt8(ascii: "+") || bytes[0] == UInt8(ascii: "-"),
      let minutes = minutes(bytes[1...])
    else { return nil }
    return bytes[0] == UInt8(ascii: "-") ? -minutes : minutes
  }

  /// "19:00" as minutes; nil for what has not that form.
  private static func minutes(_ bytes: some Collection<UInt8>) -> Int? {
    let bytes = Array(bytes)
    guard bytes.count == 5, bytes[2] == UInt8(ascii: ":") else { return nil }
    let digits = [bytes[0], bytes[1], bytes[3], bytes[4]].map { Int($0) - 0x30 }
    guard digits.allSatisfy((0...9).contains) else { return nil }
    let (hour, minute) = (digits[0] * 10 + digits[1], digits[2] * 10 + digits[3])
    guard minute < 60, hour * 60 + minute <= 1440 else { return nil }
    return hour * 60 + minute
  }
}
