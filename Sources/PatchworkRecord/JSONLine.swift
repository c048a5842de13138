import PatchworkText

/// The record's machine form: one JSON object a line, offsets in code points of the report's text.
public enum JSONLine {
  /// One report with everything read from it, as one line that ends in a newline.
  public static func of(_ report: Report, _ reading: Reading) -> [UInt8] {
    var json = RecordJSON(text: report.text, capacity: 1024 + report.text.utf8.count * 8)
    json.write(report, reading)
    return json.writer.bytes
  }

  /// What stands in place of a report that could not be read, as one line that ends in a newline.
  public static func failure(id: String?, line: Int?, code: String, message: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.begin(.object)
    writer.member("id", orNull: id)
    if let line { writer.member("line", orNull: line) }
    writer.key("error")
    writer.begin(.object)
    writer.member("code", code)
    writer.member("message", message)
    writer.end(.object)
    writer.end(.object)
    writer.newline()
    return writer.bytes
  }
}

/// Writes the record's values with the offsets of one text.
struct RecordJSON {
  var writer: JSONWriter
  let points: CodePoints

  init(text: String, capacity: Int) {
    writer = JSONWriter(capacity: capacity)
    points = CodePoints(text)
  }

  mutating func write(_ report: Report, _ reading: Reading) {
    object { json in
      json.writer.member("id", report.id)
      json.writer.member("title", orNull: report.title.isEmpty ? nil : report.title)
      json.writer.member("outlet", orNull: report.outlet.isEmpty ? nil : report.outlet)
      json.writer.member("published", orNull: report.published?.value)
      if let overruled = report.imprint.overruled {
        json.writer.member("published_overruled", overruled.value)
      }
      if let implied = reading.implied {
        json.member("published_implied", implied) { $0.write($1) }
      }
      json.writer.member("language", orNull: report.language.isEmpty ? nil : report.language)
      if let confidence = report.imprint.languageConfidence {
        json.writer.member("language_confidence", orNull: confidence)
      }
      if !report.isInReadLanguage { json.writer.member("not_read", "language") }
      if !report.byline.isEmpty { json.writer.member("byline", report.byline) }
      ImprintJSON.write(report.imprint, to: &json.writer)
      json.writer.member("text_sha256", sha256Hex(report.text))
      if report.textIsDerived { json.writer.member("text", report.text) }
      json.list("dropped", report.dropped) { json, dropped in
        json.object { json in
          json.span("span", dropped.quote)
          json.writer.member("why", dropped.why.rawValue)
        }
      }
      json.list("accounts", reading.accounts) { $0.write($1) }
      json.writer.key("mentions")
      json.object { json in
        json.list("places", reading.places) { $0.write($1) }
        json.list("times", reading.times) { $0.write($1) }
        json.list("quantities", reading.quantities) { $0.write($1) }
        json.list("entities", reading.entities) { json, entity in
          json.object { json in
            json.span("span", entity.quote)
            json.writer.member("label", entity.label)
          }
        }
      }
    }
    writer.newline()
  }

  /// Writes an object whose members need the offsets.
  mutating func object(_ members: (inout RecordJSON) -> Void) {
    writer.begin(.object)
    members(&self)
    writer.end(.object)
  }

  /// Writes a member with an array of values.
  mutating func list<Value>(
    _ name: StaticString, _ values: [Value], _ write: (inout RecordJSON, Value) -> Void
  ) {
    writer.key(name)
    writer.begin(.array)
    for value in values { write(&self, value) }
    writer.end(.array)
  }

  /// Writes a member with a value, or null where there is none.
  mutating func member<Value>(
    _ name: StaticString, _ value: Value?, _ write: (inout RecordJSON, Value) -> Void
  ) {
    writer.key(name)
    if let value { write(&self, value) } else { writer.null() }
  }

  /// Writes a member with a span and its words, or null where there is none.
  mutating func span(_ name: StaticString, _ quote: Quote?) {
    member(name, quote) { $0.write($1) }
  }

  mutating func write(_ quote: Quote) {
    object { json in
      json.writer.member("start", orNull: json.points.offset(ofByte: quote.span.start))
      json.writer.member("end", orNull: json.points.offset(ofByte: quote.span.end))
      json.writer.member("text", quote.text)
    }
  }
}
