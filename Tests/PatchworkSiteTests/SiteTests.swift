import PatchworkRecord
import PatchworkStore
import PatchworkText
import Testing

@testable import PatchworkSite

@Suite struct SiteTests {
  /// Every route that is read, with what its path and its parameters need.
  static func targets(_ desk: DeskRecord) throws -> [(route: Route, target: String)] {
    if try desk.file.movements().isEmpty {
      try desk.keepMovement()
      try desk.keepTruce()
    }
    return try Routes.all.filter { $0.method == .get }.map { route in
      var path = route.path
      let incident = try desk.incident
      for (name, value) in [
        (
          "{id}",
          route.path.hasPrefix("/incidents")
            ? incident
            : route.path.hasPrefix("/places") || route.path.hasPrefix("/areas")
              ? "ocha:C1029"
              : route.path.hasPrefix("/ceasefires")
                ? "T-20160912"
                : route.path.hasPrefix("/movements")
                  ? "M-1" : route.path.hasPrefix("/rules") ? "access-denied" : "wire-1"
        ),
        ("{name}", "the%20federation"), ("{n}", "0"),
      ] { path = path.replacing(name, with: value) }
      let query = route.parameters.filter(\.isRequired).map {
        (
          $0.name,
          $0.name == "file"
            ? "incidents.csv"
            : ["other", "incident"].contains($0.name) ? incident : "1"
        )
      }
      return (route, Address.query(path, query))
    }
  }

  @Test func `every page answers as a page and as the JSON that its route describes`() throws {
    try withDesk { desk in
      for (route, target) in try Self.targets(desk) {
        let page = desk.ask(target)
        #expect(page.status == 200, "\(target): \(page.text.suffix(400))")
        guard case .page = route.form else { continue }
        #expect(page["content-type"] == "text/html; charset=utf-8")
        let value = try desk.json(target)
        #expect(route.schema.faults(value) == [], "\(target)")
      }
    }
  }

  @Test func `every page says whose lists its places are from`() throws {
    try withDesk { desk in
      for (route, target) in try Self.targets(desk) {
        guard case .page = route.form else { continue }
        let html = desk.ask(target).text
        #expect(html.contains("GeoNames (geonames.org), CC BY 4.0"), "\(target)")
        #expect(html.contains("OCHA / HDX, CC BY-IGO"), "\(target)")
      }
    }
  }

  @Test func `pages have no markup of reports, no script or style within, and one heading`() throws
  {
    try withDesk { desk in
      for (route, target) in try Self.targets(desk) {
        guard case .page = route.form else { continue }
        let html = desk.ask(target).text
        #expect(!html.contains("<News>"), "\(target)")
        #expect(!html.contains(" style=") && !html.contains("<style"), "\(target)")
        #expect(!html.contains("<script>") && !html.contains("onclick"), "\(target)")
        #expect(!html.contains("<img") && !html.contains("<video"), "\(target)")
        #expect(html.split(separator: "<h1").count == 2, "\(target)")
        #expect(!html.lowercased().contains(" safe "), "\(target)")
      }
    }
  }

