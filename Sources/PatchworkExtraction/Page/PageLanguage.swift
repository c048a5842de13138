extension ToldLanguage {
  /// The language of a page's article.
  init(of text: String, _ metadata: PageMetadata, _ supplied: SuppliedFields) {
    let declared =
      [
        metadata.language, metadata.linked.language, metadata.metas["content-language"] ?? "",
        metadata.metas["og:locale"] ?? "",
      ].map { $0.trimmed.replacing("_", with: "-") }.first { !$0.isEmpty } ?? ""
    self.init(LanguageGuess(text), supplied: supplied.language, declared: declared)
  }
}
