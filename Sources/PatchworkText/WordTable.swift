/// A read-only table by word, for lookups in the innermost loops: one multiplication and about one probe.
public struct WordTable<Value: Sendable>: Sendable {
  @usableFromInline let keys: [UInt64]
  @usableFromInline let slots: [Int32]
  @usableFromInline let values: [Value]
  @usableFromInline let mask: Int

  /// Makes a table; of two values for one word the later one stays.
  public init(_ pairs: some Sequence<(key: WordKey, value: Value)>) {
    let byKey = Dictionary(pairs.map { ($0.key, $0.value) }, uniquingKeysWith: { $1 })
    var size = 8
    while size < byKey.count * 3 { size *= 2 }
    var keys = [UInt64](repeating: 0, count: size)
    var slots = [Int32](repeating: -1, count: size)
    var values: [Value] = []
    values.reserveCapacity(byKey.count)
    for (key, value) in byKey {
      var at = Int(truncatingIfNeeded: key.hash &* 0x9E37_79B9_7F4A_7C15 >> 24) & (size - 1)
      while slots[at] >= 0 { at = (at + 1) & (size - 1) }
      keys[at] = key.hash
      slots[at] = Int32(values.count)
      values.append(value)
    }
    (self.keys, self.slots, self.values, mask) = (keys, slots, values, size - 1)
  }

  /// The value of a word, or nil; O(1).
  @inlinable
  public subscript(key: WordKey) -> Value? {
    var at = Int(truncatingIfNeeded: key.hash &* 0x9E37_79B9_7F4A_7C15 >> 24) & mask
    while slots[at] >= 0 {
      if keys[at] == key.hash { return values[Int(slots[at])] }
      at = (at + 1) & mask
    }
    return nil
  }

  /// Whether the table has a word; O(1).
  @inlinable
  public func contains(_ key: WordKey) -> Bool { self[key] != nil }
}

extension WordTable {
  /// Makes a table out of a dictionary.
  public init(_ dictionary: [WordKey: Value]) {
    self.init(dictionary.map { (key: $0.key, value: $0.value) })
  }
}
