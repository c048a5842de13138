/// The days that a line near an article gives: "Posted 17 June 2019, last updated 04 Jun 2020".
struct StampLine: Equatable {
  /// The day of publication, or of no label.
  private(set) var published: String?
  /// The day of the last change.
  private(set) var modified: String?
  /// Whether a label says that it is the day of publication.
  private(set) var isLabelled = false

  /// Reads a line; `monthFirst` says that 4/5/2019 is a day in April.
  init(_ line: String, monthFirst: Bool, labels: DateLabels = .shipped) {
    guard line.utf8.contains(where: isDigit) else { return }
    // Every label opens a piece of its own; one after a day without a label speaks for that day.
    var piece: [Substring] = []
    var kind: DateLabels.Kind?
    var unlabelled: String?
    for word in line.split(separator: " ") {
      guard let next = labels.kind(of: word) else {
        piece.append(word)
        continue
      }
      if let day = Self.day(piece, monthFirst) {
        if let kind { note(day, kind) } else { unlabelled = unlabelled ?? day }
      }
      kind = next
      piece = []
    }
    let last = Self.day(piece, monthFirst)
    guard let kind else {
      published = last
      return
    }
    if let last {
      note(last, kind)
      if published == nil { published = unlabelled }
    } else if let unlabelled {
      note(unlabelled, kind)
    }
  }

  private mutating func note(_ day: String, _ kind: DateLabels.Kind) {
    switch kind {
    case .published:
      published = published ?? day
      isLabelled = true
    case .modified: modified = modified ?? day
    }
  }

  private static func day(_ words: [Substring], _ monthFirst: Bool) -> String? {
    let text = words.joined(separator: " ")
    return PageDate.normalised(text) ?? PageDate.inFigures(text, monthFirst: monthFirst)
  }

  /// Whether a line only says who published and when: a day with a label, few words, and no sentence's end.
  static func isNothingElse(_ line: [UInt8]) -> Bool {
    guard line.count <= 160, line.contains(where: isDigit), PageBlocks.words(in: line[...]) <= 20,
      !SentenceEnd.isAt(line.count, in: line, from: 0)
    else { return false }
    let stamp = StampLine(String(decoding: line, as: UTF8.self), monthFirst: true)
    return stamp.isLabelled
  }

  /// The day in figures that a paragraph begins with.
  ///
  /// "27.1.2022 - The", "(18.01.2018) Farmers", "ULM, (12.11.2021). On".
  static func leading(_ paragraph: String, monthFirst: Bool) -> String? {
    for (index, word) in paragraph.split(separator: " ", maxSplits: 4).prefix(3).enumerated() {
      let isBracketed = word.hasPrefix("(") && word.contains(")")
      guard index == 0 || isBracketed else { continue }
      let core = word.drop { $0 == "(" }.prefix { $0.isNumber || "./-".contains($0) }
      guard core.utf8.count >= 8, word.utf8.count <= core.utf8.count + 4 else { continue }
      let text = String(core)
      if let day = PageDate.inFigures(text, monthFirst: monthFirst) { return day }
    }
    return nil
  }
}
