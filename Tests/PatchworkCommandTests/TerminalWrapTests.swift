import Testing

@testable import PatchworkCommand

@Suite struct TerminalWrapTests {
  @Test(arguments: UInt64(1)...30)
  func `no line is too wide and no letter is lost`(seed: UInt64) {
    var state = seed
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(bound))
    }
    let letters = Array("ab é漢字 ح🚚 – word ")
    let runs = (0..<next(20)).map { _ in
      let text = String((0..<next(40)).map { _ in letters[next(letters.count)] })
      return TerminalRun(text, next(2) == 0 ? .plain : .bold)
    }
    for hasColour in [false, true] {
      let form = TerminalForm(width: 24 + next(40), hasColour: hasColour)
      let indent = next(8)
      let lines = TerminalWrap(form: form, indent: indent).lines(runs)
        .map { $0.replacing("\u{1B}[0m", with: "").replacing("\u{1B}[1m", with: "") }
      for line in lines {
        #expect(TerminalWidth.of(line) <= form.width)
        #expect(line.hasPrefix(String(repeating: " ", count: indent)))
      }
      let kept = lines.joined().unicodeScalars.filter { $0 != " " }
      let given = runs.map(\.text).joined().unicodeScalars.filter { $0 != " " }
      #expect(kept.elementsEqual(given))
    }
  }

  @Test(arguments: [
    ("plain", 5), ("é", 1), ("e\u{301}", 1), ("漢字", 4), ("🚚", 2), ("حلب", 3), ("", 0),
  ])
  func `knows how many columns a text takes`(text: String, columns: Int) {
    #expect(TerminalWidth.of(text) == columns)
  }

  @Test(arguments: [
    ("short", "short   "), ("exactly8", "exactly8"), ("far too long", "far too…"),
    ("漢字漢字漢", "漢字漢… "),
  ])
  func `fits a text to columns`(text: String, fitted: String) {
    #expect(TerminalWidth.fitted(text, to: 8) == fitted)
  }
}
