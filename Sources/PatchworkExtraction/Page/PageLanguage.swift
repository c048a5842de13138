/// The language of a page's article.
struct PageLanguage {
  /// BCP 47, empty when unknown.
  let language: String
  /// How sure it is where the words tell it.
  let confidence: Double?

  /// What was supplied, else what the words show, with the page's own more exact tag where it agrees.
  init(of text: String, _ metadata: PageMetadata, _ supplied: SuppliedFields) {
    guard supplied.language.isEmpty else {
      language = supplied.language
      confidence = nil
      return
    }
    let declared =
      [
        metadata.language, metadata.linked.language, metadata.metas["content-language"] ?? "",
        metadata.metas["og:locale"] ?? "",
      ].map { $0.trimmed.replacing("_", with: "-") }.first { !$0.isEmpty } ?? ""
    let shown = LanguageGuess(text)
    confidence = shown.known
    language =
      shown.language.isEmpty || declared.lowercased().hasPrefix(shown.language)
      ? declared : shown.language
  }
}