  @Test func `every link of a page leads to a page`() throws {
    try withDesk { desk in
      var seen: Set<String> = []
      var next = ["/"]
      while let target = next.popLast() {
        let address = target.prefix { $0 != "#" }.replacing("&amp;", with: "&")
        guard seen.insert(String(address)).inserted, seen.count < 400 else { continue }
        let answer = desk.ask(String(address))
        #expect(answer.status == 200, "\(address)")
        guard answer["content-type"]?.hasPrefix("text/html") ?? false else { continue }
        next += answer.text.matches(of: /(?:href|src)="(\/[^"]*)"/).map { String($0.output.1) }
      }
      #expect(seen.count > 20)
    }
  }

  @Test func `a value leads to its sentence, marked in its report`() throws {
    try withDesk { desk in
      let page = desk.ask("/incidents/\(try desk.incident)").text
      let link = try #require(page.firstMatch(of: /href="(\/reports\/wire-1)#(r-a0)"><b>20/))
      let report = desk.ask(String(link.output.1)).text
      #expect(report.contains("id=\"\(link.output.2)\""))
      #expect(report.contains("class=\"c t f-assert k1\" data-a=\"0\">attacked</span>"))
    }
  }

  @Test func `an incident says what its accounts share, who says it first, what is beside it`()
    throws
  {
    try withDesk { desk in
      try desk.keepTruce()
      let page = desk.ask("/incidents/\(try desk.incident)").text
      #expect(page.contains("All that say so agree on what, where, when."))
      let first = "first said by <a href=\"/reports/wire-1#r-a0\"><bdi>the federation</bdi></a>"
      #expect(page.matches(of: /first said by/).count == 3)
      #expect(page.contains(first))
      #expect(page.contains("<dt>Area</dt><dd><a href=\"/areas/ocha%3AC1029?since=2016-09-04"))
    }
  }

  @Test(arguments: [
    ("/nowhere", "GET", 404), ("/incidents/I-NONE", "GET", 404), ("/reports/none", "GET", 404),
    ("/incidents?since=yesterday", "GET", 400), ("/incidents?since=2016-02-31", "GET", 400),
    ("/incidents?type=war", "GET", 400), ("/incidents?page=0", "GET", 400),
    ("/incidents?page=-1", "GET", 400), ("/incidents?since=", "GET", 200),
    ("/incidents?place=%FF", "GET", 400), ("/incidents", "DELETE", 405),
    ("/incidents", "HEAD", 200),
    ("/assets/none/site.css", "GET", 404),
  ])
  func `what is asked wrongly is refused by its status`(
    _ target: String, _ method: String, _ status: Int
  ) throws {
    try withDesk { desk in
      let answer = desk.ask(target, method)
      #expect(answer.status == status)
      #expect(answer["content-security-policy"] == SafetyHeaders.policy(SiteOptions()))
      if status == 405 { #expect(answer["allow"] == "GET, HEAD") }
      if method == "HEAD" { #expect(answer.body.isEmpty) }
    }
  }

  @Test func `the list is narrowed by its address and counts what it shows`() throws {
    try withDesk { desk in
      let all = try desk.json("/incidents.json")
      #expect(all["total"] == .number("1"))
      #expect(try desk.json("/incidents.json?type=siege")["total"] == .number("0"))
      #expect(try desk.json("/incidents.json?place=Urum+al-Kubra")["total"] == .number("1"))
      #expect(try desk.json("/incidents.json?place=ocha:SY02")["total"] == .number("1"))
      #expect(try desk.json("/incidents.json?place=Nowhere")["total"] == .number("0"))
      #expect(try desk.json("/incidents.json?since=2016-09-20")["total"] == .number("0"))
      #expect(try desk.json("/reports.json?since=2016-09-21")["total"] == .number("3"))
    }
  }

  @Test func `an id that ends like a form is a report all the same`() throws {
    try withDesk { desk in
      #expect(Address.report("post/1.json") == "/reports/post%2F1%2Ejson")
      #expect(
        desk.ask(Address.report("post/1.json")).text.contains("Title of post/1.json &amp; more"))
      let twin = try desk.json(Address.report("post/1.json") + ".json")
      #expect(twin["id"] == .string("post/1.json"))
    }
  }

  @Test func `a name that leads here from elsewhere is refused`() throws {
    var options = SiteOptions()
    options.hosts = Site.loopbackNames
    try withDesk(options: options) { desk in
      #expect(desk.ask("/incidents", headers: ["host": "localhost:8080"]).status == 200)
      #expect(desk.ask("/incidents", headers: ["host": "[::1]:8080"]).status == 200)
      #expect(desk.ask("/incidents", headers: ["host": "evil.example"]).status == 421)
      #expect(desk.ask("/incidents").status == 421)
    }
  }
}
