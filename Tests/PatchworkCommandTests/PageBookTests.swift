import Foundation
import PatchworkDisplay
import PatchworkRecord
import Testing

@testable import PatchworkCommand

@Suite struct PageBookTests {
  @Test func `asks nobody for anything`() {
    let page = page(of: 2)
    for marker in ["http://", "https://", "src=", "@import", "url(", "<link", "<img", "<iframe"] {
      #expect(!page.contains(marker), "\(marker)")
    }
    #expect(page.contains("default-src 'none'"))
    #expect(!page.contains(" style="))
  }

  @Test func `its policy names the digests of its own style and script`() throws {
    let page = page(of: 1)
    let style = try #require(page.firstMatch(of: #/(?s)<style>(.*?)</style>/#)).output.1
    let script = try #require(page.firstMatch(of: #/(?s)<script>(.*?)</script>/#)).output.1
    for part in [style, script] {
      let hex = sha256Hex(String(part))
      let bytes = stride(from: 0, to: 64, by: 2).map { place in
        let digits = hex.utf8.dropFirst(place).prefix(2)
        return UInt8(String(decoding: digits, as: UTF8.self), radix: 16) ?? 0
      }
      #expect(page.contains("'sha256-\(Data(bytes).base64EncodedString())'"))
    }
  }

  @Test func `several reports have an index, one has none to be seen`() {
    let page = page(of: 3)
    #expect(page.contains("<h2>3 reports</h2>"))
    for number in 1...3 {
      #expect(
        page.contains("<li><a href=\"#r\(number)\" dir=\"auto\">Convoy destroyed near Aleppo</a>"))
      #expect(page.contains("<article id=\"r\(number)\">"))
    }
    #expect(self.page(of: 1).contains("class=\"index single\""))
  }

  @Test func `ids are unique and every link leads to one`() {
    let page = page(of: 2)
    let ids = page.matches(of: #/ id="([^"]*)"/#).map { String($0.output.1) }
    #expect(Set(ids).count == ids.count)
    let targets = page.matches(of: ##/ href="#([^"]*)"/##).map { String($0.output.1) }
    #expect(Set(targets).subtracting(ids).isEmpty)
  }

  @Test func `elements are closed in the order in which they were opened`() {
    let page = page(of: 2)
    let body = page.replacing(/(?s)<(style|script)>.*?<\/(style|script)>/, with: "")
    var open: [String] = []
    for tag in body.matches(of: /<(\/?)([a-z][a-z0-9]*)[^>]*>/) {
      let name = String(tag.output.2)
      if ["meta"].contains(name) { continue }
      if tag.output.1.isEmpty { open.append(name) } else { #expect(open.popLast() == name) }
    }
    #expect(open.isEmpty)
  }

  @Test(arguments: [
    "light", "dark",
  ])
  func `stances and faint text keep a contrast of 4.5 to 1`(scheme: String) throws {
    let roots = PageStyle.css.matches(of: /(?s):root \{(.*?)\}/).map { String($0.output.1) }
    let colours = Dictionary(
      roots[scheme == "light" ? 0 : 1].matches(of: /--([a-z]+): #([0-9a-f]{6})/).map {
        (String($0.output.1), String($0.output.2))
      }, uniquingKeysWith: { first, _ in first })
    for ground in ["paper", "wash"] {
      let back = luminance(try #require(colours[ground]))
      for name in ["ink", "soft"] + StanceFamily.allCases.map(\.rawValue) {
        let front = luminance(try #require(colours[name]))
        let contrast = (max(front, back) + 0.05) / (min(front, back) + 0.05)
        #expect(contrast >= 4.5, "\(name) on \(ground): \(contrast)")
      }
    }
  }

  private func page(of count: Int) -> String {
    var book = PageBook()
    var page = book.beginning()
    for _ in 0..<count { page += book.article(Convoy.report, Convoy.reading) }
    return page + book.end()
  }

  /// Relative luminance of WCAG 2.
  private func luminance(_ hex: String) -> Double {
    let channels = stride(from: 0, to: 6, by: 2).map { place -> Double in
      let digits = String(decoding: hex.utf8.dropFirst(place).prefix(2), as: UTF8.self)
      let value = Double(UInt8(digits, radix: 16) ?? 0) / 255
      return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
    }
    return 0.2126 * channels[0] + 0.7152 * channels[1] + 0.0722 * channels[2]
  }
}
