/// The name of a page's outlet and the page's own address.
enum PageOutlet {
  /// The outlet as the page names it, empty when it does not.
  static func name(_ metadata: PageMetadata) -> String {
    let meta = metadata.first(of: ["og:site_name", "application-name", "article:publisher_name"])
    let name = meta?.content.trimmed ?? ""
    return name.isEmpty ? metadata.linked.publisher.trimmed : name
  }

  /// The page's address as it gives it itself, empty when it does not.
  static func address(_ metadata: PageMetadata) -> String {
    let candidates = [
      metadata.canonical, metadata.metas["og:url"] ?? "", metadata.linked.url,
    ]
    return candidates.map(\.trimmed).first { $0.hasPrefix("http") } ?? ""
  }
}
