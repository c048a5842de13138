import PatchworkKernels

/// A growing table from byte strings to numbers in order of insertion.
///
/// An entry's `tag` tells apart entries with the same bytes. Owned by one loader or one worker; after
/// loading it is only read.
final class ByteTable: @unchecked Sendable {
  struct Entry {
    var hash: UInt64
    var tag: UInt64
    var offset: Int
    var length: Int
  }

  private(set) var count = 0
  /// Bytes of all keys together.
  private(set) var bytesUsed = 0
  private var slots: UnsafeMutablePointer<Int32>
  private var mask: Int
  private var entries: UnsafeMutablePointer<Entry>
  private var entryCapacity: Int
  private var arena: UnsafeMutablePointer<UInt8>
  private var arenaCapacity: Int

  init(capacity: Int = 64) {
    var size = 64
    while size < capacity * 2 { size *= 2 }
    slots = .allocate(capacity: size)
    slots.initialize(repeating: -1, count: size)
    mask = size - 1
    entryCapacity = size / 2
    entries = .allocate(capacity: entryCapacity)
    arenaCapacity = size * 4
    arena = .allocate(capacity: arenaCapacity)
  }

  deinit {
    slots.deallocate()
    entries.deallocate()
    arena.deallocate()
  }

  /// The number of a key, or -1.
  @inline(__always)
  func find(_ key: UnsafeBufferPointer<UInt8>, tag: UInt64 = 0) -> Int {
    find(key, hash: Self.hash(key, tag), tag: tag)
  }

  @inline(__always)
  static func hash(_ key: UnsafeBufferPointer<UInt8>, _ tag: UInt64) -> UInt64 {
    StringID.murmur(key) ^ (tag &* 0x9E37_79B9_7F4A_7C15)
  }

  func find(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64, tag: UInt64) -> Int {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while true {
      let index = Int(slots[slot])
      if index < 0 { return -1 }
      let entry = entries + index
      if entry.pointee.hash == hash, entry.pointee.tag == tag, entry.pointee.length == key.count,
        key.baseAddress.map({ pw_same(arena + entry.pointee.offset, $0, key.count) }) ?? true
      {
        return index
      }
      slot = (slot + 1) & mask
    }
  }

  /// Adds a key that is not in the table, and returns its number.
  @discardableResult
  func add(_ key: UnsafeBufferPointer<UInt8>, hash: UInt64, tag: UInt64) -> Int {
    if count == entryCapacity { grow() }
    while bytesUsed + key.count > arenaCapacity {
      let larger = UnsafeMutablePointer<UInt8>.allocate(capacity: arenaCapacity * 2)
      larger.update(from: arena, count: bytesUsed)
      arena.deallocate()
      arena = larger
      arenaCapacity *= 2
    }
    if let base = key.baseAddress { (arena + bytesUsed).update(from: base, count: key.count) }
    entries[count] = Entry(hash: hash, tag: tag, offset: bytesUsed, length: key.count)
    bytesUsed += key.count
    place(Int32(count), hash)
    count += 1
    return count - 1
  }

  /// The number of a key, which is added where it is new.
  @discardableResult
  func insert(_ key: UnsafeBufferPointer<UInt8>, tag: UInt64 = 0) -> Int {
    let hash = Self.hash(key, tag)
    let found = find(key, hash: hash, tag: tag)
    return found >= 0 ? found : add(key, hash: hash, tag: tag)
  }

  @discardableResult
  func insert(_ key: [UInt8]) -> Int { key.withUnsafeBufferPointer { insert($0) } }

  @discardableResult
  func insert(_ key: String) -> Int { insert(Array(key.utf8)) }

  func find(_ key: [UInt8]) -> Int { key.withUnsafeBufferPointer { find($0) } }

  /// The bytes of a key; valid until the next insertion.
  @inline(__always)
  func key(_ index: Int) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(start: arena + entries[index].offset, count: entries[index].length)
  }

  func removeAll() {
    count = 0
    bytesUsed = 0
    slots.update(repeating: -1, count: mask + 1)
  }

  private func place(_ index: Int32, _ hash: UInt64) {
    var slot = Int(truncatingIfNeeded: hash) & mask
    while slots[slot] >= 0 { slot = (slot + 1) & mask }
    slots[slot] = index
  }

  private func grow() {
    let larger = UnsafeMutablePointer<Entry>.allocate(capacity: entryCapacity * 2)
    larger.update(from: entries, count: count)
    entries.deallocate()
    entries = larger
    entryCapacity *= 2
    slots.deallocate()
    let size = entryCapacity * 2
    slots = .allocate(capacity: size)
    slots.initialize(repeating: -1, count: size)
    mask = size - 1
    for index in 0..<count { place(Int32(index), entries[index].hash) }
  }
}
