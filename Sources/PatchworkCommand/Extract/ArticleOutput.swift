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
    json.member("modified", orNull: report.imprint.modified?.value)
    json.member("modified_from", orNull: report.imprint.modified?.origin)
    json.member("byline", orNull: report.byline.isEmpty ? nil : report.byline)
    json.member("outlet", orNull: report.outlet.isEmpty ? nil : report.outlet)
    json.member("url", orNull: report.url.isEmpty ? nil : report.url)
    json.member("language", orNull: report.language.isEmpty ? nil : report.language)
    json.member("language_confidence", orNull: report.imprint.languageConfidence)
    json.member("media_type", report.mediaType)
    json.member("encoding", report.encoding)
    json.member("sha256", report.bytesSHA256)
    ImprintJSON.write(report.imprint, whole: true, to: &json)
    json.member("text", report.articleText)
    if let blocks { write(blocks, to: &json) }
    json.end(.object)
    json.newline()
    return json.bytes
  }

  /// Every block with what became of it.
  static func write(_ blocks: [ExplainedReport.Block], to json: inout JSONWriter) {
    json.key("blocks")
    json.begin(.array)
    for block in blocks {
      json.begin(.object)
      json.member("text", block.text)
      json.member("part", block.part.rawValue)
      json.key("kept")
      json.boolean(block.isKept)
      json.member("why", block.code)
      json.end(.object)
    }
    json.end(.array)
  }
}
