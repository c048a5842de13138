public import PatchworkText

/// When a report reproduces a text in order to refute it.
///
/// Its title, or a sentence of its own beside the words that it reproduces, says that a report or claim is not so. What it
/// passes on of another speaker does not count: a wire that ends with a denial refutes nothing.
public struct RefutationRule: Sendable {
  private let things: [[UInt64]]
  private let verdicts: [[UInt64]]
  private let both: [[UInt64]]
  private let nots: Set<UInt64>

  /// Sentences before and after reproduced words that are looked at.
  private static let reach = 2

  /// Reads the table `refutations.tsv` that ships with the target.
  public init() throws(LexiconError) {
    let table = try LexiconFolder.table("refutations.tsv")
    var words: [String: [[UInt64]]] = [:]
    for row in table.rows {
      guard ["thing", "verdict", "both"].contains(row["role"]) else {
        throw .unknownValue(file: table.file, line: row.line, field: "role", value: row["role"])
      }
      words[row["role"], default: []].append(ReportWords(row["words"]).stems)
    }
    things = words["thing"] ?? []
    verdicts = words["verdict"] ?? []
    both = words["both"] ?? []
    nots = Set(ReportWords("not never no hardly").stems)
  }

  /// Whether a report refutes the text that it reproduces; O(words).
  ///
  /// `reproduced` are the bytes that it has from elsewhere, in order; `passedOn` the sentences that it gives as another
  /// speaker's.
  public func isRefutation(
    title: String, text: String, reproduced: [Span], passedOn: [Span]
  ) -> Bool {
    guard !reproduced.isEmpty else { return false }
    if refutes(ReportWords(title).stems[...]) { return true }
    let words = ReportWords(text)
    let sentences = Self.sentences(of: text)
    // Texts of two hands may have a word in common where a passage ends.
    let isReproduced = sentences.map { sentence in
      let shared = reproduced.reduce(0) {
        $0 + max(0, min($1.end, sentence.end) - max($1.start, sentence.start))
      }
      return shared * 2 >= sentence.length
    }
    return sentences.indices.contains { index in
      let around = max(0, index - Self.reach)...min(sentences.count - 1, index + Self.reach)
      guard !isReproduced[index], around.contains(where: { isReproduced[$0] }),
        !passedOn.contains(where: { $0.overlaps(sentences[index]) })
      else { return false }
      let first = words.firstWord(from: sentences[index].start)
      let end = words.firstWord(from: sentences[index].end)
      return refutes(words.stems[first..<end])
    }
  }

  /// Whether a sentence names a text and finds it wrong.
  func refutes(_ words: ArraySlice<UInt64>) -> Bool {
    func has(_ phrases: [[UInt64]], isDenied: Bool = false) -> Bool {
      words.indices.contains { at in
        let isBeforeDenied = at > words.startIndex && nots.contains(words[at - 1])
        return phrases.contains { phrase in
          words[at...].starts(with: phrase) && !(isDenied && isBeforeDenied)
        }
      }
    }
    return has(both) || has(verdicts, isDenied: true) && has(things)
  }

  /// The sentences of a text by its full stops and line breaks, near enough for telling what stands beside what.
  private static func sentences(of text: String) -> [Span] {
    let bytes = Array(text.utf8)
    var spans: [Span] = []
    var start = 0
    func close(_ end: Int) {
      if bytes[start..<end].contains(where: { $0 > 0x20 }) { spans.append(Span(start, end)) }
      start = end
    }
    for at in bytes.indices {
      let isStop = [UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?")].contains(bytes[at])
      if bytes[at] == 0x0A || isStop && (at + 1 == bytes.count || bytes[at + 1] <= 0x20) {
        close(at + 1)
      }
    }
    close(bytes.count)
    return spans
  }
}
