import PatchworkDisplay
import PatchworkStore
import Testing

@testable import PatchworkSite

@Suite struct MapTilesTests {
  @Test(arguments: [
    ("https://tiles.example.org/{z}/{x}/{y}.png", "https://tiles.example.org"),
    ("http://127.0.0.1:8090/map/{z}/{y}/{x}", "http://127.0.0.1:8090"),
    ("https://tiles.example.org/{z}/{x}.png", nil), ("ftp://example.org/{z}/{x}/{y}", nil),
    ("https://*.example.org/{z}/{x}/{y}", nil), ("https://a.example/;{z}/{x}/{y}", nil),
    ("https://a b/{z}/{x}/{y}", nil), ("https://{z}/{x}/{y}", nil),
    ("https://'self' x/{z}{x}{y}", nil),
  ])
  func `an address of tiles names one server and three numbers`(
    _ address: String, _ origin: String?
  ) {
    #expect(MapTiles(address: address, credit: "")?.origin == origin)
  }

  @Test func `tiles cover the frame, and their corners lie where the globe has them`() throws {
    let frame = try #require(
      MapFrame([(34, 36), (37, 41)], width: 400, height: 300, leastKilometres: 40))
    let tiles = try #require(MapTiles(address: "https://a.example/{z}/{x}/{y}.png", credit: ""))
    let html = tiles.html(frame).text
    let boxes = html.matches(of: /x="([-\d.]+)" y="([-\d.]+)" width="([\d.]+)" height="([\d.]+)"/)
      .map { match in
        (
          x: Double(match.output.1) ?? 0, y: Double(match.output.2) ?? 0,
          width: Double(match.output.3) ?? 0, height: Double(match.output.4) ?? 0
        )
      }
    #expect((4...64).contains(boxes.count))
    for point in [(1.0, 1.0), (399, 1), (1, 299), (399, 299), (200, 150)] {
      #expect(
        boxes.contains {
          $0.x <= point.0 && point.0 <= $0.x + $0.width && $0.y <= point.1
            && point.1 <= $0.y + $0.height
        }, "\(point)")
    }
  }

  @Test func `the policy lets in the server of tiles and nobody else`() throws {
    var options = SiteOptions()
    #expect(SafetyHeaders.policy(options).contains("img-src 'self';"))
    options.tiles = MapTiles(address: "https://tiles.example.org/{z}/{x}/{y}.png", credit: "Them")
    try withDesk(options: options) { desk in
      let answer = desk.ask("/incidents")
      #expect(
        answer["content-security-policy"]?.contains("img-src 'self' https://tiles.example.org;")
          == true)
      #expect(answer.text.contains("<image href=\"https://tiles.example.org/"))
      #expect(answer.text.contains("Tiles: Them."))
    }
    try withDesk { desk in #expect(!desk.ask("/incidents").text.contains("<image")) }
  }
}
