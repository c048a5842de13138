/// Counts letters by script, for languages that their script alone tells.
struct ScriptCensus {
  /// Letters of the Latin script.
  private(set) var latin = 0
  private var others: [String: Int] = [:]

  init(_ bytes: [UInt8]) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        if isLetter(UInt8(value)) { latin += 1 }
      } else if value < 0x250 {
        latin += 1
      } else if let mark = Self.mark(value) {
        others[mark, default: 0] += 1
      }
    }
  }

  /// The language of the script that most letters belong to, nil for Latin or none.
  var script: String? {
    var counts = others
    for (base, marks) in Self.narrower {
      for (mark, least) in marks {
        let found = counts.removeValue(forKey: mark) ?? 0
        let all = (counts[base] ?? 0) + found
        counts[base] = nil
        counts[found * least > all ? mark : base] = all
      }
    }
    guard let top = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), top.value > latin
    else { return nil }
    return top.key
  }

  /// Languages told from their script's first language by letters of their own: one in so many suffices.
  private static let narrower: [(String, [(String, Int)])] = [
    ("ar", [("fa", 40)]), ("ru", [("uk", 40)]), ("zh", [("ja", 10)]),
  ]

  /// The language that a letter speaks for.
  private static func mark(_ value: UInt32) -> String? {
    switch value {
    case 0x067E, 0x0686, 0x06AF, 0x06CC, 0x06A9: "fa"
    case 0x0600...0x06FF, 0x0750...0x077F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: "ar"
    case 0x0404, 0x0406, 0x0407, 0x0454, 0x0456, 0x0457, 0x0490, 0x0491: "uk"
    case 0x0400...0x04FF: "ru"
    case 0x0370...0x03FF, 0x1F00...0x1FFF: "el"
    case 0x0530...0x058F: "hy"
    case 0x0590...0x05FF: "he"
    case 0x0900...0x097F: "hi"
    case 0x0980...0x09FF: "bn"
    case 0x0B80...0x0BFF: "ta"
    case 0x0E00...0x0E7F: "th"
    case 0x1000...0x109F: "my"
    case 0x10A0...0x10FF: "ka"
    case 0x1200...0x137F: "am"
    case 0x3040...0x30FF: "ja"
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: "zh"
    case 0xAC00...0xD7AF, 0x1100...0x11FF: "ko"
    default: nil
    }
  }
}
