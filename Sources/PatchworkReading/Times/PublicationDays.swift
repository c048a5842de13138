import PatchworkRecord
import PatchworkText

/// The day on which each part of a report was published: the report's own, or that of a live blog's entry.
struct PublicationDays: Sendable {
  /// A stretch of the text with a day of its own.
  struct Stretch: Hashable, Sendable {
    var span: Span
    var day: CivilDay
  }

  /// The report's day, nil where it is not known.
  let report: CivilDay?
  /// The entries that bear a day, in the order of the text, none overlapping another.
  let stretches: [Stretch]

  init(_ report: CivilDay?, stretches: [Stretch] = []) {
    self.report = report
    self.stretches = stretches
  }

  /// The days of a report, its entries found in its text by their paragraphs.
  init(of report: Report) {
    self.init(
      report.published.flatMap { CivilDay(iso: $0.value) }, stretches: Self.stretches(of: report))
  }

  /// The day that a byte of the text was published on.
  func day(at offset: Int) -> CivilDay? { entry(at: offset) ?? report }

  /// The day of the entry that a byte of the text stands in, nil outside entries that bear one.
  func entry(at offset: Int) -> CivilDay? {
    guard !stretches.isEmpty else { return nil }
    var low = 0
    var high = stretches.count
    while low < high {
      let middle = (low + high) / 2
      if stretches[middle].span.end <= offset { low = middle + 1 } else { high = middle }
    }
    return low < stretches.count && stretches[low].span.contains(offset)
      ? stretches[low].day : nil
  }

  // MARK: Finding entries

  /// Bytes at the end of a paragraph by which it is looked up; a block may have lost or kept what stands at its head.
  private static let tail = 24

  private static func stretches(of report: Report) -> [Stretch] {
    guard report.imprint.entries.contains(where: { $0.published != nil }) else { return [] }
    let blocks = report.blocks.map { Array(report.text[$0.span].utf8) }
    // The first of a tail comes last, so that those passed over are taken off.
    var byTail: [ArraySlice<UInt8>: [Int]] = [:]
    for index in blocks.indices.reversed() {
      byTail[blocks[index].suffix(tail), default: []].append(index)
    }
    var stretches: [Stretch] = []
    var next = 0
    for entry in report.imprint.entries {
      var span: Span?
      for paragraph in entry.text.split(separator: "\n\n") {
        let bytes = Array(paragraph.utf8)
        let key = bytes.suffix(tail)
        while let first = byTail[key]?.last, first < next { byTail[key]?.removeLast() }
        guard let found = byTail[key]?.last, isSame(blocks[found], bytes) else { continue }
        let own = report.blocks[found].span
        span = Span(span?.start ?? own.start, own.end)
        next = found + 1
      }
      guard let span, let day = entry.published.flatMap({ CivilDay(iso: $0.value) }) else {
        continue
      }
      stretches.append(Stretch(span: span, day: day))
    }
    return stretches
  }

  /// Whether one of two ends with the other: a time of day before a paragraph is no part of an entry's words.
  private static func isSame(_ a: [UInt8], _ b: [UInt8]) -> Bool {
    let shorter = min(a.count, b.count)
    return shorter > 0 && a.suffix(shorter).elementsEqual(b.suffix(shorter))
  }
}
