internal import CPCRE2
public import PatchworkText

extension SystemLibrary {
  /// The PCRE2 of the tokenizer.
  public static var pcre2: SystemLibrary {
    var text = [CChar](repeating: 0, count: 64)
    let length = pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), nil)
    guard length > 0, length <= 64, pcre2_config_8(UInt32(PCRE2_CONFIG_VERSION), &text) > 0 else {
      return SystemLibrary(name: "PCRE2", version: "unknown", use: "tokenizer")
    }
    let bytes = text.prefix { $0 != 0 && $0 != CChar(UInt8(ascii: " ")) }
    let version = String(decoding: bytes.map(UInt8.init(bitPattern:)), as: UTF8.self)
    return SystemLibrary(name: "PCRE2", version: version, use: "tokenizer")
  }
}
