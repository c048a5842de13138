import PatchworkRecord

/// The table of doors: every kind of input, in the order in which content is asked for its kind.
///
/// To add one, write a file that makes a `Door` and name it here. Doors of other targets are put in front by the program.
extension Door {
  /// The doors that this target holds; the last takes whatever is text.
  public static let standard: [Door] = [warc, feed, jsonLines, mailbox, message, page, plainText]

  /// The first door of a table that recognises an input by its first bytes, nil when it is no kind of text.
  public static func recognising(_ head: [UInt8], among doors: [Door]) -> Door? {
    doors.first { $0.recognises(head) }
  }

  /// JSON, one report a line.
  static let jsonLines = Door(
    name: "jsonl", what: "JSON lines, one report each",
    opening: .stream { JSONLineParcels($0) }, recognises: JSONLineParcels.recognises)

  /// A web page.
  static let page = Door(
    name: "html", what: "a web page",
    opening: .whole { document in
      [
        Parcel(id: document.id, at: document.place, bytes: document.bytes) {
          () throws(ExtractionError) in
          try Report(document, as: .html)
        }
      ]
    }, recognises: { MediaType(head: $0) == .html })

  /// Text without markup.
  static let plainText = Door(
    name: "text", what: "plain text",
    opening: .whole { document in
      [
        Parcel(id: document.id, at: document.place, bytes: document.bytes) {
          () throws(ExtractionError) in
          try Report(document, as: .plain)
        }
      ]
    }, recognises: { MediaType(head: $0) == .plain })
}
