import PatchworkStore
import PatchworkText
import Testing

@testable import PatchworkSite

/// What a page shows, its JSON has.
@Suite struct TwinTests {
  /// The strings of a value and of everything within it.
  private func strings(_ value: JSONValue?) -> Set<String> {
    switch value {
    case .string(let text): [text]
    case .array(let items): Set(items.flatMap(strings))
    case .object(let fields): Set(fields.flatMap { strings($0.value) })
    default: []
    }
  }

  /// What a part of a page leads to: identifiers at the end of links within it.
  private func links(_ html: Substring, to kind: String) -> Set<String> {
    Set(
      html.matches(of: /href="\/([a-z]+)\/([^"?#]*)/).filter { $0.output.1 == kind }
        .compactMap { PercentCoding.decode($0.output.2) })
  }

  private func part(_ html: String, _ id: String) throws -> Substring {
    let start = try #require(html.firstRange(of: "id=\"\(id)\""))
    let rest = html[start.upperBound...]
    return rest[..<(rest.firstRange(of: "</section>")?.lowerBound ?? rest.endIndex)]
  }

  @Test func `an incident's JSON has the truces, convoys, areas and reports of its page`() throws {
    try withDesk { desk in
      try desk.keepTruce(isEnding: true)
      let address = "/incidents/\(try desk.incident)"
      let html = desk.ask(address).text
      let twin = try desk.json(address + ".json")
      let beside = try part(html, "beside")
      for (kind, member) in [
        ("areas", "areas"), ("ceasefires", "truces"), ("incidents", "convoys"),
      ] {
        let shown = links(beside, to: kind)
        #expect(shown.isSubset(of: strings(twin["beside"]?[member])), "\(member)")
        #expect(kind == "incidents" || !shown.isEmpty, "\(member)")
      }
      #expect(
        links(html[...], to: "reports").isSubset(of: strings(twin["reports"])))
      guard case .array(let shared)? = twin["shared"] else {
        Issue.record("nothing is shared")
        return
      }
      #expect(shared.map { $0["question"]?.string } == ["what", "where", "when"])
      #expect(strings(twin["written"]).contains("Urum al-Kubra"))
    }
  }

  @Test(arguments: [
    ("/", "incidents", "latest"), ("/incidents", "places", "places"),
    ("/brief?since=2016-09-01", "incidents", "new"), ("/review", "incidents", "items"),
  ])
  func `what a page leads to is named by its JSON`(
    _ target: String, _ kind: String, _ member: String
  ) throws {
    try withDesk { desk in
      let html = desk.ask(target).text
      let start = try #require(html.firstRange(of: "<main"))
      let shown = links(html[start.lowerBound...], to: kind).filter { !$0.contains("/") }
      #expect(!shown.isEmpty)
      let twin = try desk.json(target == "/" ? "/index.json" : target)
      #expect(shown.isSubset(of: strings(twin[member])), "\(shown)")
    }
  }

  @Test func `a code that is searched for is in the JSON too`() throws {
    try withDesk { desk in
      let code = try desk.incident
      #expect(try desk.json("/search.json?q=\(code)")["incident"] == .string(code))
      #expect(try desk.json("/search.json?q=convoy")["incident"] == .null)
    }
  }

  @Test func `ranges by who gives them stand in tables with a caption`() throws {
    try withDesk { desk in
      let html = desk.ask("/incidents/\(try desk.incident)").text
      #expect(html.contains("<caption>Killed by speaker</caption>"))
      #expect(html.contains("<caption>Killed by day of publication</caption>"))
      #expect(
        html.matches(of: /<table/).count == html.matches(of: /<caption>/).count)
    }
  }
}
