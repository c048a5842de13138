/// A number as a text writes it, in digits or in words.
public struct Numeral: Hashable, Sendable {
  /// How a number is written.
  public enum Style: Sendable {
    case digits, words, mixed
  }

  /// Its value.
  public let value: Double
  /// The atoms it is written with.
  public let atoms: Range<Int>
  /// Whether it orders ("third", "4th") rather than counts.
  public let isOrdinal: Bool
  /// How it is written.
  public let style: Style

  /// The value as a whole number, or nil when it has a fraction or does not fit.
  public var whole: Int? { Int(exactly: value) }
}

/// The grammar of English numbers: "40,000", "40 000", "1.5 million", "a hundred and twenty-five", "two dozen".
public enum Numerals {
  /// The longest number that starts at an atom, or nil; O(atoms of the number).
  public static func read(at start: Int, in atoms: Atoms) -> Numeral? {
    guard start < atoms.count else { return nil }
    var reader = NumeralReader(atoms: atoms, start: start)
    return reader.read()
  }

  /// Whether an atom is a number or a word that numbers begin with; O(1).
  public static func mayStart(at index: Int, in atoms: Atoms) -> Bool {
    switch atoms[index].kind {
    case .number: return true
    case .sign: return false
    case .word:
      switch NumberWord.byKey[atoms[index].key] {
      case nil, .and?, .hundred?, .scale?, .dozen?: return false
      default: return true
      }
    }
  }

  /// Every word that a number may begin with.
  public static let startingWords: [WordKey] = NumberWord.startingWords

  /// What a scale word multiplies by ("thousand"), or nil for any other atom.
  public static func scale(of atom: Atom) -> Int? {
    guard atom.kind == .word, case .scale(let factor)? = NumberWord.byKey[atom.key] else {
      return nil
    }
    return Int(exactly: factor)
  }

  /// Every number of a text, left to right, none inside another.
  public static func all(in atoms: Atoms) -> [Numeral] {
    var found: [Numeral] = []
    var index = 0
    while index < atoms.count {
      if let numeral = read(at: index, in: atoms) {
        found.append(numeral)
        index = numeral.atoms.upperBound
      } else {
        index += 1
      }
    }
    return found
  }

  /// The value of a number atom's digits, or nil when it has several points ("192.168.1.2").
  public static func value(of atom: Atom, in bytes: [UInt8]) -> Double? {
    var whole = 0.0
    var scale = 0.0
    for offset in atom.span.start..<atom.span.end {
      let byte = bytes[offset]
      if byte == 0x2E {
        if scale != 0 { return nil }
        scale = 1
      } else if byte != 0x2C {
        whole = whole * 10 + Double(byte - 0x30)
        scale *= 10
      }
    }
    return scale > 1 ? whole / scale : whole
  }
}
