import PatchworkReading
import PatchworkRecord
import PatchworkText

/// The candidates of a marked report, each held against what people marked.
struct JudgedReport {
  let examples: [CueExample]
  /// For every example, whether it is an attribution that people marked.
  let isPositive: [Bool]

  /// For every example, whether the marks hardly tell: PolNeAR marks no speech inside speech, so that a word of the
  /// lexicon in what somebody says may be an attribution without a mark.
  let isOpen: [Bool]

  /// How much of content and marked content together must be shared where both cues overlap, and where the mark has none.
  private static let shares = (withCue: 0.2, without: 0.5)

  init(_ marked: MarkedReport, _ examples: [CueExample], marksNesting: Bool) {
    self.examples = examples
    let points = CodePoints(marked.report.text)
    func cells(_ spans: [Span]) -> Set<Int> {
      spans.reduce(into: []) {
        $0.formUnion(points.offset(ofByte: $1.start)..<points.offset(ofByte: $1.end))
      }
    }
    isPositive = examples.map { example in
      let content = cells(example.content)
      let cue = cells(example.cue)
      return marked.attributions.contains { attribution in
        let shared = attribution.content.intersection(content).count
        guard shared > 0 else { return false }
        let share = Double(shared) / Double(attribution.content.union(content).count)
        if attribution.cue.isEmpty { return share >= Self.shares.without }
        return share >= Self.shares.withCue && !attribution.cue.isDisjoint(with: cue)
      }
    }
    let said = marked.attributions.reduce(into: Set<Int>()) { $0.formUnion($1.content) }
    isOpen = zip(examples, isPositive).map { example, isPositive in
      !marksNesting && !isPositive && example.kind != .open && cells(example.cue).isSubset(of: said)
    }
  }
}
