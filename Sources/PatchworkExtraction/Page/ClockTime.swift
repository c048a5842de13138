import PatchworkText

/// A time of day as entries of live blogs bear it: "14:05", "2.05 pm GMT", "14h05", "9pm".
struct ClockTime: Hashable, Comparable {
  /// Minutes since midnight.
  let minutes: Int
  /// "Z" where the time is said to be Greenwich's, else empty.
  let zone: String

  /// Zones as news sites abbreviate them; a name beside a time, such as NATO, is none.
  private static let zones: Set<String> = [
    "GMT", "UTC", "BST", "IST", "WAT", "CET", "CEST", "EET", "EEST", "MSK", "TRT", "AST", "SAST",
    "EAT", "PKT", "JST", "AEST", "AEDT", "ET", "EST", "EDT", "CST", "CDT", "PST", "PDT",
  ]
  /// Words that stand before a time of day and are no part of it.
  private static let before: Set<String> = ["at", "um", "à", "kl", "a", "las", "ore"]

  /// Reads words that are a time of day, with a label before and a zone behind at most.
  init?(whole words: String) {
    guard words.utf8.count <= 48, let (clock, rest) = Self.leading(words),
      rest.allSatisfy({ !$0.isLetter && !$0.isNumber })
    else { return nil }
    self = clock
  }

  /// The time of day that words begin with, and the words behind it; a time without minutes counts with "am" or "pm" only.
  static func leading(_ words: String) -> (clock: ClockTime, rest: Substring)? {
    var rest = words[...].drop { $0.isWhitespace }
    while let word = rest.split(separator: " ", maxSplits: 1).first,
      DateLabels.shipped.kind(of: word) != nil || before.contains(word.lowercased())
    {
      rest = rest[word.endIndex...].drop { $0.isWhitespace || $0 == ":" }
    }
    let hours = digits(&rest)
    guard let hours, hours.count <= 2, var hour = Int(hours) else { return nil }
    var minute: Int?
    if let mark = rest.first, ":.h".contains(mark) {
      var behind = rest.dropFirst()
      if let minutes = digits(&behind), minutes.count == 2, let value = Int(minutes), value < 60 {
        minute = value
        rest = behind
      }
    }
    // Seconds, where a page has them.
    if rest.first == ":" {
      var behind = rest.dropFirst()
      if let seconds = digits(&behind), seconds.count == 2 { rest = behind }
    }
    let half = Self.half(&rest)
    if let isAfternoon = half {
      guard (1...12).contains(hour) else { return nil }
      hour = hour % 12 + (isAfternoon ? 12 : 0)
    }
    guard hour < 24, minute != nil || half != nil, rest.first?.isLetter != true,
      rest.first?.isNumber != true
    else { return nil }
    let zone = Self.zone(&rest)
    return (ClockTime(minutes: hour * 60 + (minute ?? 0), zone: zone), rest)
  }

  private init(minutes: Int, zone: String) {
    self.minutes = minutes
    self.zone = zone
  }

  private static func digits(_ rest: inout Substring) -> Substring? {
    let found = rest.prefix { $0.isASCII && $0.isNumber }
    rest = rest[found.endIndex...]
    return found.isEmpty ? nil : found
  }

  /// Takes "am", "p.m." and the like; true after noon, nil where there is none.
  private static func half(_ rest: inout Substring) -> Bool? {
    let from = rest.drop { $0 == " " }
    for (written, isAfternoon) in [("a.m.", false), ("p.m.", true), ("am", false), ("pm", true)] {
      guard from.prefix(written.count).lowercased() == written else { continue }
      let behind = from.dropFirst(written.count)
      if behind.first?.isLetter == true { continue }
      rest = behind
      return isAfternoon
    }
    return nil
  }

  /// Takes a zone in capitals, in brackets or not; "Z" for Greenwich's.
  private static func zone(_ rest: inout Substring) -> String {
    let from = rest.drop { " (".contains($0) }
    let letters = from.prefix { $0.isASCII && $0.isUppercase }
    guard zones.contains(String(letters)), from.dropFirst(letters.count).first?.isLetter != true
    else { return "" }
    rest = from.dropFirst(letters.count).drop { $0 == ")" }
    return letters == "GMT" || letters == "UTC" ? "Z" : ""
  }

  /// "14:05", with its zone where that is known.
  var written: String {
    func two(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "\(two(minutes / 60)):\(two(minutes % 60))\(zone.isEmpty ? "" : ":00" + zone)"
  }

  static func < (a: ClockTime, b: ClockTime) -> Bool { a.minutes < b.minutes }
}
