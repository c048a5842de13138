import Foundation
import PatchworkLinking
import PatchworkText
import Testing

@Suite struct RefutationRuleTests {
  static let wire =
    "Barrel bombs fell on the market of the town at noon, and rescuers dug through the rubble of three shops until dark."

  /// Whether a report of the wire, with words before and after it, refutes it.
  static func refutes(
    title: String = "Market", _ before: String, _ after: String, passedOn: String = ""
  ) throws -> Bool {
    let text = "\(before)\n\n\(wire)\n\n\(after)"
    func span(_ part: String) -> [Span] {
      guard let range = text.range(of: part), !part.isEmpty else { return [] }
      let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
      return [Span(start, start + part.utf8.count)]
    }
    return try RefutationRule().isRefutation(
      title: title, text: text, reproduced: span(wire), passedOn: span(passedOn))
  }

  @Test(arguments: [
    ("Fact check: no bombs on the market", "A story went round on Monday.", "We looked at it."),
    ("Market", "The following report of the Levant Wire is false.", "The market was closed."),
    ("Market", "An agency wrote on Monday:", "We found that this claim has no basis."),
    ("Market", "The dispatch that follows was made up.", ""),
  ])
  func `a report that finds a text wrong refutes it`(
    _ title: String, _ before: String, _ after: String
  ) throws {
    #expect(try Self.refutes(title: title, before, after))
  }

  @Test(arguments: [
    ("Market bombed", "By our correspondent.", "The council asked for blood."),
    ("Claims of bombing", "The report that follows is not false.", ""),
    ("Market", "A wrong turn led the ambulance past the bridge.", "Nine people died."),
    ("Market", "The report was drawn up on Monday.", "Three shops burnt."),
  ])
  func `a copy with words of its own refutes nothing`(
    _ title: String, _ before: String, _ after: String
  ) throws {
    #expect(try !Self.refutes(title: title, before, after))
  }

  @Test func `a denial that is passed on is its speaker's`() throws {
    let denial = "The ministry said that the report was false."
    #expect(try Self.refutes("", denial))
    #expect(try !Self.refutes("", denial, passedOn: denial))
  }

  @Test func `what stands far from the words, or without any, refutes nothing`() throws {
    let far = "One. Two. Three. The report on the harvest was false."
    #expect(try !Self.refutes("", far))
    #expect(
      try !RefutationRule().isRefutation(
        title: "The report is false", text: Self.wire, reproduced: [], passedOn: []))
  }
}
