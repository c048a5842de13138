import PatchworkTestSupport
import PatchworkText
import Testing

@testable import PatchworkDisclosure

/// The look-up of sites by their first word, held against every row of the table at every word of a text.
@Suite struct SensitivePlacesTests {
  private struct Row {
    let words: [String]
    let site: String
    let level: String
  }

  private static func rows() throws -> [Row] {
    try DisclosureRules.table("sensitive-sites.tsv").rows.flatMap { row in
      row["words"].split(separator: ",").map { name in
        Row(
          words: name.split(separator: " ").map { $0.lowercased() }, site: row["site"],
          level: row["level"])
      }
    }
  }

  /// The strictest row that some words hold, the first of several.
  private func found(_ words: [String], _ rows: [Row]) -> Row? {
    let strictness = ["severe", "high", "moderate", "low"]
    let held = rows.filter { row in
      words.indices.contains { at in
        row.words.count <= words.count - at
          && zip(row.words, words[at...]).allSatisfy { [$0, $0 + "s", $0 + "es"].contains($1) }
      }
    }
    return strictness.lazy.compactMap { level in held.first { $0.level == level } }.first
  }

  @Test func `the strictest site that a text names is found, the first of the table of several`()
    throws
  {
    let (rules, rows) = (try DisclosureRules(), try Self.rows())
    let filler = ["the", "town", "centre", "field", "near", "aid", "point", "stood", "in", "media"]
    var numbers = SeededGenerator(seed: 11)
    var named = 0
    for _ in 0..<4000 {
      var words: [String] = []
      for _ in 0..<Int.random(in: 0...6, using: &numbers) {
        if Int.random(in: 0..<4, using: &numbers) == 0,
          let row = rows.randomElement(using: &numbers)
        {
          let plural = ["", "s", "es"].randomElement(using: &numbers) ?? ""
          words += row.words.dropLast() + [row.words[row.words.count - 1] + plural]
        } else if let word = filler.randomElement(using: &numbers) {
          words.append(word)
        }
      }
      let expected = found(words, rows)
      let site = rules.places.site(in: words.joined(separator: " "))
      #expect(site?.name == expected?.site, "\(words)")
      #expect(site?.level.name == expected?.level, "\(words)")
      named += expected == nil ? 0 : 1
    }
    #expect((500...3900).contains(named))
  }
}
