/// A word, a number or a sign of a text: the finest pieces that grammars of numbers and dates stand on.
public struct Atom: Hashable, Sendable {
  /// What an atom is made of.
  public enum Kind: UInt8, Sendable {
    case word, number, sign
  }

  /// Where it stands, in UTF-8 bytes.
  public let span: Span
  /// What it is made of.
  public let kind: Kind
  /// Key of the lower-cased word, or the code of the sign with dashes and quotes made plain.
  public let key: WordKey
  /// Whether white space, or the start of the text, stands before it.
  public let isSpaced: Bool
  /// Whether a line break stands before it.
  public let startsLine: Bool
  /// Whether its first byte is an ASCII capital.
  public let isCapitalised: Bool
}

/// A word in lower case as one number, for tables that are asked millions of times.
public struct WordKey: Hashable, Sendable {
  @usableFromInline let hash: UInt64

  /// The key of a word.
  public init(_ word: String) { self.init(bytes: Array(word.utf8)) }

  /// The key of a word of bytes; ASCII capitals count as small letters.
  @inlinable
  public init(bytes: some Sequence<UInt8>) {
    // FNV-1a.
    var hash: UInt64 = 0xcbf2_9ce4_8422_2325
    for byte in bytes {
      let low = byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte
      hash = (hash ^ UInt64(low)) &* 0x0000_0100_0000_01b3
    }
    self.hash = hash
  }

  /// The key of a sign.
  @usableFromInline init(sign: UInt32) { hash = UInt64(sign) }

  /// The key of an ASCII sign such as "-" or "'".
  @inlinable
  public static func sign(_ sign: Unicode.Scalar) -> WordKey { WordKey(sign: sign.value) }

  /// Hashes by the bits that are hashed already.
  public func hash(into hasher: inout Hasher) { hasher.combine(hash) }
}

/// A text cut into words, numbers and signs, the same way whatever tokens a parser makes of it.
///
/// "a 48-hour pause" gives `a`, `48`, `-`, `hour`, `pause`; "1,200" and "1.5" are one number each; every
/// dash but the long one comes out as "-", every single quote as "'".
public struct Atoms: Sendable {
  /// UTF-8 bytes of the text.
  public let bytes: [UInt8]
  /// The pieces in order.
  public let list: [Atom]

  /// Cuts a text; O(bytes).
  public init(_ text: String) { self.init(bytes: Array(text.utf8)) }

  /// Cuts the UTF-8 bytes of a text; O(bytes).
  public init(bytes: [UInt8]) {
    self.bytes = bytes
    var scan = AtomScan(bytes: bytes)
    list = scan.all()
  }

  /// How many there are.
  @inlinable public var count: Int { list.count }

  /// One of them.
  @inlinable
  public subscript(index: Int) -> Atom { list[index] }

  /// Whether there is such an atom and it is this sign.
  @inlinable
  public func isSign(_ index: Int, _ sign: Unicode.Scalar) -> Bool {
    index >= 0 && index < list.count && list[index].kind == .sign && list[index].key == .sign(sign)
  }

  /// The text of a range of atoms, verbatim.
  public func text(_ range: Range<Int>) -> String {
    guard !range.isEmpty else { return "" }
    let from = list[range.lowerBound].span.start
    return String(decoding: bytes[from..<list[range.upperBound - 1].span.end], as: UTF8.self)
  }
}
