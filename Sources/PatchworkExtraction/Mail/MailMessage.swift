/// A message of mail: its headers, and the text that a reader would be shown.
struct MailMessage {
  /// Levels of parts within parts that are followed.
  private static let depth = 12
  /// Parts of one message that are looked at.
  private static let parts = 200

  let headers: HeaderLines
  /// The text.
  private(set) var body = ""
  /// Whether the text is HTML.
  private(set) var isMarkup = false
  /// Encoding of the part that the text is from.
  private(set) var encoding = "utf-8"

  /// A part that may be the text.
  private struct Part {
    var text: DecodedText
    var isMarkup: Bool
  }

  init(_ bytes: [UInt8]) {
    var at = 0
    headers = HeaderLines(bytes, at: &at)
    var budget = Self.parts
    let found = Self.texts(headers, bytes[at...], depth: 0, budget: &budget)
    guard let first = found.first else { return }
    isMarkup = first.isMarkup
    encoding = first.text.encoding
    // Several texts side by side, as when a wire is forwarded as an attachment, follow one another.
    let alike = found.filter { $0.isMarkup == first.isMarkup && !$0.text.text.trimmed.isEmpty }
    body = alike.map(\.text.text).joined(separator: "\n\n")
  }

  /// The text of a header.
  func header(_ name: String) -> String { headers.bytes(name).map(EncodedWords.decoded) ?? "" }

  private static func texts(
    _ headers: HeaderLines, _ body: ArraySlice<UInt8>, depth: Int, budget: inout Int
  ) -> [Part] {
    guard depth < Self.depth, budget > 0 else { return [] }
    budget -= 1
    let type = HeaderValue(headers["content-type"] ?? "text/plain")
    if type.value.hasPrefix("multipart/"), let boundary = type["boundary"], !boundary.isEmpty {
      let inside = pieces(body, boundary).map { piece in
        var at = 0
        let bytes = Array(piece)
        let headers = HeaderLines(bytes, at: &at)
        return texts(headers, bytes[at...], depth: depth + 1, budget: &budget)
      }
      return type.value == "multipart/alternative" ? best(inside) : inside.flatMap { $0 }
    }
    if HeaderValue(headers["content-disposition"] ?? "").value == "attachment",
      type.value != "message/rfc822"
    {
      return []
    }
    let bytes = decoded(body, headers["content-transfer-encoding"] ?? "")
    if type.value == "message/rfc822" {
      var at = 0
      let inner = HeaderLines(bytes, at: &at)
      return texts(inner, bytes[at...], depth: depth + 1, budget: &budget)
    }
    guard
      type.value.isEmpty || type.value == "text" || type.value == "text/plain"
        || type.value == "text/html"
    else { return [] }
    let isMarkup = type.value == "text/html"
    let text = bytes.withUnsafeBufferPointer { buffer in
      DecodedText(
        buffer, declared: type["charset"] ?? (isMarkup ? DeclaredEncoding.label(in: buffer) : nil))
    }
    return [Part(text: text, isMarkup: isMarkup)]
  }

  /// Of several forms of one text the plain one, unless it is a stub beside the HTML.
  private static func best(_ forms: [[Part]]) -> [Part] {
    let plain = forms.first { $0.first?.isMarkup == false } ?? []
    let markup = forms.last { $0.first?.isMarkup == true } ?? []
    let length = plain.reduce(0) { $0 + $1.text.text.trimmed.utf8.count }
    if markup.isEmpty { return plain }
    let shown = FragmentText.line(markup.map(\.text.text).joined()).utf8.count
    return length * 2 >= shown && length > 0 ? plain : markup
  }

  private static func decoded(_ body: ArraySlice<UInt8>, _ coding: String) -> [UInt8] {
    switch coding.lowercased().trimmed {
    case "base64": Base64.decoded(body)
    case "quoted-printable": QuotedPrintable.decoded(body)
    default: Array(body)
    }
  }

  /// The pieces between lines that are the boundary; the last ends with the message where its end is missing.
  private static func pieces(_ body: ArraySlice<UInt8>, _ boundary: String) -> [ArraySlice<UInt8>] {
    let mark = Array("--\(boundary)".utf8)
    var pieces: [ArraySlice<UInt8>] = []
    var begun: Int?
    var at = body.startIndex
    while at < body.endIndex {
      let stop = body[at...].firstIndex(of: 0x0A) ?? body.endIndex
      let line = body[at..<stop]
      if line.starts(with: mark) {
        let behind = line.dropFirst(mark.count)
        let isLast = behind.starts(with: Array("--".utf8))
        if isLast || behind.allSatisfy(isSpace) {
          if let begun { pieces.append(body[begun..<max(begun, at - 1)]) }
          begun = isLast ? nil : min(stop + 1, body.endIndex)
          if isLast { return pieces }
        }
      }
      at = min(stop + 1, body.endIndex)
      if stop == body.endIndex { break }
    }
    if let begun { pieces.append(body[begun...]) }
    return pieces
  }
}
