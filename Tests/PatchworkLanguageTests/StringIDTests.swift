import Foundation
import Testing

@testable import PatchworkLanguage

@Suite struct StringIDTests {
  @Test(
    arguments: [
      ("the", 7_425_985_699_627_899_538), ("hello", 5_983_625_672_228_268_878),
      ("Aleppo", 3_656_837_789_784_085_307), ("a", 11_901_859_001_352_538_922), ("nsubj", 429),
      ("X", 101), ("abcdefgh", 17_751_780_907_874_141_760),
      ("abcdefghi", 13_885_881_106_499_164_936), ("\u{2019}s", 614_914_527_630_368_944),
      ("Σ", 10_736_684_411_254_551_606), ("", 0), ("punct", 445),
    ] as [(String, UInt64)])
  func `numbers a string as the models do`(text: String, id: UInt64) {
    #expect(StringID.of(text) == id)
  }

  @Test func `numbers every reserved name by its place`() throws {
    let url = try #require(
      Bundle.module.url(forResource: "symbols", withExtension: "json", subdirectory: "Golden"))
    let names = try JSONDecoder().decode([String: UInt64].self, from: Data(contentsOf: url))
    #expect(names.count == 457)
    for (name, number) in names { #expect(StringID.of(name) == number) }
  }

  @Test(
    arguments: [
      (5_983_625_672_228_268_878, 8, 5000, [510, 382, 3265, 1925]), (1, 12, 50, [6, 13, 20, 22]),
      (0, 13, 50, [14, 41, 15, 38]),
    ] as [(UInt64, UInt32, UInt32, [Int])])
  func `finds the rows of an embedding`(
    key: UInt64, seed: UInt32, count: UInt32, rows: [Int]
  ) {
    let found = StringID.rows(of: key, seed: seed, count: count)
    #expect([found.0, found.1, found.2, found.3] == rows)
  }
}
