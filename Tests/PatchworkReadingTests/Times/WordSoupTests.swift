import PatchworkLanguage
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkReading

/// Words of the grammars in any order, under a tree that makes no sense.
@Suite struct WordSoupTests {
  private struct Dice {
    var state: UInt64

    mutating func roll(_ sides: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % sides
    }
  }

  private static func words() throws -> [String] {
    let tables = [("times.tsv", "word"), ("units.tsv", "word"), ("measures.tsv", "word")]
    var words = try tables.flatMap { file, column in
      try LexiconFolder.table(file).rows.map { $0[column] }
    }
    words += try LexiconFolder.table("vague-numbers.tsv").rows.map { $0["phrase"] }
    words += try LexiconFolder.table("holidays.tsv").rows.map {
      $0["name"].prefix(1).uppercased() + $0["name"].dropFirst()
    }
    words += ["19", "2016", "1990s", "2016-09-19", "19.9.2016", "7:12", "p.m.", "48-hour", "3/4"]
    words += [
      "May", "March", "Monday", "Sept.", ",", ".", "-", "–", "'s", "(", ")", "one", "twenty",
    ]
    words += ["million", "dozen", "third", "21st", "1,200", "Su-24", "\n", "“", "é"]
    return words
  }

  private func parse(_ text: String, _ dice: inout Dice) -> Parse {
    let atoms = Atoms(text)
    let count = atoms.count
    let tokens = atoms.list.indices.map { index in
      Token(
        span: atoms[index].span, hasSpace: true, isSpace: false,
        tag: Tag.allCases[dice.roll(Tag.allCases.count)],
        pos: PartOfSpeech.allCases[dice.roll(PartOfSpeech.allCases.count)],
        dep: Dependency.allCases[dice.roll(Dependency.allCases.count)],
        head: dice.roll(count), isSentenceStart: index == 0 || dice.roll(12) == 0, morph: "",
        lemma: atoms.text(index..<index + 1).lowercased())
    }
    let entities = stride(from: 0, to: max(0, count - 3), by: 9).map {
      Entity(
        tokens: $0..<$0 + 2, label: EntityLabel.allCases[dice.roll(EntityLabel.allCases.count)])
    }
    return Parse(text: text, tokens: tokens, entities: entities)
  }

  @Test(arguments: [nil, "2016-09-26", "not a date"])
  func `any soup of words is read, with spans inside the text`(published: String?) throws {
    let words = try Self.words()
    let times = try TimeReader()
    let counts = try CountReader()
    var dice = Dice(state: 20_160_926)
    for _ in 0..<400 {
      let text = (0..<60).map { _ in words[dice.roll(words.count)] }.joined(separator: " ")
      let parse = parse(text, &dice)
      let found = times.times(in: parse, published: published)
      for mention in found {
        #expect(text[mention.time.quote.span] == mention.time.quote.text)
        #expect(mention.tokens.upperBound <= parse.tokens.count && !mention.tokens.isEmpty)
        #expect((1...5).contains(mention.time.precision))
        if let from = mention.time.from, let to = mention.time.to { #expect(from <= to) }
      }
      for mention in counts.counts(in: parse, times: found) {
        #expect(text[mention.count.quote.span] == mention.count.quote.text)
        #expect(parse.tokens.indices.contains(mention.head))
        if let low = mention.count.low, let high = mention.count.high { #expect(low <= high) }
      }
    }
  }
}
