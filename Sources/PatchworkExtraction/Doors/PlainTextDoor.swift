import PatchworkRecord
import PatchworkText

/// The door for text without markup.
enum PlainTextDoor {
  /// Makes a report of a text as it stands.
  static func report(
    id: String, text: String, supplied: SuppliedFields = SuppliedFields(),
    encoding: String = "utf-8", bytesSHA256: String? = nil
  ) -> Report {
    let structure = TextBlocks(text: text, title: supplied.title)
    return Report(
      id: id, text: text, blocks: structure.blocks, dropped: structure.dropped,
      title: supplied.title, outlet: supplied.outlet, url: supplied.url,
      language: supplied.language.isEmpty ? LanguageGuess.language(of: text) : supplied.language,
      published: supplied.published ?? structure.date, mediaType: MediaType.plain.rawValue,
      encoding: encoding, bytesSHA256: bytesSHA256 ?? sha256Hex(Array(text.utf8)))
  }
}
