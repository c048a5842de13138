internal import CCrypto
public import PatchworkText

extension SystemLibrary {
  /// The libcrypto that `sha256Hex` calls.
  public static var libcrypto: SystemLibrary {
    let version = OpenSSL_version(OPENSSL_VERSION_STRING).map { String(cString: $0) } ?? "unknown"
    return SystemLibrary(name: "libcrypto", version: version, use: "SHA-256")
  }
}
