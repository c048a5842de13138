import PatchworkText

/// Counts letters by script, for languages that their script, and letters of their own, tell.
struct ScriptCensus {
  /// Letters of the Latin script.
  private(set) var latin = 0
  private var scripts: [String: Int] = [:]
  private var letters: [UInt32: Int] = [:]

  init(_ bytes: [UInt8]) {
    for scalar in String(decoding: bytes, as: UTF8.self).unicodeScalars {
      let value = scalar.value
      if value < 0x80 {
        if isLetter(UInt8(value)) { latin += 1 }
      } else if value < 0x250 || (0x1E00...0x1EFF).contains(value) {
        latin += 1
      } else if let script = Self.script(value) {
        scripts[script, default: 0] += 1
        letters[value, default: 0] += 1
      }
    }
  }

  /// The language of the script that most letters belong to, with that script's share of all; nil for Latin or none.
  var script: (language: String, confidence: Double)? {
    var counts = scripts
    // Japanese writes most words in Han letters, and no other language writes kana.
    if let kana = counts["kana"], let han = counts["han"], kana * 10 > han + kana {
      counts["kana"] = kana + han
      counts["han"] = nil
    }
    guard let top = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), top.value > latin
    else { return nil }
    let all = latin + counts.values.reduce(0, +)
    let share = Double(top.value) / Double(all)
    return (ScriptLetters.shipped.language(of: top.key, letters, total: top.value), share)
  }

  /// The script of a letter, by its name in the table of letters or, where one language alone writes it, by that.
  private static func script(_ value: UInt32) -> String? {
    switch value {
    case 0x0600...0x06FF, 0x0750...0x077F, 0xFB50...0xFDFF, 0xFE70...0xFEFF: "arabic"
    case 0x0400...0x04FF: "cyrillic"
    case 0x0370...0x03FF, 0x1F00...0x1FFF: "el"
    case 0x0530...0x058F: "hy"
    case 0x0590...0x05FF: "he"
    case 0x0900...0x097F: "devanagari"
    case 0x0980...0x09FF: "bn"
    case 0x0A00...0x0A7F: "pa"
    case 0x0A80...0x0AFF: "gu"
    case 0x0B80...0x0BFF: "ta"
    case 0x0C00...0x0C7F: "te"
    case 0x0D00...0x0D7F: "ml"
    case 0x0D80...0x0DFF: "si"
    case 0x0E00...0x0E7F: "th"
    case 0x0E80...0x0EFF: "lo"
    case 0x1000...0x109F: "my"
    case 0x10A0...0x10FF: "ka"
    case 0x1200...0x137F: "ethiopic"
    case 0x1780...0x17FF: "km"
    case 0x3040...0x30FF: "kana"
    case 0x4E00...0x9FFF, 0x3400...0x4DBF: "han"
    case 0xAC00...0xD7AF, 0x1100...0x11FF: "ko"
    default: nil
    }
  }
}

/// Letters that tell languages of one script apart.
struct ScriptLetters {
  /// The letters that ship with Patchwork.
  static let shipped = ScriptLetters(LexiconFolder.table("script-letters.tsv"))

  private struct Row {
    let language: String
    let letters: [UInt32]
    let every: Int
  }

  private let rows: [String: [Row]]

  init(_ table: LexiconTable) {
    rows = Dictionary(grouping: table.rows) { $0["script"] }.mapValues { rows in
      rows.map { row in
        Row(
          language: row["language"],
          letters: row["letters"].split(separator: " ").compactMap { letter in
            letter == "-" ? nil : letter.unicodeScalars.first?.value
          }, every: Int(row["every"]) ?? 0)
      }
    }
  }

  /// The first language of a script whose own letters are frequent enough, else the script's first.
  func language(of script: String, _ counts: [UInt32: Int], total: Int) -> String {
    guard let rows = rows[script], let first = rows.first else { return script }
    let found = rows.dropFirst().first { row in
      row.letters.reduce(0) { $0 + (counts[$1] ?? 0) } * row.every > total
    }
    return (found ?? first).language
  }
}
