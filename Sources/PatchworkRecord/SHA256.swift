internal import CCrypto

/// The SHA-256 digest of some bytes, in lower-case hexadecimal.
///
/// ```swift
/// sha256Hex("abc")  // "ba7816bf…f20015ad"
/// ```
///
/// Computed by the system's libcrypto, so that the processor's own instructions are used where there are any.
public func sha256Hex(_ bytes: UnsafeRawBufferPointer) -> String {
  var digest = [UInt8](repeating: 0, count: 32)
  let done = EVP_Digest(bytes.baseAddress, bytes.count, &digest, nil, EVP_sha256(), nil)
  precondition(done == 1, "libcrypto has no SHA-256")
  let digits = Array("0123456789abcdef".utf8)
  return String(unsafeUninitializedCapacity: 64) { hex in
    for (index, byte) in digest.enumerated() {
      hex[2 * index] = digits[Int(byte >> 4)]
      hex[2 * index + 1] = digits[Int(byte & 15)]
    }
    return 64
  }
}

/// The SHA-256 digest of an array of bytes, in lower-case hexadecimal.
public func sha256Hex(_ bytes: [UInt8]) -> String {
  bytes.withUnsafeBytes { sha256Hex($0) }
}

/// The SHA-256 digest of a text's UTF-8 bytes, in lower-case hexadecimal.
public func sha256Hex(_ text: String) -> String {
  var text = text
  return text.withUTF8 { sha256Hex(UnsafeRawBufferPointer($0)) }
}
