/// Names of encodings as pages declare them, brought to the names that converters know.
enum EncodingLabel {
  /// Labels that mean another encoding than they say, after the WHATWG Encoding Standard.
  private static let meant: [String: String] = [
    "utf8": "utf-8", "utf-16": "utf-8", "utf-16le": "utf-8", "utf-16be": "utf-8",
    "ascii": "windows-1252", "us-ascii": "windows-1252", "iso-8859-1": "windows-1252",
    "iso8859-1": "windows-1252", "latin1": "windows-1252", "latin-1": "windows-1252",
    "cp1252": "windows-1252", "x-cp1252": "windows-1252", "iso-8859-9": "windows-1254",
    "latin5": "windows-1254", "tis-620": "windows-874", "iso-8859-11": "windows-874",
    "cp1251": "windows-1251", "win-1251": "windows-1251", "cp1256": "windows-1256",
    "gb2312": "gb18030", "gbk": "gb18030", "x-gbk": "gb18030", "x-sjis": "shift_jis",
    "sjis": "shift_jis", "ks_c_5601-1987": "euc-kr", "korean": "euc-kr", "big5-hkscs": "big5",
    "koi8": "koi8-r", "macintosh": "macintosh", "x-mac-roman": "macintosh",
  ]

  /// The encoding that a declared label means, lower case.
  static func name(of label: String) -> String {
    let name = label.lowercased().filter { !$0.isWhitespace && $0 != "\"" && $0 != "'" }
    return meant[name] ?? name
  }
}
