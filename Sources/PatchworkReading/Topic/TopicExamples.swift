package import PatchworkLanguage
package import PatchworkRecord
import PatchworkText

/// Makes the examples that the model of topics is trained on, by the code that reads reports.
package struct TopicExamples: Sendable {
  private let pipeline: Pipeline

  /// How many sentences a piece has, and how many pieces a report gives at most.
  private static let sentences = 3
  private static let pieces = 4

  /// Makes examples with this pipeline.
  package init(pipeline: Pipeline) { self.pipeline = pipeline }

  /// The features of each report as a whole, and those of pieces of it, from which the model learns what little text can tell.
  package func examples(of reports: [Report], threads: Int)
    -> [(whole: [String], pieces: [[String]])]
  {
    var texts: [String] = []
    var ranges: [Range<Int>] = []
    for report in reports {
      let first = texts.count
      texts += report.blocks.map { report.text[$0.span] }
      ranges.append(first..<texts.count)
    }
    let parses = pipeline.annotate(texts, threads: threads)
    return zip(reports, ranges).map { report, range in
      let tree = ReportParse(text: report.text, blocks: report.blocks, parses: Array(parses[range]))
        .tree
      let features = TopicFeatures(tree)
      let step = max(Self.sentences, tree.sentences.count / Self.pieces)
      let pieces = stride(from: 0, to: tree.sentences.count, by: step).prefix(Self.pieces).map {
        first in
        let last = min(first + Self.sentences, tree.sentences.count) - 1
        return features.features(
          in: tree.sentences[first].lowerBound..<tree.sentences[last].upperBound)
      }
      return (features.features(in: 0..<tree.count), Array(pieces))
    }
  }
}
