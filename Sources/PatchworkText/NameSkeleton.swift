/// Coarse forms of folded names, on which romanisations of one name agree.
public enum NameSkeleton {
  /// Articles of Arabic as press and maps write them, assimilated or not.
  private static let articles: Set<[UInt8]> = Set(
    [
      "al", "el", "ul", "as", "es", "ash", "esh", "ad", "ed", "ar", "er", "at", "et", "az", "ez",
      "an", "en", "ath", "eth", "adh", "edh", "us", "ud", "ur", "uz", "ush", "ul", "il", "il",
    ].map { Array($0.utf8) })

  /// Whether a folded word is an Arabic article.
  public static func isArticle(_ word: ArraySlice<UInt8>) -> Bool {
    word.count <= 4 && word.count >= 2 && articles.contains(Array(word))
  }

  /// Appends the consonants of a name's folded words in classes that romanisations confuse.
  ///
  /// Vowels, articles, inner `h` and doubled letters go; `q k g kh gh` are one class, `t d z th dh` another,
  /// `s sh ch` a third. "Deir ez-Zor", "Dayr az Zawr" and دير الزور all give `trtr`.
  public static func append(_ words: FoldedWords, to out: inout [UInt8]) {
    append(words, 0..<words.count, to: &out)
  }

  /// Appends the skeleton of some of the words of a name.
  public static func append(_ words: FoldedWords, _ run: Range<Int>, to out: inout [UInt8]) {
    let start = out.count
    for word in run {
      var letters = words.bytes[words.range(word)]
      if run.count > 1, isArticle(letters) { continue }
      if letters.count >= 6, letters.first == 0x65 || letters.first == 0x61,
        letters[letters.startIndex + 1] == 0x6C
      {
        letters = letters.dropFirst(2)  // an article written onto its word, "Elsham"
      }
      letters = withoutConstructEnding(letters, isLast: word + 1 == run.upperBound)
      appendWord(letters, isFirst: out.count == start, to: &out)
    }
  }

  /// A feminine word before another ends in `t` in some spellings only: "Muadamiyat al-Sham".
  private static func withoutConstructEnding(
    _ letters: ArraySlice<UInt8>, isLast: Bool
  ) -> ArraySlice<UInt8> {
    guard !isLast, letters.count >= 4, letters.last == 0x74 else { return letters }
    let before = letters[letters.endIndex - 2]
    return before == 0x61 || before == 0x65 ? letters.dropLast() : letters
  }

  private static func appendWord(
    _ letters: ArraySlice<UInt8>, isFirst: Bool, to out: inout [UInt8]
  ) {
    var at = letters.startIndex
    var isInitial = true
    while at < letters.endIndex {
      let letter = letters[at]
      let next = at + 1 < letters.endIndex ? letters[at + 1] : 0
      var code: UInt8 = 0
      var width = 1
      switch letter {
      case 0x61, 0x65, 0x69, 0x6F, 0x75:  // a e i o u
        if isInitial, isFirst { code = 0x61 }
      case 0x79, 0x77:  // y w
        break
      case 0x68:  // h
        if isInitial { code = 0x68 }
      case 0x6B, 0x71, 0x67, 0x78:  // k q g x
        code = 0x6B
        if next == 0x68 { width = 2 }
      case 0x63:  // c
        code = next == 0x68 ? 0x73 : 0x6B
        if next == 0x68 || next == 0x6B { width = 2 }
      case 0x73:  // s
        code = 0x73
        if next == 0x68 { width = 2 } else if next == 0x63 { width = 3 }
      case 0x74, 0x64, 0x7A:  // t d z
        code = 0x74
        if next == 0x68 {
          width = 2
        } else if letter == 0x64, next == 0x6A {
          code = 0x6A
          width = 2
        }
      case 0x62: code = 0x62
      case 0x70:
        code = next == 0x68 ? 0x66 : 0x62
        if next == 0x68 { width = 2 }
      case 0x66, 0x76: code = 0x66
      default: code = letter
      }
      if code != 0, out.last != code || code == 0x61 { out.append(code) }
      isInitial = false
      at += width
    }
  }

  /// A name's folded words with vowels and consonants written one way, for measuring likeness.
  ///
  /// `ou oo o` become `u`, `ee ei ai ay` become `i`, `e` and a first vowel become `a`, final `h` and articles go,
  /// doubled letters become one; words are joined without a space. `sh` and `kh` stay apart from `s` and `k`.
  public static func regular(_ words: FoldedWords) -> [UInt8] {
    var out: [UInt8] = []
    out.reserveCapacity(words.bytes.count)
    appendRegular(words, to: &out)
    return out
  }

  /// Appends the regular form of a name's folded words.
  public static func appendRegular(_ words: FoldedWords, to out: inout [UInt8]) {
    for word in 0..<words.count {
      var letters = words.bytes[words.range(word)]
      if words.count > 1, isArticle(letters) { continue }
      if letters.count >= 6, letters.first == 0x65 || letters.first == 0x61,
        letters[letters.startIndex + 1] == 0x6C
      {
        letters = letters.dropFirst(2)
      }
      letters = withoutConstructEnding(letters, isLast: word + 1 == words.count)
      appendRegular(letters, to: &out)
    }
  }

  private static func appendRegular(_ letters: ArraySlice<UInt8>, to out: inout [UInt8]) {
    let start = out.count
    var at = letters.startIndex
    while at < letters.endIndex {
      let letter = letters[at]
      let next = at + 1 < letters.endIndex ? letters[at + 1] : 0
      var code = letter
      var width = 1
      switch letter {
      case 0x6F:  // o, ou, oo
        code = 0x75
        if next == 0x75 || next == 0x6F || next == 0x77 { width = 2 }
      case 0x65:  // e, ee, ei
        code = 0x61
        if next == 0x65 || next == 0x69 || next == 0x79 {
          code = 0x69
          width = 2
        }
      case 0x61 where next == 0x69 || next == 0x79:
        code = 0x69
        if at + 2 < letters.endIndex, letters[at + 2] != 0x61 { width = 2 } else { code = 0x61 }
      case 0x79, 0x69: code = 0x69
      case 0x77: code = 0x75
      case 0x71: code = 0x6B
      case 0x63 where next != 0x68: code = 0x6B
      case 0x63,
        0x73 where next == 0x68:  // ch, sh
        code = 0x53
        width = 2
      case 0x64 where next == 0x68, 0x74 where next == 0x68: width = 2
      case 0x7A: code = 0x7A
      case 0x6B where next == 0x68:  // kh
        code = 0x78
        width = 2
      case 0x67 where next == 0x68: width = 2
      case 0x68 where at + 1 == letters.endIndex && out.count > start: code = 0
      default: break
      }
      // First vowels are the most various: "Idlib", "Edlib".
      if out.isEmpty, code == 0x69 || code == 0x75, letter != 0x79, letter != 0x77 { code = 0x61 }
      if code != 0, out.count == start || out.last != code { out.append(code) }
      at += width
    }
  }
}
