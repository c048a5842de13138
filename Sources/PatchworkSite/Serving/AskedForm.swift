/// In which form a request wants its answer, and the path without that.
struct AskedForm: Sendable {
  /// Whether a program asks, to be answered in JSON: by the end of the path, else by the Accept header.
  let isJSON: Bool
  /// The path without `.json`, percent-encoded.
  let path: String
  /// Path and query without `.json`.
  let target: String

  init(_ request: SiteRequest) {
    let path = request.path
    let hasSuffix = path.hasSuffix(".json") && path != "/openapi.json"
    self.path = hasSuffix ? String(path.dropLast(5)) : path
    target = self.path + (request.query.isEmpty ? "" : "?" + request.query)
    isJSON =
      hasSuffix || path == "/openapi.json" || path.hasSuffix(".atom")
      || Self.prefersJSON(request.headers["accept"] ?? "")
      || Self.isFile(path) && !(request.headers["accept"] ?? "").contains("text/html")
      || request.headers["authorization"] != nil
      || (request.headers["content-type"] ?? "").hasPrefix("application/json")
  }

  /// Whether a path is that of a file to keep, which programs fetch; a browser that does says that it takes HTML.
  private static func isFile(_ path: String) -> Bool {
    path.hasPrefix("/exports/") && path.contains(".") || path.hasSuffix("/dossier")
  }

  /// Whether JSON is named before HTML, or HTML not at all.
  private static func prefersJSON(_ accept: String) -> Bool {
    guard let json = accept.firstRange(of: "application/json") else { return false }
    guard let html = accept.firstRange(of: "text/html") else { return true }
    return json.lowerBound < html.lowerBound
  }
}
