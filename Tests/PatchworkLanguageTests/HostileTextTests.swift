import PatchworkLanguage
import PatchworkText
import Testing

/// Texts no one should write: every one gives tokens that tile it and a tree.
@Suite(.enabled(if: TestModels.isInstalled("sm"), "the model sm is not in the data folder"))
struct HostileTextTests {
  static let pipeline = try? Pipeline(folder: TestModels.folder("sm"))

  static let texts: [(String, String)] = [
    ("empty", ""), ("one space", " "), ("spaces", "   \n\t \u{A0}\u{2003}\r\n"),
    ("emoji", "😀👩‍👩‍👧‍👦🇸🇾 :-) 👍🏽!!"), ("right to left", "قال المتحدث: «لا أعلم» (حلب)."),
    ("Chinese", "联合国人道主义事务协调厅说，阿勒颇没有水。"), ("zero width", "a\u{200B}b\u{FEFF}c\u{200D}"),
    ("combining", "e\u{301}\u{301}\u{301} Z̸͖̎a̴l̷g̶o̵"), ("null", "a\u{0}b \u{0}"),
    ("quotes", "\"'“”‘’«»„\"\"''``"), ("brackets", String(repeating: "([{<", count: 300)),
    ("dots", String(repeating: ".", count: 1000)),
    ("long word", String(repeating: "ab", count: 8000)),
    ("colons", String(repeating: "a:", count: 1000)),
    ("at signs", String(repeating: "x@y.", count: 500)),
    ("no sentence end", String(repeating: "the man said that ", count: 200)),
    ("new lines", String(repeating: "\n", count: 2000)),
  ]

  @Test(arguments: texts)
  func `gives tokens that tile the text`(name: String, text: String) throws {
    let pipeline = try #require(Self.pipeline)
    check(pipeline.annotate(text), text)
  }

  @Test func `mutated sentences give tokens that tile the text`() throws {
    let pipeline = try #require(Self.pipeline)
    var random = SeededNumbers(5)
    let signs = Array("aZ9 .,'\"()-/:@#\n\u{A0}’“…—é中ا😀\u{301}")
    let seed =
      "Mr. O'Brien, 44, of the U.N. didn't say \"we'll go\" at 5p.m. (see http://un.org/a?b=1)."
    var texts: [String] = []
    for _ in 0..<60 {
      var text = Array(seed)
      for _ in 0..<Int.random(in: 1...12, using: &random) {
        let place = Int.random(in: 0..<text.count, using: &random)
        if Bool.random(using: &random) { text.remove(at: place) }
        text.insert(signs.randomElement(using: &random) ?? " ", at: min(place, text.count))
      }
      texts.append(String(text))
    }
    let together = pipeline.annotate(texts, threads: 2)
    for (text, parse) in zip(texts, together) {
      check(parse, text)
      #expect(parse == pipeline.annotate(text))
    }
  }

  private func check(_ parse: Parse, _ text: String) {
    #expect(parse.text == text)
    var end = 0
    for token in parse.tokens {
      #expect(token.span.start == end)
      end = token.span.end + (token.hasSpace ? 1 : 0)
      #expect(parse.tokens.indices.contains(token.head))
    }
    #expect(end == text.utf8.count)
    #expect(parse.tokens.isEmpty == text.isEmpty)
    #expect(parse.tokens.first?.isSentenceStart ?? true)
    var last = 0
    for entity in parse.entities {
      #expect(entity.tokens.lowerBound >= last && entity.tokens.upperBound <= parse.tokens.count)
      last = entity.tokens.upperBound
    }
  }
}
