package import PatchworkLanguage
package import PatchworkRecord
package import PatchworkText

/// A phrase at the edge of an attribution's content as the trainer sees it.
package struct EdgeExample: Sendable {
  /// What the model sees of it, by name.
  package let features: [String]
  /// Whether it lies inside the content as the tree gives it.
  package let isInside: Bool
  /// The bytes of the phrase in the report's text.
  package let piece: Span
  /// The bytes of the attribution's cue.
  package let cue: [Span]
  /// The bytes of its content as the tree gives it.
  package let content: [Span]
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

  /// Every phrase at the edge of an attribution of a report, attribution by attribution.
  package func examples(of report: Report) -> [EdgeExample] {
    let texts = report.blocks.map { report.text[$0.span] }
    let document = ReportParse(
      text: report.text, blocks: report.blocks, parses: pipeline.annotate(texts, threads: 1))
    let tree = document.tree
    let passages = Quotations.passages(in: document)
    let edges = reader.edges(Clauses(tree: tree), passages)
    return reader.accepted(in: document, passages).flatMap { statement in
      edges.examples(statement).map { piece, features in
        EdgeExample(
          features: features, isInside: piece.isInside, piece: tree.span(piece.tokens),
          cue: statement.cue.map(tree.span), content: statement.content.map(tree.span))
      }
    }
  }
}
