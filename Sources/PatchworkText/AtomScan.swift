/// One pass over the bytes of a text that cuts it into atoms.
struct AtomScan {
  let bytes: [UInt8]
  var at = 0

  /// What stands at a position: a letter, a digit, white space or a sign, with its length in bytes.
  private enum Piece {
    case letter, digit, space, lineBreak
    case sign(UInt32)
  }

  init(bytes: [UInt8]) { self.bytes = bytes }

  mutating func all() -> [Atom] {
    var list: [Atom] = []
    list.reserveCapacity(bytes.count / 5 + 1)
    var spaced = true
    var line = true
    while at < bytes.count {
      let start = at
      let (piece, length) = look(at: at)
      switch piece {
      case .space:
        at += length
        spaced = true
        continue
      case .lineBreak:
        at += length
        (spaced, line) = (true, true)
        continue
      case .letter: skipLetters()
      case .digit: skipNumber()
      case .sign: at += length
      }
      let first = bytes[start]
      let kind: Atom.Kind
      let key: WordKey
      switch piece {
      case .sign(let code): (kind, key) = (.sign, WordKey(sign: code))
      case .digit: (kind, key) = (.number, WordKey(sign: 0))
      default: (kind, key) = (.word, WordKey(bytes: bytes[start..<at]))
      }
      list.append(
        Atom(
          span: Span(start, at), kind: kind, key: key, isSpaced: spaced, startsLine: line,
          isCapitalised: first >= 0x41 && first <= 0x5A))
      (spaced, line) = (false, false)
    }
    return list
  }

  private mutating func skipLetters() {
    while at < bytes.count {
      let (piece, length) = look(at: at)
      guard case .letter = piece else { return }
      at += length
    }
  }

  /// Digits with commas before groups of three and with points before digits.
  private mutating func skipNumber() {
    skipDigits()
    while at + 1 < bytes.count, isDigit(at + 1) {
      if bytes[at] == 0x2E {
        at += 1
        skipDigits()
      } else if bytes[at] == 0x2C, isDigit(at + 2), isDigit(at + 3), !isDigit(at + 4) {
        at += 4
      } else {
        return
      }
    }
  }

  private mutating func skipDigits() {
    while isDigit(at) { at += 1 }
  }

  private func isDigit(_ index: Int) -> Bool {
    index < bytes.count && bytes[index] >= 0x30 && bytes[index] <= 0x39
  }

  private func look(at index: Int) -> (Piece, length: Int) {
    let byte = bytes[index]
    if byte < 0x80 {
      switch byte {
      case 0x41...0x5A, 0x61...0x7A: return (.letter, 1)
      case 0x30...0x39: return (.digit, 1)
      case 0x0A, 0x0D: return (.lineBreak, 1)
      case 0...0x20, 0x7F: return (.space, 1)
      default: return (.sign(UInt32(byte)), 1)
      }
    }
    let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
    guard index + length <= bytes.count else { return (.letter, bytes.count - index) }
    if byte == 0xC2 {
      let second = bytes[index + 1]
      if second == 0xA0 { return (.space, 2) }
      return second == 0xAA || second == 0xBA ? (.letter, 2) : (.sign(UInt32(second)), 2)
    }
    guard byte == 0xE2 else { return (.letter, length) }
    let code =
      0x2000 | (UInt32(bytes[index + 1]) & 0x3F) << 6 | UInt32(bytes[index + 2]) & 0x3F
    switch code {
    case 0x2000...0x200A, 0x202F, 0x205F: return (.space, 3)
    case 0x2010...0x2013, 0x2212: return (.sign(0x2D), 3)
    case 0x2018, 0x2019, 0x2032: return (.sign(0x27), 3)
    case 0x201C, 0x201D: return (.sign(0x22), 3)
    case 0x2000...0x2BFF: return (.sign(code), 3)
    default: return (.letter, 3)
    }
  }
}
