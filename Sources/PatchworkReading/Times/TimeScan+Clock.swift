import PatchworkRecord
import PatchworkText

/// Times of day: "7:12 p.m. Monday", "0700 GMT", "dawn on Friday", "noon Thursday".
extension TimeScan {
  /// A time of day, alone or with its day.
  func clock(at start: Int) -> TimeMatch? {
    guard var end = clockEnd(start) else { return nil }
    // "10:35 a.m. (0735 GMT) Friday".
    if atoms.isSign(end, "("), let inner = clockEnd(end + 1), atoms.isSign(inner, ")") {
      end = inner + 1
    }
    var next = skip(skip(end, ","), .on)
    if let day = simplePoint(at: next), day.period?.grain == .day, day.atoms.lowerBound == next {
      return day.widened(from: start)
    }
    // "dawn raids" tells no time, "at dawn" does.
    let tells: [TimeWord.Class] = [.at, .by, .before, .after, .until, .since, .approx, .from, .to]
    guard kind(start) != .part || tells.contains(kind(start - 1)) else { return nil }
    next = end
    return TimeMatch(start..<next, nil, precision: 1, rule: "time-of-day")
  }

  /// The index behind a time of day, or nil.
  func clockEnd(_ start: Int) -> Int? {
    if kind(start) == .part {
      let value = value(start)
      let named = value == 5 || value == 12 || value == 18 || value == 20 || value == 0
      guard named, atoms[start].span.length != 7, atoms[start].span.length != 9 else { return nil }
      return start + 1
    }
    guard let hour = number(start), !isJoined(start) || atoms.isSign(start - 1, "(") else {
      return nil
    }
    var at = start + 1
    var sure = false
    if atoms[start].span.length == 4 {
      guard hour % 100 < 60, hour < 2400 else { return nil }
    } else if hour > 24 {
      return nil
    } else if atoms.isSign(at, ":"), isJoined(at + 1), let minute = number(at + 1), minute < 60,
      atoms[at + 1].span.length == 2
    {
      (at, sure) = (at + 2, true)
      if atoms.isSign(at, ":"), number(at + 1) != nil { at += 2 }
    }
    if let end = meridiem(at) {
      (at, sure) = (end, true)
    } else if atoms[start].kind == .number, at < atoms.count, atoms[at].kind == .word,
      kind(at) == .oclock
    {
      if atoms.isSign(at + 1, "'") { return at + 3 }
      return nil
    }
    if kind(at) == .zone, atoms[at].isSpaced {
      return at + 1
    }
    if kind(at) == .local, kind(at + 1) == .clockTime { return at + 2 }
    // Two numbers with a colon may be a score or a ratio: only 24-hour shapes with "at" count.
    guard sure else { return nil }
    if meridiem(start + 1) == nil, meridiem(start + 3) == nil {
      guard kind(start - 1) == .at || atoms[start].span.length == 2 else { return nil }
    }
    return at
  }

  /// "am", "a.m.", "p.m": the index behind.
  func meridiem(_ index: Int) -> Int? {
    if kind(index) == .meridiem, atoms[index].span.length == 2, !atoms[index].isSpaced || index > 0
    {
      // The verb "am" follows "I", never a number.
      return isNumber(index - 1) ? index + 1 : nil
    }
    guard index < atoms.count, atoms[index].kind == .word, atoms[index].span.length == 1 else {
      return nil
    }
    let letter = atoms.bytes[atoms[index].span.start] | 0x20
    guard letter == 0x61 || letter == 0x70, atoms.isSign(index + 1, "."), index + 2 < atoms.count,
      atoms[index + 2].kind == .word, atoms[index + 2].span.length == 1,
      atoms.bytes[atoms[index + 2].span.start] | 0x20 == 0x6D
    else { return nil }
    return skip(index + 3, ".")
  }

  /// Takes a time of day behind a day along: "Monday night", "yesterday at 7 p.m.", "Friday at dawn".
  func withPartOfDay(_ match: TimeMatch) -> TimeMatch {
    guard match.period?.grain == .day, match.period?.precision == 1 || match.kind == .date else {
      return match
    }
    var end = match.atoms.upperBound
    if kind(end) == .early || kind(end) == .late, kind(end + 1) == .part { end += 1 }
    if kind(end) == .part { return match.extended(to: end + 1) }
    var at = skip(end, ",")
    if kind(at) == .at { at += 1 }
    if at > end || isNumber(at), let clock = clockEnd(at) { return match.extended(to: clock) }
    return match
  }
}
