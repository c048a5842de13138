/// Lines of a page that may carry days of its article.
struct ShownLines {
  /// Short lines around the headline, in order of trust.
  var near: [String] = []
  /// The first paragraphs of the article.
  var first: [String] = []
  /// The last line of the article, when it is short.
  var last: String?
  /// Short lines just after the article.
  var after: [String] = []
}

/// The days that a page shows its reader.
struct ShownDates: Equatable {
  private(set) var published: String?
  private(set) var modified: String?

  /// Reads the lines near the headline, then the article's first words, then what ends it.
  init(_ lines: ShownLines, monthFirst: Bool) {
    for line in lines.near {
      let stamp = StampLine(line, monthFirst: monthFirst)
      if published == nil { published = stamp.published }
      if modified == nil { modified = stamp.modified }
    }
    if published == nil {
      published =
        lines.first.lazy.compactMap {
          StampLine.leading($0, monthFirst: monthFirst)
        }.first
    }
    // Under a text comments and other articles have days too: only a label, or the text's own last line, counts.
    let after = lines.after.map { StampLine($0, monthFirst: monthFirst) }
    if published == nil { published = after.first { $0.isLabelled }?.published }
    if published == nil, let last = lines.last, Self.endsInYear(last) {
      published = StampLine(last, monthFirst: monthFirst).published
    }
    if modified == nil { modified = after.lazy.compactMap(\.modified).first }
  }

  /// The day of publication that labels in some lines agree on, nil where there is none or more than one.
  static func onlyLabelled(_ lines: [String], monthFirst: Bool) -> String? {
    var only: String?
    for line in lines {
      let stamp = StampLine(line, monthFirst: monthFirst)
      guard stamp.isLabelled, let day = stamp.published, day != only else { continue }
      guard only == nil else { return nil }
      only = day
    }
    return only
  }

  private static func endsInYear(_ line: String) -> Bool {
    let end = line.utf8.reversed().drop { $0 == 0x2E || $0 == 0x29 }
    return end.prefix(4).count == 4 && end.prefix(4).allSatisfy(isDigit)
  }
}
