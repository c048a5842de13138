import Testing

@testable import PatchworkLanguage

@Suite struct MessagePackTests {
  @Test(
    arguments: [
      [0xD9], [0xDB, 0xFF, 0xFF, 0xFF, 0xFF], [0xDD, 0xFF, 0xFF, 0xFF, 0xFF],
      [0xDF, 0x7F, 0xFF, 0xFF, 0xFF, 0x01], [0xC6, 0xFF, 0xFF, 0xFF, 0xFF, 0x00], [0xCB, 0x00],
      [0x82, 0xA1, 0x61], [0xC1], [0x01, 0x02], [],
    ] as [[UInt8]])
  func `refuses what is cut short or unknown`(bytes: [UInt8]) {
    #expect(throws: ModelError.self) { try MessageReader.whole(bytes, file: "f") }
  }

  @Test func `refuses nesting without end`() {
    let bytes = [UInt8](repeating: 0x91, count: 100_000)
    #expect(throws: ModelError.damaged(file: "f", offset: 24, cause: "nested too deeply")) {
      try MessageReader.whole(bytes, file: "f")
    }
  }

  @Test func `reads numbers of every width`() throws {
    let bytes: [UInt8] = [
      0x98, 0x07, 0xCC, 0xFF, 0xCD, 0x01, 0x00, 0xCF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF, 0xFF,
      0xFF, 0xD0, 0x80, 0xD1, 0xFF, 0xFE, 0xE0, 0xD2, 0x00, 0x00, 0x00, 0x05,
    ]
    guard case .array(let values) = try MessageReader.whole(bytes, file: "f") else {
      Issue.record("no list")
      return
    }
    let texts = values.map { value in
      switch value {
      case .integer(let number): "\(number)"
      case .negative(let number): "\(number)"
      default: "?"
      }
    }
    #expect(
      texts == ["7", "255", "256", "18446744073709551615", "-128", "-2", "-32", "5"])
  }

  @Test func `never crashes on random bytes`() {
    var random = SeededNumbers(3)
    for _ in 0..<3000 {
      let length = Int.random(in: 0..<60, using: &random)
      let bytes = (0..<length).map { _ in UInt8.random(in: 0...255, using: &random) }
      _ = try? MessageReader.whole(bytes, file: "f")
    }
  }
}
