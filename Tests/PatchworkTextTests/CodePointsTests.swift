import PatchworkText
import Testing

@Suite struct CodePointsTests {
  @Test(arguments: ["plain", "“quoted” words – and more", "حلب is Aleppo", "🚚🚚 convoy", ""])
  func `agrees with counting scalars`(text: String) {
    let points = CodePoints(text)
    var byte = 0
    for (count, scalar) in text.unicodeScalars.enumerated() {
      #expect(points.offset(ofByte: byte) == count)
      byte += UTF8.encode(scalar)!.count
    }
    #expect(points.offset(ofByte: byte) == text.unicodeScalars.count)
  }

  @Test func `holds over many milestones`() {
    let text = String(repeating: "a“é🚚", count: 100)
    #expect(CodePoints(text).offset(ofByte: text.utf8.count) == 400)
  }
}
