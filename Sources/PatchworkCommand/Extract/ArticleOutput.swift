import PatchworkDisplay
import PatchworkExtraction
import PatchworkRecord
import PatchworkText

/// The forms in which an article is printed.
enum ArticleOutput {
  /// Title, outlet and date, then the article, blank lines between; fit to be shown on a terminal.
  static func text(_ report: Report) -> [UInt8] {
    let about = [report.outlet, report.byline, report.published?.day ?? ""].filter { !$0.isEmpty }
    let pieces = [report.title, about.joined(separator: " · ")] + report.articlePieces
    let shown = pieces.filter { !$0.isEmpty }.map { ShownText.clean($0) + "\n\n" }
    return Array(shown.joined().utf8)
  }

  /// One JSON object on a line; with blocks, all that came in and why it was kept or dropped.
  static func line(_ report: Report, blocks: [ExplainedReport.Block]? = nil) -> [UInt8] {
    var json = JSONWriter(capacity: report.text.utf8.count + 512)
    json.begin(.object)
    json.member("id", report.id)
    json.member("title", orNull: report.title.isEmpty ? nil : report.title)
    json.member("published", orNull: report.published?.value)
    json.member("published_from", orNull: report.published?.origin)
    json.member("modified", orNull: report.modified?.value)
    json.member("modified_from", orNull: report.modified?.origin)
    json.member("byline", orNull: report.byline.isEmpty ? nil : report.byline)
    json.member("outlet", orNull: report.outlet.isEmpty ? nil : report.outlet)
    json.member("url", orNull: report.url.isEmpty ? nil : report.url)
    json.member("language", orNull: report.language.isEmpty ? nil : report.language)
    json.member("language_confidence", orNull: report.imprint.languageConfidence)
    json.member("media_type", report.mediaType)
    json.member("encoding", report.encoding)
    json.member("sha256", report.bytesSHA256)
    write(report.imprint, to: &json)
    json.member("text", report.articleText)
    if let blocks { write(blocks, to: &json) }
    json.end(.object)
    json.newline()
    return json.bytes
  }

  /// Kind, dateline, credits, notes and entries.
  private static func write(_ imprint: Imprint, to json: inout JSONWriter) {
    json.member("kind", imprint.kind.rawValue)
    json.key("dateline")
    if let dateline = imprint.dateline {
      json.begin(.object)
      json.member("place", orNull: dateline.place.isEmpty ? nil : dateline.place)
      json.member("day", orNull: dateline.day)
      json.member("agency", orNull: dateline.agency.isEmpty ? nil : dateline.agency)
      json.member("text", dateline.text)
      json.end(.object)
    } else {
      json.null()
    }
    list("credits", imprint.credits, to: &json) { json, credit in
      json.member("who", credit.who)
      json.member("role", credit.role.rawValue)
      json.member("is", credit.isAgency ? "agency" : "person")
      json.member("text", credit.text)
    }
    list("notes", imprint.notes, to: &json) { json, note in
      json.member("kind", note.kind.rawValue)
      json.member("day", orNull: note.day)
      json.member("text", note.text)
    }
    guard imprint.kind == .liveBlog else { return }
    list("entries", imprint.entries, to: &json) { json, entry in
      json.member("published", orNull: entry.published?.value)
      json.member("title", orNull: entry.title.isEmpty ? nil : entry.title)
      json.member("text", entry.text)
    }
  }

  /// Every block with what became of it.
  static func write(_ blocks: [ExplainedReport.Block], to json: inout JSONWriter) {
    list("blocks", blocks, to: &json) { json, block in
      json.member("text", block.text)
      json.member("part", block.part.rawValue)
      json.key("kept")
      json.boolean(block.isKept)
      json.member("why", block.code)
    }
  }

  private static func list<Value>(
    _ name: StaticString, _ values: [Value], to json: inout JSONWriter,
    _ members: (inout JSONWriter, Value) -> Void
  ) {
    json.key(name)
    json.begin(.array)
    for value in values {
      json.begin(.object)
      members(&json, value)
      json.end(.object)
    }
    json.end(.array)
  }
}
