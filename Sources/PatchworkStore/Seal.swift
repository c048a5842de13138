import CCrypto

/// Seals texts with AES-256-GCM (NIST SP 800-38D) under a key that is kept outside the record.
public struct Seal: Sendable {
  private let key: [UInt8]

  /// Bytes of a key.
  public static let keyLength = 32
  private static let nonceLength = 12
  private static let tagLength = 16

  /// Makes a seal with a key of `keyLength` bytes, or nil for another length.
  public init?(key: [UInt8]) {
    guard key.count == Self.keyLength else { return nil }
    self.key = key
  }

  /// A key from the system's source of randomness.
  public static func newKey() -> [UInt8] { random(keyLength) }

  private static func random(_ count: Int) -> [UInt8] {
    var generator = SystemRandomNumberGenerator()
    return (0..<count).map { _ in UInt8.random(in: 0...255, using: &generator) }
  }

  /// Nonce, sealed bytes and tag; `id` is bound to them, so that one movement cannot be put in another's place.
  public func seal(_ plain: [UInt8], id: String) -> [UInt8]? {
    let nonce = Self.random(Self.nonceLength)
    guard let context = EVP_CIPHER_CTX_new() else { return nil }
    defer { EVP_CIPHER_CTX_free(context) }
    var length: Int32 = 0
    var out = [UInt8](repeating: 0, count: plain.count + 16)
    let bound = Array(id.utf8)
    guard EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
      EVP_EncryptUpdate(context, nil, &length, bound, Int32(bound.count)) == 1,
      EVP_EncryptUpdate(context, &out, &length, plain, Int32(plain.count)) == 1
    else { return nil }
    var total = Int(length)
    let ended = out.withUnsafeMutableBufferPointer { buffer in
      EVP_EncryptFinal_ex(context, buffer.baseAddress.map { $0 + total }, &length)
    }
    guard ended == 1 else { return nil }
    total += Int(length)
    var tag = [UInt8](repeating: 0, count: Self.tagLength)
    guard
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_GET_TAG, Int32(Self.tagLength), &tag) == 1
    else { return nil }
    return nonce + out.prefix(total) + tag
  }

  /// What was sealed for an id, or nil where key, id or bytes are others.
  public func open(_ sealed: [UInt8], id: String) -> [UInt8]? {
    guard sealed.count >= Self.nonceLength + Self.tagLength,
      let context = EVP_CIPHER_CTX_new()
    else { return nil }
    defer { EVP_CIPHER_CTX_free(context) }
    let nonce = Array(sealed.prefix(Self.nonceLength))
    var tag = Array(sealed.suffix(Self.tagLength))
    let body = Array(sealed.dropFirst(Self.nonceLength).dropLast(Self.tagLength))
    let bound = Array(id.utf8)
    var length: Int32 = 0
    var out = [UInt8](repeating: 0, count: body.count + 16)
    guard EVP_DecryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1,
      EVP_DecryptUpdate(context, nil, &length, bound, Int32(bound.count)) == 1,
      EVP_DecryptUpdate(context, &out, &length, body, Int32(body.count)) == 1
    else { return nil }
    let total = Int(length)
    guard
      EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_GCM_SET_TAG, Int32(Self.tagLength), &tag) == 1
    else { return nil }
    let ended = out.withUnsafeMutableBufferPointer { buffer in
      EVP_DecryptFinal_ex(context, buffer.baseAddress.map { $0 + total }, &length)
    }
    return ended == 1 ? Array(out.prefix(total)) : nil
  }
}
