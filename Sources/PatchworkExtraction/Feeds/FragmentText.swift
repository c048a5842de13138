import PatchworkRecord

/// The blocks of a piece of HTML that is an article already, as feeds and mails hold it: all of it is text.
struct FragmentText {
  private(set) var pieces: [(bytes: ArraySlice<UInt8>, part: TextPart)] = []
  private var current: [UInt8] = []
  private var part = TextPart.body

  init(_ html: [UInt8], limits: ExtractionLimits) throws(ExtractionError) {
    let page = try PageParser.parse(html, limits: limits)
    /// Ends of the elements whose inside no reader sees, and of blocks.
    var hiddenUntil = 0
    var ends: [(at: Int, isCaption: Bool)] = []
    for index in page.nodes.indices {
      while let last = ends.last, last.at <= index {
        close()
        ends.removeLast()
      }
      if index < hiddenUntil { continue }
      let node = page.nodes[index]
      if node.tag == .text {
        appendFolded(page.textBytes(index), to: &current)
        continue
      }
      switch node.tag.flow {
      case .hidden: hiddenUntil = Int(node.end)
      case .block:
        close()
        ends.append((Int(node.end), node.tag == .figcaption))
        part = node.tag.isHeading ? .headline : ends.contains { $0.isCaption } ? .caption : .body
      case .inline, .void: break
      }
    }
    close()
  }

  /// The whole text on one line.
  var line: String {
    pieces.map { String(decoding: $0.bytes, as: UTF8.self) }.joined(separator: " ")
  }

  private mutating func close() {
    while current.last == 0x20 { current.removeLast() }
    if !current.isEmpty { pieces.append((current[...], part)) }
    current = []
    part = .body
  }

  /// A text that may hold markup on one line, without it.
  static func line(_ written: String, limits: ExtractionLimits = ExtractionLimits()) -> String {
    guard written.utf8.contains(where: { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") })
    else {
      var folded: [UInt8] = []
      appendFolded(Array(written.utf8)[...], to: &folded)
      return String(decoding: folded, as: UTF8.self).trimmed
    }
    do throws(ExtractionError) {
      return try FragmentText(Array(written.utf8), limits: limits).line
    } catch {
      return written.trimmed
    }
  }

  /// Whether a text is HTML: it has a tag or a reference.
  static func isMarkup(_ text: [UInt8]) -> Bool {
    for index in text.indices where text[index] == UInt8(ascii: "<") {
      let next = text[(index + 1)...].first { $0 != UInt8(ascii: "/") } ?? 0
      if isLetter(next) { return true }
    }
    return text.firstOffset(of: Array("&#".utf8)) != nil
      || ["&amp;", "&nbsp;", "&lt;", "&quot;"].contains {
        text.firstOffset(of: Array($0.utf8)) != nil
      }
  }
}
