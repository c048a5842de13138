import PatchworkRecord
import PatchworkText

/// Random secrets, of which the record keeps hashes only.
public enum Secret {
  private static let letters = Array(
    "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_".utf8)

  /// A new secret of 43 letters, 258 random bits from the system's source.
  public static func make() -> String {
    var source = SystemRandomNumberGenerator()
    return String(
      decoding: (0..<43).map { _ in letters[Int(source.next() & 63)] }, as: UTF8.self)
  }

  /// The hash by which a secret is found again.
  public static func hash(_ secret: String) -> String { sha256Hex(secret) }

  /// Whether two texts are the same, in a time that tells nothing of where they differ.
  public static func areEqual(_ a: String, _ b: String) -> Bool {
    let (a, b) = (Array(a.utf8), Array(b.utf8))
    var difference = a.count ^ b.count
    for index in 0..<min(a.count, b.count) { difference |= Int(a[index] ^ b[index]) }
    return difference == 0
  }
}
