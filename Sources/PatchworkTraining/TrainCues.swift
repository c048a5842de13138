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

  @Option(help: "Folder of the language model.")
  var model: String
  @Option(help: "Marked reports, a JSON object a line (PolNeAR).")
  var polnear: String
  @Option(help: "Folder of annotated accounts.")
  var accounts: String
  @Option(help: "What an account's report weighs against one of the others.")
  var weight = 5.0
  @Option(help: "How strongly weights are drawn to zero.")
  var penalty = 3.0
  @Option(help: "Chance from which a word of the lexicon is taken.")
  var listed = 0.35
  @Option(help: "Chance from which a noun of the lexicon is taken.")
  var noun = 0.018
  @Option(help: "Chance from which any other word is taken.")
  var open = 0.5
  @Option(help: "The table to write.")
  var output: String

  private static let folds = 4
  /// What an example counts whose marks hardly tell.
  private static let doubt = 0.25
  /// Features met less often are left out.
  private static let rare = 3

  func run() throws {
    let examples = try CueExamples(pipeline: Pipeline(folder: model))
    let polnear = try MarkedReport.attributions(in: polnear)
    let accounts = try MarkedReport.accounts(in: accounts)
    let isAccount = polnear.map { _ in false } + accounts.map { _ in true }
    let reports = zip(polnear + accounts, isAccount).map { report, marksNesting in
      JudgedReport(report, examples.examples(of: report.report), marksNesting: marksNesting)
    }
    var chances = reports.map { [Double](repeating: 0, count: $0.examples.count) }
    for fold in 0..<Self.folds {
      let seen = reports.indices.filter { $0 % Self.folds != fold }
      let model = train(seen.map { (reports[$0], isAccount[$0] ? weight : 1) })
      for index in reports.indices where index % Self.folds == fold {
        chances[index] = reports[index].examples.map { chance(model.score($0.features)) }
      }
    }
    for (name, group) in [("polnear", false), ("accounts", true)] {
      let chosen = reports.indices.filter { isAccount[$0] == group }
      print(summary(name, chosen.map { (reports[$0], chances[$0]) }))
    }
    let whole = train(zip(reports, isAccount).map { ($0, $1 ? weight : 1) })
    try table(whole).write(toFile: output, atomically: true, encoding: .utf8)
  }

  private func threshold(_ kind: CueKind) -> Double {
    switch kind {
    case .listed: listed
    case .noun: noun
    case .open: open
    }
  }

  private func chance(_ score: Double) -> Double { 1 / (1 + exp(-score)) }

  private func train(_ reports: [(report: JudgedReport, weight: Double)]) -> LinearModel {
    var counts: [String: Int] = [:]
    for (report, _) in reports {
      for example in report.examples {
        for feature in Set(example.features) { counts[feature, default: 0] += 1 }
      }
    }
    let names = counts.filter { $0.value >= Self.rare }.keys.sorted()
    let number = Dictionary(
      uniqueKeysWithValues: names.enumerated().map { ($0.element, Int32($0.offset)) })
    var examples: [LogisticRegression.Example] = []
    for (report, weight) in reports {
      for (index, example) in report.examples.enumerated() {
        let features = Set(example.features).compactMap { number[$0] }.sorted()
        examples.append(
          .init(
            features: features, isPositive: report.isPositive[index],
            weight: report.isOpen[index] ? weight * Self.doubt : weight))
      }
    }
    let fitted = LogisticRegression(penalty: penalty).fit(examples, featureCount: names.count)
    return LinearModel(
      weights: Dictionary(uniqueKeysWithValues: zip(names, fitted.weights)), bias: fitted.bias)
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
    func logit(_ chance: Double) -> String { String(format: "%.4f", log(chance / (1 - chance))) }
    var lines = [
      "# Weights of the model that decides which candidates are attributions (Attribution/CueModel.swift), as log odds.",
      "# A feature is what Attribution/CueFeatures.swift names; before a bar stands the construction that it is seen in.",
      "# Trained by `patchwork-train cues --model en_core_web_sm-3.8.0 --polnear polnear-train.jsonl --accounts accounts",
      "# --output cue-weights.tsv` on the training articles of PolNeAR (Newell, Margolin and Ruths 2018) and our annotated",
      "# conflict reports; the same command gives the same bytes. threshold=listed and noun hold for words of cues.tsv.",
      "feature\tweight",
      "bias\t" + String(format: "%.4f", model.bias),
    ]
    lines += CueKind.allCases.map { "threshold=\($0.rawValue)\t" + logit(threshold($0)) }
    for (feature, weight) in model.weights.sorted(by: { $0.key < $1.key })
    where abs(weight) >= 0.005 {
      lines.append(feature + "\t" + String(format: "%.4f", weight))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
