internal import CCrypto

/// Passwords as they are kept: hashed by scrypt of libcrypto, with a salt of their own.
enum Password {
  /// Cost, block size and lanes: 32 MiB for each of three rounds.
  private static let cost: (n: UInt64, r: UInt64, p: UInt64) = (1 << 15, 8, 3)

  /// The shortest password that is taken, in code points.
  static let least = 12

  /// A password as it is kept: `scrypt$N$r$p$salt$hash`, salt and hash in hexadecimal.
  static func keep(_ password: String) -> String {
    var source = SystemRandomNumberGenerator()
    let salt = (0..<16).map { _ in UInt8(truncatingIfNeeded: source.next()) }
    let hash = hash(password, salt: salt, cost) ?? []
    precondition(!hash.isEmpty, "libcrypto has no memory for scrypt")
    return "scrypt$\(cost.n)$\(cost.r)$\(cost.p)$\(hex(salt))$\(hex(hash))"
  }

  /// Whether a password is the one that was kept.
  static func matches(_ password: String, _ kept: String) -> Bool {
    let parts = kept.split(separator: "$").map(String.init)
    guard parts.count == 6, parts[0] == "scrypt", let n = UInt64(parts[1]),
      let r = UInt64(parts[2]), let p = UInt64(parts[3]), let salt = bytes(parts[4]),
      let found = hash(password, salt: salt, (n, r, p))
    else { return false }
    return Secret.areEqual(hex(found), parts[5])
  }

  private static func hash(
    _ password: String, salt: [UInt8], _ cost: (n: UInt64, r: UInt64, p: UInt64)
  ) -> [UInt8]? {
    var key = [UInt8](repeating: 0, count: 32)
    let count = password.utf8.count
    let done = password.withCString { words in
      EVP_PBE_scrypt(
        words, count, salt, salt.count, cost.n, cost.r, cost.p, 128 << 20, &key, key.count)
    }
    return done == 1 ? key : nil
  }

  private static func hex(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  private static func bytes(_ hex: String) -> [UInt8]? {
    let digits = Array(hex.utf8)
    guard digits.count.isMultiple(of: 2) else { return nil }
    return stride(from: 0, to: digits.count, by: 2).compactMap {
      UInt8(String(decoding: digits[$0...$0 + 1], as: UTF8.self), radix: 16)
    }
  }
}
