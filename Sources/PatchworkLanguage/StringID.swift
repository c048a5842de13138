/// The 64-bit number by which the models know a string.
enum StringID {
  /// The number of a string's UTF-8 bytes: reserved names have small numbers, others their hash.
  static func of(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    if bytes.count <= ReservedNames.longest, let id = ReservedNames.number(of: bytes) {
      return UInt64(id)
    }
    return murmur(bytes)
  }

  static func of(_ text: String) -> UInt64 {
    var text = text
    return text.withUTF8 { of($0) }
  }

  /// MurmurHash64A with seed 1.
  static func murmur(_ bytes: UnsafeBufferPointer<UInt8>) -> UInt64 {
    let m: UInt64 = 0xC6A4_A793_5BD1_E995
    let r: UInt64 = 47
    let count = bytes.count
    var h: UInt64 = 1 ^ (UInt64(count) &* m)
    guard let base = bytes.baseAddress, count > 0 else { return finish(h, m, r) }
    let raw = UnsafeRawPointer(base)
    var offset = 0
    while offset + 8 <= count {
      var k = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
      k = k &* m
      k ^= k >> r
      k = k &* m
      h ^= k
      h = h &* m
      offset += 8
    }
    if offset < count {
      var tail: UInt64 = 0
      for index in offset..<count { tail |= UInt64(bytes[index]) << UInt64(8 * (index - offset)) }
      h ^= tail
      h = h &* m
    }
    return finish(h, m, r)
  }

  private static func finish(_ hash: UInt64, _ m: UInt64, _ r: UInt64) -> UInt64 {
    var h = hash
    h ^= h >> r
    h = h &* m
    h ^= h >> r
    return h
  }

  /// The four rows of a hashed embedding table for a key.
  @inline(__always)
  static func rows(of key: UInt64, seed: UInt32, count: UInt32) -> (Int, Int, Int, Int) {
    @inline(__always) func mix(_ value: UInt64) -> UInt64 {
      var x = value
      x ^= x >> 33
      x = x &* 0xFF51_AFD7_ED55_8CCD
      x ^= x >> 33
      x = x &* 0xC4CE_B9FE_1A85_EC53
      return x ^ (x >> 33)
    }
    var a = key &* 0x87C3_7B91_1142_53D5
    a = (a << 31) | (a >> 33)
    a = a &* 0x4CF5_AD43_2745_937F
    a ^= UInt64(seed) ^ 8
    var b = UInt64(seed) ^ 8
    a = a &+ b
    b = b &+ a
    a = mix(a)
    b = mix(b)
    a = a &+ b
    b = b &+ a
    return (
      Int(UInt32(truncatingIfNeeded: a) % count), Int(UInt32(truncatingIfNeeded: a >> 32) % count),
      Int(UInt32(truncatingIfNeeded: b) % count), Int(UInt32(truncatingIfNeeded: b >> 32) % count)
    )
  }
}
