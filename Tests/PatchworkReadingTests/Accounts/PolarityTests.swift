import Foundation
import PatchworkRecord
import Testing

@testable import PatchworkReading

/// Denying, rejecting, refusing, declining and leaving open, over a table of marked sentences.
@Suite(.enabled(if: Parsed.isPossible, "the language model is not in the data folder"))
struct PolarityTests {
  struct Marked {
    let sentence: String
    let word: String
    let stance: Stance
  }

  static func table() throws -> [Marked] {
    let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/polarity.tsv")
    let rows = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
      .filter { !$0.hasPrefix("#") }.dropFirst()
    return try rows.map { row in
      let fields = row.split(separator: "\t").map(String.init)
      return Marked(
        sentence: fields[0], word: fields[1],
        stance: try #require(Stance(rawValue: fields[2]), "\(row)"))
    }
  }

  @Test func `the stance of at least 19 of 20 marked sentences is right`() throws {
    let table = try Self.table()
    #expect(table.count >= 120)
    var wrong: [String] = []
    for marked in table {
      let account = try ReadReport.reading(marked.sentence).accounts.first { account in
        account.cue.contains { cue in
          cue.text.split(separator: " ").contains { $0.lowercased() == marked.word.lowercased() }
        }
      }
      if account?.stance != marked.stance {
        wrong.append("\(marked.sentence) \(account?.stance.rawValue ?? "no account")")
      }
    }
    let share = 1 - Double(wrong.count) / Double(table.count)
    #expect(share >= 0.95, "\(wrong.joined(separator: "\n"))")
  }

  @Test func `what is refused to be said is said by nobody`() throws {
    let accounts = try ReadReport.attributed("The envoy refused to confirm the toll.")
    #expect(accounts == ["The envoy | decline | refused | to confirm the toll"])
  }

  @Test(arguments: [
    "The ministry denied that its jets had bombed the market.",
    "The ministry said its jets had not bombed the market.",
  ])
  func `a denied happening is kept as denied`(text: String) throws {
    let denial = try #require(
      try ReadReport.reading(text).accounts.first { $0.stance == .deny })
    #expect(denial.happening?.modality == .denied)
  }
}
