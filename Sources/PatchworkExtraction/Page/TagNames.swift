/// The names of a page's elements as hashes: what the scan of tags does with each, and how many are open.
struct TagNames {
  /// What an element is to the scan of tags.
  enum Kind: UInt8 {
    /// May have elements inside.
    case nesting
    /// Is closed by a new one of its kind, or has no content.
    case flat
    /// Flat, and names another address.
    case link
    /// Has no markup inside.
    case raw
    /// Has nothing inside that is read.
    case unread
  }

  private struct Slot {
    var hash: UInt64 = 0
    var open: Int32 = 0
    var kind = Kind.nesting
  }

  private static let size = 256
  private var slots = [Slot](repeating: Slot(), count: TagNames.size)
  private var filled = 0
  /// Counts of the names beyond those that the slots hold.
  private var others: [UInt64: Int32] = [:]

  /// What an element of a name is.
  mutating func kind(of hash: UInt64) -> Kind {
    guard let slot = slot(hash) else { return .nesting }
    return slots[slot].kind
  }

  /// Counts an element as open.
  mutating func add(_ hash: UInt64) {
    if let slot = slot(hash) { slots[slot].open += 1 } else { others[hash, default: 0] += 1 }
  }

  /// Counts an element as closed; false when none of its name is open.
  mutating func remove(_ hash: UInt64) -> Bool {
    if let slot = slot(hash) {
      guard slots[slot].open > 0 else { return false }
      slots[slot].open -= 1
      return true
    }
    guard let count = others[hash], count > 0 else { return false }
    others[hash] = count - 1
    return true
  }

  /// Where a name is counted, nil when the slots are full of others.
  private mutating func slot(_ hash: UInt64) -> Int? {
    var at = Int(truncatingIfNeeded: hash ^ hash >> 17) & (Self.size - 1)
    while slots[at].hash != hash {
      if slots[at].hash == 0 {
        guard filled < Self.size / 2 else { return nil }
        filled += 1
        slots[at] = Slot(hash: hash, kind: Self.kinds[hash] ?? .nesting)
        return at
      }
      at = (at + 1) & (Self.size - 1)
    }
    return at
  }

  private static let kinds: [UInt64: Kind] = {
    let flat = [
      "p", "li", "td", "th", "tr", "dd", "dt", "option", "br", "img", "hr", "input", "meta",
      "source", "wbr", "area", "base", "col", "embed", "param", "track",
    ]
    let raw = ["script", "style", "textarea", "title"]
    return Dictionary(
      uniqueKeysWithValues: flat.map { (hash(of: $0), .flat) } + raw.map { (hash(of: $0), .raw) }
        + [(hash(of: "link"), .link)]
        + ["svg", "noscript", "iframe"].map { (hash(of: $0), .unread) })
  }()

  /// The name of scripts.
  static let script = hash(of: "script")
  /// Names of elements without markup whose text may be read.
  static let text: Set<UInt64> = [hash(of: "textarea"), hash(of: "title")]

  private static func hash(of name: String) -> UInt64 {
    Array(name.utf8).withUnsafeBufferPointer { hash($0[...]) }
  }

  /// The hash of a name in any case, never 0.
  @inline(__always)
  static func hash(_ name: Slice<UnsafeBufferPointer<UInt8>>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name { hash = (hash ^ UInt64(asciiLower(byte))) &* 0x100_0000_01B3 }
    return hash | 1
  }
}

/// The names of the attributes that are of use.
enum AttributeNames {
  /// By length, lower case.
  private static let kept: [[[UInt8]]] = {
    var byLength = [[[UInt8]]](repeating: [], count: 16)
    for name in AttributeName.allCases where name != .href {
      let bytes = Array(name.written.utf8)
      byLength[bytes.count].append(bytes)
    }
    return byLength
  }()

  private static let href = Array("href".utf8)

  /// Whether an attribute of a name is of use; an address is only where an element is nothing else.
  static func isKept(_ name: Slice<UnsafeBufferPointer<UInt8>>, isLink: Bool) -> Bool {
    guard name.count < kept.count else { return false }
    if isLink, same(name, href) { return true }
    return kept[name.count].contains { same(name, $0) }
  }

  private static func same(_ name: Slice<UnsafeBufferPointer<UInt8>>, _ other: [UInt8]) -> Bool {
    guard name.count == other.count else { return false }
    for index in 0..<other.count
    where asciiLower(name[name.startIndex + index]) != other[index] { return false }
    return true
  }
}
