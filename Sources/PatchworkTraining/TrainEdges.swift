import ArgumentParser
import Foundation
import PatchworkLanguage
import PatchworkReading
import PatchworkRecord
import PatchworkText

/// `patchwork-train edges`: which phrases at the edge of an attribution's content its speaker says.
struct TrainEdges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edges",
    abstract: "Trains the model that decides where the words of a speaker end.",
    discussion: """
      Prints how often phrases of reports that the weights had not seen (four folds by report) were put on the right \
      side of the edge, and how often the tree alone does, then writes weights trained on all.
      """)

  @OptionGroup var given: TrainingOptions
  @Option(help: "Chance from which a phrase inside a content stays.")
  var inside = 0.4
  @Option(help: "Chance from which a phrase outside is taken in.")
  var outside = 0.6

  private struct Judged {
    var features: [String]
    var isInside: Bool
    var isSaid: Bool
  }

  func run() throws {
    let examples = try EdgeExamples(pipeline: Pipeline(folder: given.model))
    let polnear = try MarkedReport.attributions(in: given.polnear)
    let accounts = try MarkedReport.accounts(in: given.accounts)
    let reports = (polnear + accounts).map { judged($0, examples.examples(of: $0.report)) }
    let weights = polnear.map { _ in 1.0 } + accounts.map { _ in given.weight }
    for (name, group) in [("polnear", 1.0), ("accounts", given.weight)] {
      var (all, right, tree) = (0, 0, 0)
      for fold in 0..<TrainingOptions.folds {
        let seen = reports.indices.filter { $0 % TrainingOptions.folds != fold }
        let model = train(seen.map { (reports[$0], weights[$0]) })
        for index in reports.indices
        where index % TrainingOptions.folds == fold && weights[index] == group {
          for example in reports[index] {
            all += 1
            tree += example.isInside == example.isSaid ? 1 : 0
            right +=
              (chance(model.score(example.features)) >= bound(example)) == example.isSaid ? 1 : 0
          }
        }
      }
      print(
        "\(name): \(all) phrases, right "
          + String(
            format: "%.3f, by the tree alone %.3f", Double(right) / Double(max(1, all)),
            Double(tree) / Double(max(1, all))))
    }
    try table(train(zip(reports, weights).map { ($0, $1) }))
      .write(toFile: given.output, atomically: true, encoding: .utf8)
  }

  private func chance(_ score: Double) -> Double { 1 / (1 + exp(-score)) }

  private func bound(_ example: Judged) -> Double { example.isInside ? inside : outside }

  /// The phrases of the attributions that people marked as well, and whether most of each was marked as said.
  private func judged(_ marked: MarkedReport, _ examples: [EdgeExample]) -> [Judged] {
    let points = CodePoints(marked.report.text)
    func cells(_ spans: [Span]) -> Set<Int> {
      spans.reduce(into: []) {
        $0.formUnion(points.offset(ofByte: $1.start)..<points.offset(ofByte: $1.end))
      }
    }
    return examples.compactMap { example in
      let cue = cells(example.cue)
      let content = cells(example.content)
      let same = marked.attributions
        .filter { !$0.cue.isDisjoint(with: cue) && !$0.content.isDisjoint(with: content) }
        .max { $0.content.intersection(content).count < $1.content.intersection(content).count }
      guard let same else { return nil }
      let piece = cells([example.piece])
      let said = same.content.intersection(piece).count
      return Judged(
        features: example.features, isInside: example.isInside, isSaid: said * 2 >= piece.count)
    }
  }

  private func train(_ reports: [(examples: [Judged], weight: Double)]) -> LinearModel {
    let examples = reports.flatMap { examples, weight in
      examples.map {
        NamedExample(features: $0.features, isPositive: $0.isSaid, weight: weight)
      }
    }
    return LinearModel.fitted(
      to: examples, penalty: given.penalty, rare: TrainingOptions.rare)
  }

  private func table(_ model: LinearModel) -> String {
    WeightsTable.text(
      of: model,
      head: [
        "# Weights of the model that decides where the words of a speaker end (Attribution/EdgeModel.swift), as log odds",
        "# that a phrase at the right edge of a content is said. Features are those of Attribution/EdgeFeatures.swift.",
        "# Trained by `patchwork-train edges --model en_core_web_sm-3.8.0 --polnear polnear-train.jsonl --accounts accounts",
        "# --output edge-weights.tsv` on the training articles of PolNeAR (Newell, Margolin and Ruths 2018) and our annotated",
        "# conflict reports; the same command gives the same bytes. threshold=in: from which a phrase inside stays.",
      ],
      chances: [("threshold=in", inside), ("threshold=out", outside)])
  }
}
