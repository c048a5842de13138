import PatchworkText

/// Where sentences stand in a text, roughly: they end at a line's end, or at a full stop before a space.
enum SentenceScan {
  static func sentences(of text: String) -> [Span] {
    let bytes = Array(text.utf8)
    var spans: [Span] = []
    var start = 0
    for at in bytes.indices {
      let byte = bytes[at]
      let isEnd =
        byte == 0x0A
        || (byte == 0x2E || byte == 0x21 || byte == 0x3F)
          && (at + 1 == bytes.count || bytes[at + 1] == 0x20)
      guard isEnd || at + 1 == bytes.count else { continue }
      let end = byte == 0x0A ? at : at + 1
      while start < end, bytes[start] <= 0x20 { start += 1 }
      if end > start { spans.append(Span(start, end)) }
      start = at + 1
    }
    return spans
  }
}
