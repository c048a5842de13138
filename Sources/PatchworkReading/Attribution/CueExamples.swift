package import PatchworkLanguage
package import PatchworkRecord
package import PatchworkText

/// A candidate attribution as the trainer sees it.
package struct CueExample: Sendable {
  /// What the model sees of it, by name.
  package let features: [String]
  /// How much is known of its cue.
  package let kind: CueKind
  /// The bytes of its cue in the report's text.
  package let cue: [Span]
  /// The bytes of its content.
  package let content: [Span]
}

/// Makes the examples that the model of cues is trained on, by the code that reads reports.
package struct CueExamples: Sendable {
  private let pipeline: Pipeline
  private let lexicon: CueLexicon
  private let speakers: SpeakerLexicon

  /// Loads the lexicons.
  package init(pipeline: Pipeline) throws(LexiconError) {
    self.pipeline = pipeline
    lexicon = try CueLexicon()
    speakers = try SpeakerLexicon()
  }

  /// Every candidate of a report, in the order of the cues.
  package func examples(of report: Report) -> [CueExample] {
    let texts = report.blocks.map { report.text[$0.span] }
    let document = ReportParse(
      text: report.text, blocks: report.blocks, parses: pipeline.annotate(texts, threads: 1))
    let tree = document.tree
    let passages = Quotations.passages(in: document)
    let features = CueFeatures(document: document, speakers: speakers, passages: passages)
    return CueCandidates(tree: tree, lexicon: lexicon, passages: passages).all().map { candidate in
      CueExample(
        features: features.features(of: candidate), kind: candidate.kind,
        cue: candidate.statement.cue.map(tree.span),
        content: candidate.statement.content.map(tree.span))
    }
  }
}
