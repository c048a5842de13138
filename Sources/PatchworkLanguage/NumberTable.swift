/// A growing table from numbers to numbers, for caches of one worker.
final class NumberTable {
  private(set) var count = 0
  private var keys: [UInt64]
  private var values: [Int32]
  private var mask: Int

  init() {
    keys = Array(repeating: .max, count: 1024)
    values = Array(repeating: 0, count: 1024)
    mask = 1023
  }

  @inline(__always)
  private func start(_ key: UInt64) -> Int {
    Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
  }

  subscript(key: UInt64) -> Int32? {
    var slot = start(key)
    while keys[slot] != .max {
      if keys[slot] == key { return values[slot] }
      slot = (slot + 1) & mask
    }
    return nil
  }

  /// Adds a key that is not in the table.
  func add(_ key: UInt64, _ value: Int32) {
    if count * 2 > mask {
      let (oldKeys, oldValues) = (keys, values)
      mask = mask * 2 + 1
      keys = Array(repeating: .max, count: mask + 1)
      values = Array(repeating: 0, count: mask + 1)
      for index in oldKeys.indices where oldKeys[index] != .max {
        place(oldKeys[index], oldValues[index])
      }
    }
    place(key, value)
    count += 1
  }

  private func place(_ key: UInt64, _ value: Int32) {
    var slot = start(key)
    while keys[slot] != .max { slot = (slot + 1) & mask }
    keys[slot] = key
    values[slot] = value
  }

  func removeAll() {
    count = 0
    for index in keys.indices { keys[index] = .max }
  }
}
