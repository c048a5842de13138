import PatchworkText
import Testing

@Suite struct NameFoldingTests {
  @Test(arguments: [
    ("Deir ez-Zor", "deir ez zor"), ("Muʿaḍḍamīyat ash-Shām", "muaddamiyat ash sham"),
    ("Mo'adamiyat al-Sham", "moadamiyat al sham"), ("Dar’a", "dara"), ("Ţarţūs", "tartus"),
    ("São Paulo", "sao paulo"), ("Łódź", "lodz"), ("Straße", "strasse"), ("Київ", "kiiv"),
    ("U.S.", "us"), ("the U.S.", "the us"), ("St. Louis", "saint louis"), ("Syria's", "syria"),
    ("Syria’s army", "syria army"), ("حلب", "hlb"), ("دير الزور", "dyr al zwr"),
    ("معضمية الشام", "mdmya al sham"), ("תל אביב", "tl abyb"), ("", ""), ("…!", ""),
  ])
  func `folds names`(name: String, folded: String) {
    #expect(FoldedWords.fold(name) == folded)
  }

  @Test func `gives each word its place in the text`() {
    let text = "In Syria’s «Deir ez-Zor», al-Bab"
    let words = FoldedWords(folding: text)
    let found = (0..<words.count).map { text[words.spans[$0]] }
    #expect(found == ["In", "Syria", "Deir", "ez", "Zor", "al", "Bab"])
    #expect(words.gaps[3] == .space)
    #expect(words.gaps[4] == .hyphen)
    #expect(words.gaps[2] == .stop)
    #expect(words.cases[2].contains(.initial))
    #expect(!words.cases[3].contains(.initial))
  }

  @Test func `any bytes are folded without a crash`() {
    var state: UInt64 = 7
    for _ in 0..<500 {
      var bytes: [UInt8] = []
      for _ in 0..<40 {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        bytes.append(UInt8(truncatingIfNeeded: state >> 40))
      }
      let words = bytes.withUnsafeBufferPointer { FoldedWords($0) }
      for span in words.spans { #expect(span.end <= bytes.count) }
      var skeleton: [UInt8] = []
      NameSkeleton.append(words, to: &skeleton)
      _ = NameSkeleton.regular(words)
    }
  }
}

@Suite struct NameSkeletonTests {
  private func skeleton(_ name: String) -> String {
    var out: [UInt8] = []
    NameSkeleton.append(FoldedWords(folding: name), to: &out)
    return String(decoding: out, as: UTF8.self)
  }

  @Test(arguments: [
    ["Deir ez-Zor", "Dayr az Zawr", "Deirezzor", "Deir al-Zour", "دير الزور"],
    ["Urum al-Kubra", "Orm al Kubra", "Urma al-Kubra"],
    ["Khan Sheikhoun", "Khān Shaykhūn", "Khan Shaykun"],
    ["Muadamiyat al-Sham", "Moadamiyet Elsham", "Mo'adamiya al-Sham"],
    ["Qusayr", "Kusair", "Qousair", "al-Qusayr"],
  ])
  func `agrees across romanisations`(names: [String]) {
    #expect(Set(names.map(skeleton)).count == 1)
  }

  @Test(arguments: [("Aleppo", "Homs"), ("Madaya", "Zabadani"), ("Darayya", "Damascus")])
  func `tells other names apart`(a: String, b: String) {
    #expect(skeleton(a) != skeleton(b))
  }
}

@Suite struct LikenessTests {
  @Test(arguments: [
    ("martha", "marhta", 0.9611), ("dwayne", "duane", 0.84), ("", "", 1), ("a", "", 0),
  ])
  func `is Jaro–Winkler's`(a: String, b: String, expected: Double) {
    #expect(abs(Likeness.jaroWinkler(Array(a.utf8), Array(b.utf8)) - expected) < 0.001)
  }
}
