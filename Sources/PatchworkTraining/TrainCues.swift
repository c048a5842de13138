import ArgumentParser
import Foundation
import PatchworkLanguage
import PatchworkReading
import PatchworkText

/// `patchwork-train cues`: which words that have the form of an attribution are one.
struct TrainCues: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cues",
    abstract: "Trains the model that decides which candidates are attributions.",
    discussion: """
      Prints precision and recall on reports that the weights had not seen (four folds by report), then writes weights \
      trained on all. Recall is of the marked attributions that have a candidate.
      """)

  @OptionGroup var given: TrainingOptions
  @Option(help: "Chance from which a word of the lexicon is taken.")
  var listed = 0.35
  @Option(help: "Chance from which a noun of the lexicon is taken.")
  var noun = 0.018
  @Option(help: "Chance from which any other word is taken.")
  var open = 0.42
  @Option(
    help: "Chance from which a word before a quotation is taken that no construction ties to it.")
  var quoted = 0.25

  /// What an example counts whose marks hardly tell.
  private static let doubt = 0.25

  func run() throws {
    let examples = try CueExamples(pipeline: Pipeline(folder: given.model))
    let polnear = try MarkedReport.attributions(in: given.polnear)
    let accounts = try MarkedReport.accounts(in: given.accounts)
    let isAccount = polnear.map { _ in false } + accounts.map { _ in true }
    let reports = zip(polnear + accounts, isAccount).map { report, marksNesting in
      JudgedReport(report, examples.examples(of: report.report), marksNesting: marksNesting)
    }
    var chances = reports.map { [Double](repeating: 0, count: $0.examples.count) }
    for fold in 0..<TrainingOptions.folds {
      let seen = reports.indices.filter { $0 % TrainingOptions.folds != fold }
      let model = train(seen.map { (reports[$0], isAccount[$0] ? given.weight : 1) })
      for index in reports.indices where index % TrainingOptions.folds == fold {
        chances[index] = reports[index].examples.map { chance(model.score($0.features)) }
      }
    }
    for (name, group) in [("polnear", false), ("accounts", true)] {
      let chosen = reports.indices.filter { isAccount[$0] == group }
      print(summary(name, chosen.map { (reports[$0], chances[$0]) }))
    }
    let whole = train(zip(reports, isAccount).map { ($0, $1 ? given.weight : 1) })
    try table(whole).write(toFile: given.output, atomically: true, encoding: .utf8)
  }

  private func threshold(_ kind: CueKind) -> Double {
    switch kind {
    case .listed: listed
    case .noun: noun
    case .open: open
    case .quoted: quoted
    }
  }

  private func chance(_ score: Double) -> Double { 1 / (1 + exp(-score)) }

  private func train(_ reports: [(report: JudgedReport, weight: Double)]) -> LinearModel {
    let examples = reports.flatMap { report, weight in
      report.examples.enumerated().map { index, example in
        NamedExample(
          features: example.features, isPositive: report.isPositive[index],
          weight: report.isOpen[index] ? weight * Self.doubt : weight)
      }
    }
    return LinearModel.fitted(
      to: examples, penalty: given.penalty, rare: TrainingOptions.rare)
  }

  private func summary(_ name: String, _ reports: [(report: JudgedReport, chances: [Double])])
    -> String
  {
    var taken = 0
    var right = 0
    var positive = 0
    for (report, chances) in reports {
      for (index, example) in report.examples.enumerated() where !report.isOpen[index] {
        let isTaken = chances[index] >= threshold(example.kind)
        taken += isTaken ? 1 : 0
        positive += report.isPositive[index] ? 1 : 0
        right += isTaken && report.isPositive[index] ? 1 : 0
      }
    }
    let precision = Double(right) / Double(max(1, taken))
    let recall = Double(right) / Double(max(1, positive))
    return "\(name): unseen reports \(reports.count), candidates taken \(taken), precision "
      + String(format: "%.3f, recall of candidates %.3f", precision, recall)
  }

  private func table(_ model: LinearModel) -> String {
    WeightsTable.text(
      of: model,
      head: [
        "# Weights of the model that decides which candidates are attributions (Attribution/CueModel.swift), as log odds.",
        "# A feature is what Attribution/CueFeatures.swift names; before a bar stands the construction that it is seen in.",
        "# Trained by `patchwork-train cues --model en_core_web_sm-3.8.0 --polnear polnear-train.jsonl --accounts accounts",
        "# --penalty 1.5 --output cue-weights.tsv` on the training articles of PolNeAR (Newell, Margolin and Ruths 2018) and",
        "# our annotated conflict reports; the same command gives the same bytes. threshold=listed and noun hold for words of cues.tsv.",
      ],
      chances: CueKind.allCases.map { ("threshold=\($0.rawValue)", threshold($0)) })
  }
}
