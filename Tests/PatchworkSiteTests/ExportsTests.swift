import Foundation
import PatchworkExchange
import PatchworkRecord
import PatchworkStore
import PatchworkText
import Testing

@testable import PatchworkSite

/// The record as files: redacted for everybody, whole for a manager with a reason.
@Suite struct ExportsTests {
  private func withUsers(_ body: (DeskRecord, [Role: String]) throws -> Void) throws {
    try withDesk { desk in
      let decision = Decision(who: "test", at: "2016-09-30T00:00:00Z", reason: "test")
      var tokens: [Role: String] = [:]
      for role in Role.allCases {
        try desk.file.addUser(role.rawValue, role, password: "a password of \(role)", decision)
        tokens[role] = try desk.file.makeToken(
          of: role.rawValue, label: "t", scope: .manager, until: 2_000_000_000, decision)
      }
      try body(desk, tokens)
    }
  }

  @Test func `no file that is redacted names a private person, whoever asks`() throws {
    try withUsers { desk, tokens in
      try desk.keepTruce()
      let code = try desk.incident
      // Exports are counted by the minute, so that each is asked for later than the one before.
      var time = DeskRecord.time
      for role in Role.allCases {
        let headers = ["authorization": "Bearer \(tokens[role] ?? "")"]
        let plain = ExportFile.all.map { "/exports/\($0.name)" }
        for target in plain + plain.map({ "\($0)?incident=\(code)" }) + [
          "/incidents/\(code)/dossier"
        ] {
          let file = ExportFile.all.first { target.hasPrefix("/exports/\($0.name)") }
          if let file, file.rows != .incidents, target.contains("incident=") { continue }
          time += 60
          let answer = desk.ask(target, headers: headers, at: time)
          #expect(answer.status == 200, "\(target) \(answer.text)")
          let (body, trailers) = try answer.whole()
          #expect(!String(decoding: body, as: UTF8.self).contains("أحمد"), "\(role) \(target)")
          #expect(answer["content-disposition"]?.hasPrefix("attachment; ") ?? false)
          #expect(answer["trailer"] == "X-Rows, X-Left-Out")
          #expect(trailers.map(\.name) == ["X-Rows", "X-Left-Out"])
          // Nothing of the truce is left out, and nobody breaks it.
          if file?.rows.isOfSituation != true {
            #expect(trailers.allSatisfy { $0.value != "0" }, "\(target)")
          } else if file?.rows != .violations {
            #expect(trailers.first?.value != "0", "\(target)")
          }
        }
      }
    }
  }

  @Test func `what does not narrow truces and areas is refused by name`() throws {
    try withDesk { desk in
      try desk.keepTruce()
      let refused = desk.ask("/exports/clocks.csv?speaker=the+mediator")
      #expect(refused.status == 409 && refused.text.contains("speaker"))
      let clocks = try desk.ask("/exports/clocks.csv").whole().body
      #expect(String(decoding: clocks, as: UTF8.self).contains("T-20160912"))
      let before = try desk.ask("/exports/clocks.csv?until=2016-01-01").whole().body
      #expect(!String(decoding: before, as: UTF8.self).contains("T-20160912"))
      // The page offers no file that would be refused.
      #expect(desk.ask("/exports").text.contains("/exports/area-days.geojson"))
      #expect(!desk.ask("/exports?type=clash").text.contains("/exports/area-days.geojson"))
    }
  }

  @Test func `what was left out is said under an address of its own`() throws {
    try withUsers { desk, tokens in
      let headers = ["authorization": "Bearer \(tokens[.reader] ?? "")"]
      let file = desk.ask("/exports/incidents-hxl.csv?type=aid-attack", headers: headers)
      #expect(
        file["link"]
          == "</exports/about?file=incidents-hxl%2Ecsv&type=aid-attack>; rel=\"describedby\""
          || file["link"]
            == "</exports/about?file=incidents-hxl.csv&type=aid-attack>; rel=\"describedby\""
      )
      let about = try desk.json("/exports/about.json?file=incidents-hxl.csv", headers: headers)
      #expect(about["about"]?["right"] == .string("redacted"))
      let left = "\(about["about"]?["left_out"] ?? .null)"
      #expect(left.contains("name"))
    }
  }

  @Test func `a whole export asks for a manager and a reason, and the journal keeps both`() throws {
    try withUsers { desk, tokens in
      func ask(_ role: Role, _ form: [(String, String)]) -> SiteAnswer {
        desk.ask(
          "/exports/full", "POST", headers: ["authorization": "Bearer \(tokens[role] ?? "")"],
          form: form)
      }
      let form = [("file", "incidents.jsonl"), ("reason", "court order 12")]
      #expect(ask(.reviewer, form).status == 403)
      #expect(ask(.manager, [form[0]]).status == 400)
      let whole = ask(.manager, form)
      #expect(whole.status == 200)
      #expect(whole.text.contains("أحمد"))
      var kept: [String] = []
      try desk.file.forEachEntry {
        if $0.action == "disclose" { kept.append("\($0.who) \($0.subject) \($0.reason)") }
      }
      #expect(kept == ["manager export incidents.jsonl court order 12"])
    }
  }

  @Test func `a report whose identifier has a private name is shown under its stand-in alone`()
    throws
  {
    try withUsers { desk, tokens in
      let reader = ["authorization": "Bearer \(tokens[.reader] ?? "")"]
      let row = try #require(
        try desk.json("/reports.json", headers: reader)["reports"].flatMap { list -> String? in
          guard case .array(let rows) = list else { return nil }
          return rows.compactMap { $0["id"] }.compactMap {
            if case .string(let id) = $0 { id } else { nil }
          }.first { $0.hasPrefix("withheld-") }
        })
      let shown = try desk.json(Address.report(row) + ".json", headers: reader)
      #expect(shown["id"] == .string(row))
      #expect(desk.ask(Address.report("note by أحمد"), headers: reader).status == 404)
    }
  }
}
