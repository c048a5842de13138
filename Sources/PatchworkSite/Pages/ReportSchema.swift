import PatchworkRecord
import PatchworkStore

/// The form of a report's JSON: what the record knows of it around the line that `patchwork read` gives.
enum ReportSchema {
  static let whole = Schema.object([
    ("id", .string), ("version", .integer), ("title", .string), ("outlet", .string),
    ("published", .nullable(.string)), ("origin", .string), ("url", .string),
    ("acquired_at", .string), ("acquired_how", .string), ("tool", .string),
    ("bytes_sha256", .string), ("text_sha256", .string), ("text", .string),
    ("versions", .list(.string)),
    ("rejected", .list(.integer)),
    ("incidents", .list(.object([("n", .integer), ("incident", .string)]))),
    ("judgements", .list(IncidentSchema.judgement)), ("reading", .any),
    ("keeping", .nullable(ReportKeeping.schema)),
  ])

  /// Writes a report as an object; `more` writes further members.
  static func write(
    _ stored: StoredReport, to writer: inout JSONWriter, _ more: (inout JSONWriter) -> Void
  ) {
    writer.begin(.object)
    writer.member("id", stored.row.id)
    writer.member("version", orNull: stored.row.version)
    writer.member("title", stored.row.title)
    writer.member("outlet", stored.row.outlet)
    writer.member("published", orNull: stored.row.published?.iso)
    writer.member("origin", stored.row.origin)
    writer.member("url", stored.url)
    writer.member("acquired_at", stored.acquiredAt)
    writer.member("acquired_how", stored.acquiredHow)
    writer.member("tool", stored.tool)
    writer.member("bytes_sha256", stored.bytesSHA256)
    writer.member("text_sha256", stored.textSHA256)
    writer.member("text", stored.text)
    writer.list("versions", stored.versions) { $1.string($0) }
    writer.key("rejected")
    writer.begin(.array)
    for number in stored.rejected.sorted() { writer.integer(number) }
    writer.end(.array)
    writer.key("incidents")
    writer.begin(.array)
    for (number, incident) in stored.incidents.sorted(by: { $0.key < $1.key }) {
      writer.begin(.object)
      writer.member("n", orNull: number)
      writer.member("incident", incident)
      writer.end(.object)
    }
    writer.end(.array)
    writer.key("judgements")
    writer.begin(.array)
    for judgement in stored.judgements { IncidentDetailJSON.write(judgement, to: &writer) }
    writer.end(.array)
    writer.key("reading")
    writer.raw(JSONLine.of(stored.report, stored.reading))
    more(&writer)
    writer.end(.object)
  }
}
