import PatchworkRecord
import PatchworkText

extension Feed {
  /// Reads a JSON Feed of any version; nil when the object is none.
  init?(json bytes: [UInt8]) {
    let parsed: JSONValue? = bytes.withUnsafeBufferPointer { buffer in
      do throws(JSONError) { return try JSONParser.parse(buffer, lenient: true) } catch {
        return nil
      }
    }
    guard let parsed, case .array(let items)? = parsed["items"] else { return nil }
    self.init(
      title: parsed["title"]?.string ?? "", language: parsed["language"]?.string ?? "",
      entries: items.map { Self.entry($0) })
  }

  private static func entry(_ item: JSONValue) -> FeedEntry {
    func text(_ field: String) -> String { item[field]?.string?.trimmed ?? "" }
    var entry = FeedEntry()
    if case .number(let number)? = item["id"] { entry.id = number } else { entry.id = text("id") }
    entry.title = text("title")
    entry.link = text("url").isEmpty ? text("external_url") : text("url")
    entry.published = text("date_published")
    entry.modified = text("date_modified")
    entry.language = text("language")
    var authors: [JSONValue] = []
    if case .array(let several)? = item["authors"] { authors = several }
    if let one = item["author"] { authors.append(one) }
    entry.author = authors.compactMap { $0["name"]?.string }.joined(separator: ", ")
    entry.isMarkup = !text("content_html").isEmpty
    entry.body =
      entry.isMarkup
      ? text("content_html") : text("content_text").isEmpty ? text("summary") : text("content_text")
    entry.bytes = written(entry)
    return entry
  }

  /// The fields of an entry as a feed of its own, since the parser keeps no place in the text.
  private static func written(_ entry: FeedEntry) -> [UInt8] {
    var json = JSONWriter(capacity: entry.body.utf8.count + 512)
    json.begin(.object)
    json.member("version", "https://jsonfeed.org/version/1.1")
    json.key("items")
    json.begin(.array)
    json.begin(.object)
    json.member("id", entry.id)
    json.member("url", entry.link)
    json.member("title", entry.title)
    json.member("date_published", entry.published)
    json.member("date_modified", entry.modified)
    json.member("language", entry.language)
    json.key("authors")
    json.begin(.array)
    json.begin(.object)
    json.member("name", entry.author)
    json.end(.object)
    json.end(.array)
    json.member(entry.isMarkup ? "content_html" : "content_text", entry.body)
    json.end(.object)
    json.end(.array)
    json.end(.object)
    return json.bytes
  }
}
