import Testing

@testable import PatchworkText

@Suite struct WrittenNumberTests {
  private func numbers(_ text: String) -> [(words: String, value: Double, kind: WrittenNumber.Kind)]
  {
    let atoms = Atoms(text)
    return WrittenNumber.all(in: atoms).map { number in
      let words = String(
        decoding: atoms.bytes[number.span.start..<number.span.end], as: UTF8.self)
      return (words, number.value, number.kind)
    }
  }

  @Test(arguments: [
    ("Losses rose to -12.5 in May", "-12.5", -12.5, WrittenNumber.Kind.decimal),
    ("The share fell to 3/8 of it", "3/8", 0.375, .fraction),
    ("It took 4 1/2 hours", "4 1/2", 4.5, .fraction),
    ("About 2¾ tonnes arrived", "2¾", 2.75, .fraction),
    ("Some 17 000 left", "17 000", 17_000, .integer),
    ("A budget of 6.4 million", "6.4 million", 6_400_000, .integer),
    ("A budget of 45k", "45k", 45_000, .integer),
    ("Seven and a half million fled", "Seven and a half million", 7_500_000, .integer),
    ("Three hundred and twelve died", "Three hundred and twelve", 312, .integer),
    ("Four fifths of homes", "Four fifths", 0.8, .fraction),
    ("A twentieth of homes", "A twentieth", 0.05, .fraction),
    ("The thirty-first attack", "thirty-first", 31, .ordinal),
    ("Roughly 65 per cent left", "65 per cent", 65, .percentage),
    ("What is 5 percent of it", "5 percent", 5, .percentage),
    ("An index of six point zero four", "six point zero four", 6.04, .decimal),
  ])
  func `a number is read with its words, value and kind`(
    text: String, words: String, value: Double, kind: WrittenNumber.Kind
  ) throws {
    let number = try #require(numbers(text).first)
    #expect(number.words == words)
    #expect(abs(number.value - value) < 1e-9)
    #expect(number.kind == kind)
  }

  @Test(arguments: [
    "The 152mm shell", "Which one was it?", "An old road", "A second blast, 70km off",
  ])
  func `units that touch, pronouns and articles make no number`(text: String) {
    #expect(numbers(text).filter { $0.kind != .ordinal }.isEmpty)
  }
}
