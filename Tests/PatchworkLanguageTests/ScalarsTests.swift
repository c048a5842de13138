import Testing

@testable import PatchworkLanguage

@Suite struct ScalarsTests {
  private func bytes<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result)
    -> Result
  {
    Array(text.utf8).withUnsafeBufferPointer(body)
  }

  @Test(arguments: [
    ("Aleppo", "Xxxxx"), ("aaaaaaa", "xxxx"), ("1990s", "ddddx"), ("U.N.", "X.X."),
    ("حلب", "xxx"), ("Ålesund", "Xxxxx"), ("٣٤", "dd"), ("😀!", "😀!"), ("", ""),
    (String(repeating: "a", count: 100), "LONG"), (String(repeating: "é", count: 99), "xxxx"),
  ])
  func `draws a word's shape`(word: String, shape: String) {
    #expect(String(decoding: bytes(word, Scalars.shape), as: UTF8.self) == shape)
  }

  @Test(arguments: [
    ("ALEPPO", "aleppo"), ("ΟΔΟΣ", "οδος"), ("Σ", "σ"), ("ΣΑΣ.", "σας."), ("İ", "i\u{307}"),
    ("Straße", "straße"), ("Ⅷ", "ⅷ"),
  ])
  func `lower-cases with the final sigma`(word: String, lower: String) {
    #expect(String(decoding: bytes(word, Scalars.lowercased), as: UTF8.self) == lower)
  }

  @Test(arguments: [
    (" \u{A0}\u{3000}\n\u{1C}", true), ("\u{200B}", false), ("a ", false), ("", true),
  ])
  func `knows white space`(text: String, isSpace: Bool) {
    #expect(bytes(text) { Scalars.isSpace($0) } == isSpace)
  }

  @Test(arguments: [("abcdef", 3), ("ab", 2), ("aéü", 5), ("x😀😀😀", 12), ("", 0)])
  func `takes the last three code points`(word: String, length: Int) {
    #expect(bytes(word, Scalars.suffixLength) == length)
  }

  @Test(
    arguments: [
      ("a b", ["a", "b"]), ("a  b", ["a", " ", "b"]), (".\n\nThe", [".", "\n\n", "The"]),
      (" a", [" ", "a"]), ("a ", ["a"]), ("a \n", ["a", "\n"]), ("", []), ("\u{A0}", ["\u{A0}"]),
    ] as [(String, [String])])
  func `cuts a text into runs`(text: String, runs: [String]) {
    var found: [String] = []
    bytes(text) { bytes in
      Runs.each(bytes) { run, _ in found.append(String(decoding: bytes[run], as: UTF8.self)) }
    }
    #expect(found == runs)
  }
}
