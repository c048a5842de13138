/// The language of a page's article.
enum PageLanguage {
  /// What was supplied, else what the words show, with the page's own more exact tag where it agrees.
  static func language(
    of text: String, _ metadata: PageMetadata, _ supplied: SuppliedFields
  ) -> String {
    if !supplied.language.isEmpty { return supplied.language }
    let declared =
      [
        metadata.language, metadata.linked.language, metadata.metas["content-language"] ?? "",
        metadata.metas["og:locale"] ?? "",
      ].map { $0.trimmed.replacing("_", with: "-") }.first { !$0.isEmpty } ?? ""
    let shown = LanguageGuess.language(of: text)
    if shown.isEmpty { return declared }
    return declared.lowercased().hasPrefix(shown) ? declared : shown
  }
}
