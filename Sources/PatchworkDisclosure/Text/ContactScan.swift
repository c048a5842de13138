import PatchworkText

/// Finds what leads to a person or a point in a text: telephone numbers, addresses of mail, accounts of networks, coordinates.
struct ContactScan {
  /// A find, with what it is.
  struct Found: Sendable {
    let span: Span
    let kind: Removal.Kind
    let why: String
  }

  private let bytes: [UInt8]

  init(_ text: String) { bytes = Array(text.utf8) }

  func all() -> [Found] {
    var found: [Found] = []
    var at = 0
    while at < bytes.count {
      let byte = bytes[at]
      if byte == UInt8(ascii: "@"), let span = address(at) {
        found.append(Found(span: span, kind: .contact, why: "address or account"))
        at = span.end
      } else if Self.isDigit(byte) || byte == UInt8(ascii: "+"), at == 0 || !isWord(at - 1) {
        if let span = point(at) ?? degrees(at) {
          found.append(Found(span: span, kind: .coordinates, why: "coordinates in a text"))
          at = span.end
        } else if let span = telephone(at) {
          found.append(Found(span: span, kind: .contact, why: "telephone number"))
          at = span.end
        } else {
          at = max(at + 1, digits(at))
        }
      } else {
        at += 1
      }
    }
    return found
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }

  private func isWord(_ at: Int) -> Bool {
    let byte = bytes[at] | 0x20
    return byte >= 0x61 && byte <= 0x7A || Self.isDigit(bytes[at]) || bytes[at] >= 0x80
      || bytes[at] == UInt8(ascii: "_")
  }

  /// The end of the digits from a byte on.
  private func digits(_ at: Int) -> Int {
    var end = at
    while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
    return end
  }

  /// An address of mail around an @, or an account's name after it.
  private func address(_ at: Int) -> Span? {
    var start = at
    while start > 0, isWord(start - 1) || [0x2E, 0x2D, 0x2B].contains(bytes[start - 1]) {
      start -= 1
    }
    var end = at + 1
    while end < bytes.count, isWord(end) || [0x2E, 0x2D].contains(bytes[end]) { end += 1 }
    while end > at + 1, [0x2E, 0x2D].contains(bytes[end - 1]) { end -= 1 }
    return end - at > 2 ? Span(start, end) : nil
  }

  /// "36.1480, 36.9472": two numbers with two decimals or more, parted by a comma, a slash or a space.
  private func point(_ at: Int) -> Span? {
    guard let first = decimal(at) else { return nil }
    var next = first
    var skipped = 0
    while next < bytes.count, skipped < 6,
      [0x20, 0x2C, 0x2F, 0x3B].contains(bytes[next]) || isCompass(next)
    {
      next += 1
      skipped += 1
    }
    if next < bytes.count, bytes[next] == UInt8(ascii: "-") { next += 1 }
    guard skipped > 0, let end = decimal(next) else { return nil }
    return Span(at, end)
  }

  /// A letter of the compass or the sign of degrees between two numbers.
  private func isCompass(_ at: Int) -> Bool {
    Array("NSEWnsew".utf8).contains(bytes[at]) || bytes[at] == 0xC2 || bytes[at] == 0xB0
  }

  /// The end of a number of up to three digits, a point, and two digits or more.
  private func decimal(_ at: Int) -> Int? {
    let whole = digits(at)
    guard whole > at, whole - at <= 3, whole < bytes.count, bytes[whole] == 0x2E else { return nil }
    let end = digits(whole + 1)
    return end - whole > 2 ? end : nil
  }

  /// "36°08'52"N": a number before the sign of degrees with minutes after it.
  private func degrees(_ at: Int) -> Span? {
    let whole = digits(at)
    guard whole > at, whole - at <= 3, whole + 2 < bytes.count, bytes[whole] == 0xC2,
      bytes[whole + 1] == 0xB0
    else { return nil }
    var end = whole + 2
    while end < bytes.count,
      Self.isDigit(bytes[end])
        || [0x20, 0x27, 0x22, 0x2E, 0x2C, 0xE2, 0x80, 0xB2, 0xB3, 0x99, 0x9D, 0xC2, 0xB0]
          .contains(bytes[end])
        || isCompass(end) && (end + 1 >= bytes.count || !isWord(end + 1))
    {
      end += 1
    }
    while end > whole + 2, [0x20, 0x2C, 0x2E].contains(bytes[end - 1]) { end -= 1 }
    return Span(at, end)
  }

  /// Nine digits or more in groups parted by single spaces, hyphens or brackets; seven after a plus.
  private func telephone(_ at: Int) -> Span? {
    let hasPlus = bytes[at] == UInt8(ascii: "+")
    var end = hasPlus ? at + 1 : at
    var last = end
    var count = 0
    while end < bytes.count {
      if Self.isDigit(bytes[end]) {
        count += 1
        end += 1
        last = end
      } else if [0x20, 0x2D, 0x28, 0x29, 0x2F].contains(bytes[end]), end > at,
        Self.isDigit(bytes[end - 1]) || bytes[end - 1] == 0x29 || bytes[end] == 0x28
      {
        end += 1
      } else {
        break
      }
    }
    if last < bytes.count, isWord(last) { return nil }
    return count >= (hasPlus ? 7 : 9) && count <= 15 ? Span(at, last) : nil
  }
}
