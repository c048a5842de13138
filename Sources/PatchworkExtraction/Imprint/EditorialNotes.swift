import PatchworkRecord
import PatchworkText

/// Finds what editors say of changes to a text.
struct EditorialNotes {
  /// The phrases that ship with Patchwork.
  static let shipped = EditorialNotes(LexiconFolder.table("editorial-notes.tsv"))

  /// Words of a paragraph within which a phrase may stand anywhere.
  private static let short = 90
  /// Bytes at the head of a paragraph in which a phrase that begins it is looked for.
  private static let head = 96

  /// Bytes within which the colon behind a dated label stands.
  private static let colonReach = 48

  private let starts: [(pattern: [UInt8], kind: Imprint.Note.Kind)]
  private let dated: [(pattern: [UInt8], kind: Imprint.Note.Kind)]
  private let labels: [[UInt8]: Imprint.Note.Kind]
  private let inside: PatternSet
  private let insideKinds: [Imprint.Note.Kind]

  init(_ table: LexiconTable) {
    let rows = table.rows.map { row in
      guard let kind = Imprint.Note.Kind(rawValue: row["kind"]) else {
        preconditionFailure("\(table.file), line \(row.line): unknown kind \(row["kind"])")
      }
      return (pattern: Array(row["pattern"].utf8), kind: kind, place: row["where"])
    }
    starts = rows.filter { $0.place == "start" }.map { ($0.pattern, $0.kind) }
    dated = rows.filter { $0.place == "dated" }.map { ($0.pattern, $0.kind) }
    let within = rows.filter { $0.place == "inside" }
    inside = PatternSet(within.map(\.pattern))
    insideKinds = within.map(\.kind)
    labels = Dictionary(
      rows.filter { $0.place == "label" }.map { ($0.pattern, $0.kind) },
      uniquingKeysWith: { first, _ in first })
  }

  /// The notes among some paragraphs, in order.
  func notes(in paragraphs: [String]) -> [Imprint.Note] {
    var notes: [Imprint.Note] = []
    var label: Imprint.Note.Kind?
    for paragraph in paragraphs {
      if let kind = label ?? kind(of: paragraph) {
        let isAlone = label == nil && labels[folded(paragraph.utf8.prefix(Self.head))] != nil
        label = isAlone ? kind : nil
        if isAlone { continue }
        notes.append(
          Imprint.Note(
            kind: kind, day: PageDate.normalised(paragraph.replacing(":", with: " ")),
            text: paragraph))
      }
    }
    return notes
  }

  /// What a paragraph is a note of, nil when it is none.
  private func kind(of paragraph: String) -> Imprint.Note.Kind? {
    let head = folded(paragraph.utf8.prefix(Self.head))
    if let kind = labels[head] { return kind }
    if let start = starts.first(where: { head.starts(with: $0.pattern) }) { return start.kind }
    if let label = dated.first(where: { isDated(head, by: $0.pattern) }) { return label.kind }
    guard paragraph.utf8.count < Self.short * 8 else { return nil }
    let all = folded(paragraph.utf8)
    return inside.firstOffsets(in: all).map(\.pattern).min().map { insideKinds[$0] }
  }

  /// Whether a label stands at the head of a paragraph with a day or time before the first colon.
  private func isDated(_ head: [UInt8], by label: [UInt8]) -> Bool {
    guard head.starts(with: label), head.count > label.count,
      let colon = head.prefix(Self.colonReach).firstIndex(of: UInt8(ascii: ":"))
    else { return false }
    let between = head[label.count..<max(label.count, colon)]
    return between.first.map { !isLetter($0) } == true && between.contains(where: isDigit)
  }

  private func folded(_ bytes: some Sequence<UInt8>) -> [UInt8] {
    let line = Array(bytes)
    return FoldedLine(Span(0, line.count), of: line).bytes
  }
}
