package import PatchworkLanguage
package import PatchworkRecord
package import PatchworkText

/// The right edge of an attribution's content as the trainer sees it.
package struct EdgeExample: Sendable {
  /// What the model sees, by name, of each place at which the content may end but the last.
  package let features: [[String]]
  /// The words from the content's beginning to each place, as bytes of the report's text.
  package let ends: [Span]
  /// Number of the place at which the tree ends it, or nil where it may not end there.
  package let given: Int?
  /// The bytes of the attribution's cue.
  package let cue: [Span]
}

/// Makes the examples that the model of edges is trained on, by the code that reads reports.
package struct EdgeExamples: Sendable {
  private let pipeline: Pipeline
  private let reader: AttributionReader

  /// Loads the lexicons.
  package init(pipeline: Pipeline) throws(LexiconError) {
    self.pipeline = pipeline
    reader = try AttributionReader(speakers: try SpeakerLexicon())
  }

  /// Every edge of a report that may lie at several places, attribution by attribution.
  package func examples(of report: Report) -> [EdgeExample] {
    let texts = report.blocks.map { report.text[$0.span] }
    let document = ReportParse(
      text: report.text, blocks: report.blocks, parses: pipeline.annotate(texts, threads: 1))
    let tree = document.tree
    let passages = Quotations.passages(in: document)
    let statements = reader.accepted(in: document, passages)
    let edges = reader.edges(Clauses(tree: tree), passages, statements)
    return statements.compactMap { statement in
      guard let (scene, features) = edges.example(statement) else { return nil }
      return EdgeExample(
        features: features, ends: scene.places.map { tree.span(scene.start..<$0) },
        given: scene.places.firstIndex(of: scene.given),
        cue: statement.cue.map(tree.span))
    }
  }

  /// The place that the model's scores choose: the likeliest.
  package static func choice(_ scores: [Double]) -> Int {
    EdgeModel.end(of: scores, Array(0...scores.count))
  }
}
