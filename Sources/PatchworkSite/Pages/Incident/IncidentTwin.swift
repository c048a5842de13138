import PatchworkDisplay
import PatchworkExchange
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

/// An incident's page as JSON: the incident as exports have it, and what its page shows besides.
struct IncidentTwin {
  let page: IncidentPage

  private static let claim = Schema.object([
    ("words", .string), ("report", .string), ("n", .integer), ("who", .string),
  ])

  static let schema = Schema.object(
    IncidentSchema.members + [
      (
        "shared",
        .list(.object([("question", .string), ("same", .integer), ("all", .integer)]))
      ),
      ("written", .list(.object([("name", .string), ("report", .string), ("n", .integer)]))),
      (
        "reports",
        .list(
          .object([
            ("id", .string), ("title", .string), ("outlet", .string),
            ("published", .nullable(.string)),
          ]))
      ),
      (
        "weapons",
        .list(
          .object([
            ("rung", .word(IncidentPage.Rung.allCases.map(\.rawValue))), ("claims", .list(claim)),
          ]))
      ),
      ("beside", IncidentSurroundings.schema),
    ])

  func write(to writer: inout JSONWriter) {
    IncidentJSON.write(page.view, whole: true, to: &writer) { writer in
      writer.list("shared", SharedGround(page.view.summary, page.view.accounts).answers) {
        answer, writer in
        writer.begin(.object)
        writer.member("question", answer.question)
        writer.member("same", orNull: answer.same)
        writer.member("all", orNull: answer.all)
        writer.end(.object)
      }
      writer.list("written", page.spellings) { spelling, writer in
        writer.begin(.object)
        writer.member("name", spelling.name)
        Self.place(of: spelling.entry, to: &writer)
        writer.end(.object)
      }
      writer.list("reports", page.reports) { report, writer in
        writer.begin(.object)
        writer.member("id", report.id)
        writer.member("title", report.title)
        writer.member("outlet", report.outlet)
        writer.member("published", orNull: report.published?.iso)
        writer.end(.object)
      }
      writer.list("weapons", page.ladder) { step, writer in
        writer.begin(.object)
        writer.member("rung", step.rung.rawValue)
        writer.list("claims", step.claims) { claim, writer in
          writer.begin(.object)
          writer.member("words", claim.words)
          Self.place(of: claim.entry, to: &writer)
          writer.member("who", claim.entry.account.source.who)
          writer.end(.object)
        }
        writer.end(.object)
      }
      writer.key("beside")
      page.beside.write(to: &writer)
    }
  }

  /// Where an account stands.
  private static func place(of entry: IncidentAccount, to writer: inout JSONWriter) {
    writer.member("report", entry.report)
    writer.member("n", orNull: entry.account.number)
  }
}
