import PatchworkRecord
import PatchworkText

/// Finds whom a report credits.
struct CreditLines {
  /// The phrases that ship with Patchwork.
  static let shipped = CreditLines(LexiconFolder.table("credits.tsv"))

  /// Paragraphs at either end of a text among which credits stand.
  private static let reach = 4
  /// Agencies spoken to that are named at most.
  private static let mostTold = 12

  private struct Phrase {
    let pattern: [UInt8]
    let role: Imprint.Credit.Role
    let namesFollow: Bool
    let isFirst: Bool
  }

  /// Longest first, so that one is not found inside another.
  private let phrases: [Phrase]
  private let patterns: PatternSet

  init(_ table: LexiconTable) {
    phrases = table.rows.map { row in
      guard let role = Imprint.Credit.Role(rawValue: row["role"]) else {
        preconditionFailure("\(table.file), line \(row.line): unknown role \(row["role"])")
      }
      return Phrase(
        pattern: Array(row["pattern"].utf8), role: role, namesFollow: row["names"] != "before",
        isFirst: row["names"] == "first")
    }.sorted { $0.pattern.count > $1.pattern.count }
    patterns = PatternSet(phrases.map(\.pattern))
  }

  /// The credits in a text's paragraphs and in lines left out of it, each name and role once.
  func credits(in paragraphs: [String], left: [String]) -> [Imprint.Credit] {
    var found: [Imprint.Credit] = []
    let ends =
      paragraphs.count <= 2 * Self.reach
      ? paragraphs : Array(paragraphs.prefix(Self.reach) + paragraphs.suffix(Self.reach))
    for line in ends + left { found += credits(in: line) }
    if let signed = signOff(paragraphs.last ?? "") ?? left.last.flatMap(signOff) {
      found.append(signed)
    }
    for paragraph in paragraphs { found += told(in: paragraph) }
    var seen: Set<String> = []
    return found.filter { seen.insert("\($0.role) \($0.who)").inserted }
  }

  /// The credits of one line.
  private func credits(in line: String) -> [Imprint.Credit] {
    let bytes = Array(line.utf8)
    guard bytes.count < 2000 else { return [] }
    let folded = FoldedLine(Span(0, bytes.count), of: bytes)
    var taken: [Range<Int>] = []
    var found: [(at: Int, credits: [Imprint.Credit])] = []
    for (index, from) in patterns.firstOffsets(in: folded.bytes).sorted(by: { $0 < $1 }) {
      let phrase = phrases[index]
      let range = from..<from + phrase.pattern.count
      guard !taken.contains(where: { $0.overlaps(range) }),
        from == 0 || !(isLetter(folded.bytes[from - 1]) || (phrase.isFirst && from > 1))
      else { continue }
      taken.append(range)
      let span = phrase.namesFollow ? names(after: range, folded) : names(before: range, folded)
      guard let span, let words = TextLines.trimmed(bytes, span.lowerBound, span.upperBound) else {
        continue
      }
      let written = String(decoding: bytes[words.start..<words.end], as: UTF8.self)
      let people = CreditNames.people(written, role: phrase.role, text: line.trimmed)
      found.append((from, people))
    }
    return found.sorted { $0.at < $1.at }.flatMap(\.credits)
  }

  /// Bytes of the line after a phrase, up to what ends a list of names.
  private func names(after range: Range<Int>, _ line: FoldedLine) -> Range<Int>? {
    var end = range.upperBound
    while end < line.bytes.count, !";)|".utf8.contains(line.bytes[end]), !stops(line.bytes, end) {
      end += 1
    }
    guard range.upperBound < end, line.hasCapital(after: range.upperBound) else { return nil }
    let stop = end < line.offsets.count ? Int(line.offsets[end]) : Int(line.offsets[end - 1]) + 1
    return Int(line.offsets[range.upperBound])..<stop
  }

  /// Bytes of the sentence before a phrase.
  private func names(before range: Range<Int>, _ line: FoldedLine) -> Range<Int>? {
    var start = range.lowerBound
    while start > 0, !"(;".utf8.contains(line.bytes[start - 1]), !stops(line.bytes, start - 1) {
      start -= 1
    }
    guard start < range.lowerBound else { return nil }
    return Int(line.offsets[start])..<Int(line.offsets[range.lowerBound])
  }

  /// Whether a full stop that ends more than an initial stands at an offset.
  private func stops(_ bytes: [UInt8], _ at: Int) -> Bool {
    bytes[at] == UInt8(ascii: ".") && at >= 3 && isLetter(bytes[at - 1]) && isLetter(bytes[at - 2])
      && isLetter(bytes[at - 3])
  }

  private func signOff(_ line: String) -> Imprint.Credit? {
    let bytes = Array(line.utf8)
    let trimmed = line.trimmed.drop { "-–— ".contains($0) }
    let name =
      AgencyNames.shipped.signOff(Span(0, bytes.count), in: bytes).map {
        String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
      } ?? (trimmed.count < line.trimmed.count ? String(trimmed) : "")
    let plain = name.filter { !"-–— ".contains($0) || $0 == " " }.trimmed
    guard let agency = AgencyNames.shipped.agency(plain) else { return nil }
    return Imprint.Credit(who: agency, role: .signOff, isAgency: true, text: name.trimmed)
  }

  /// The agencies that people in a paragraph spoke to.
  private func told(in paragraph: String) -> [Imprint.Credit] {
    let bytes = Array(paragraph.utf8)
    var found: [Imprint.Credit] = []
    var at = 0
    while found.count < Self.mostTold, let offset = bytes[at...].firstOffset(of: Self.cue) {
      let from = at + offset + Self.cue.count
      at = from
      let rest = String(decoding: bytes[from..<min(bytes.count, from + 80)], as: UTF8.self)
      guard let (agency, length) = AgencyNames.shipped.leading(rest) else { continue }
      found.append(
        Imprint.Credit(
          who: agency, role: .told, isAgency: true, text: "told " + rest.prefix(length)))
    }
    return found
  }

  private static let cue = Array(" told ".utf8)
}
