import ArgumentParser
import Foundation
import PatchworkLanguage
import PatchworkReading
import PatchworkRecord
import PatchworkText

/// `patchwork-train edges`: where in its sentence what a speaker says ends.
struct TrainEdges: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "edges",
    abstract: "Trains the model that decides where the words of a speaker end.",
    discussion: """
      Prints how often the edges of reports that the weights had not seen (four folds by report) were put where people \
      put them, and how often the tree alone does, then writes weights trained on all.
      """)

  @OptionGroup var given: TrainingOptions

  private struct Judged {
    var features: [[String]]
    var given: Int?
    /// Number of the place at which people ended it.
    var marked: Int
  }

  /// How many code points people's end may lie from a place that is taken for it: a mark, a blank.
  private static let slack = 4

  func run() throws {
    let examples = try EdgeExamples(pipeline: Pipeline(folder: given.model))
    let polnear = try MarkedReport.attributions(in: given.polnear)
    let accounts = try MarkedReport.accounts(in: given.accounts)
    let reports = (polnear + accounts).map { judged($0, examples.examples(of: $0.report)) }
    let weights = polnear.map { _ in 1.0 } + accounts.map { _ in given.weight }
    var right = [Int](repeating: 0, count: reports.count)
    for fold in 0..<TrainingOptions.folds {
      let seen = reports.indices.filter { $0 % TrainingOptions.folds != fold }
      let model = train(seen.map { (reports[$0], weights[$0]) })
      for index in reports.indices where index % TrainingOptions.folds == fold {
        right[index] = reports[index].count { example in
          EdgeExamples.choice(example.features.map(model.score)) == example.marked
        }
      }
    }
    for (name, group) in [
      ("polnear", reports.indices.prefix(polnear.count)),
      ("accounts", reports.indices.suffix(accounts.count)),
    ] {
      let all = group.reduce(0) { $0 + reports[$1].count }
      let chosen = group.reduce(0) { $0 + right[$1] }
      let tree = group.reduce(0) { $0 + reports[$1].count { $0.given == $0.marked } }
      print(
        "\(name): \(all) edges, right "
          + String(
            format: "%.3f, by the tree alone %.3f", Double(chosen) / Double(max(1, all)),
            Double(tree) / Double(max(1, all))))
    }
    try table(train(zip(reports, weights).map { ($0, $1) }))
      .write(toFile: given.output, atomically: true, encoding: .utf8)
  }

  /// The edges of the attributions that people marked as well, where they ended one at a place.
  private func judged(_ marked: MarkedReport, _ examples: [EdgeExample]) -> [Judged] {
    let points = CodePoints(marked.report.text)
    func cells(_ span: Span) -> Range<Int> {
      points.offset(ofByte: span.start)..<points.offset(ofByte: span.end)
    }
    return examples.compactMap { example in
      guard let whole = example.ends.last.map(cells) else { return nil }
      let cue = example.cue.map(cells)
      // What one cue governs may be marked in parts ("said that …, and that …").
      let said = marked.attributions
        .filter { attribution in cue.contains { !attribution.cue.isDisjoint(with: $0) } }
        .reduce(into: Set<Int>()) { $0.formUnion($1.content) }
      guard let last = whole.last(where: said.contains) else { return nil }
      let distances = example.ends.map { abs(cells($0).upperBound - last - 1) }
      guard let least = distances.min(), least <= Self.slack,
        let place = distances.firstIndex(of: least)
      else { return nil }
      return Judged(features: example.features, given: example.given, marked: place)
    }
  }

  /// A place before the end is one at which the words go on, the end one at which they stop.
  private func train(_ reports: [(examples: [Judged], weight: Double)]) -> LinearModel {
    let examples = reports.flatMap { examples, weight in
      examples.flatMap { example in
        example.features.prefix(example.marked + 1).enumerated().map { number, features in
          NamedExample(
            features: features, isPositive: number == example.marked, weight: weight)
        }
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
        "# that they end at a place and do not go on. Features are those of Attribution/EdgeFeatures.swift.",
        "# Trained by `patchwork-train edges --model en_core_web_sm-3.8.0 --polnear polnear-train.jsonl --accounts accounts",
        "# --penalty 8 --output edge-weights.tsv` on the training articles of PolNeAR (Newell, Margolin and Ruths 2018) and",
        "# our annotated conflict reports; the same command gives the same bytes.",
      ],
      chances: [])
  }
}
