import ArgumentParser
import Foundation
import PatchworkExtraction
import PatchworkLanguage
import PatchworkReading
import PatchworkRecord
import PatchworkText

/// `patchwork-train topics`: which texts tell of conflict, violence or unrest.
struct TrainTopics: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "topics",
    abstract:
      "Trains the model that tells reports of conflict from sport, markets, film and history.",
    discussion: """
      Prints what share of the texts of conflict and of the others, which the weights had not seen (four folds), falls \
      under each threshold, by length, then writes weights trained on all.
      """)

  @Option(help: "Folder of the language model.")
  var model: String
  @Option(
    help: "Texts, a JSON object a line with id, text and isConflict (Evaluation/topic_texts.py).")
  var texts: String
  @Option(help: "Chance of conflict below which a short text is taken for quiet.")
  var short = 0.1
  @Option(help: "Chance of conflict below which a long text is taken for quiet.")
  var long = 0.93
  @Option(help: "How strongly weights are drawn to zero.")
  var penalty = 2.0
  @Option(help: "Features of fewer examples than this are left out.")
  var rare = 12
  @Option(help: "The table to write.")
  var output: String

  /// What a piece of a text counts against the whole.
  private static let piece = 0.25

  private struct Text {
    var isConflict: Bool
    var whole: [String]
    var pieces: [[String]]
  }

  func run() throws {
    let texts = try read()
    var scores: [(isConflict: Bool, length: Int, score: Double)] = []
    for fold in 0..<TrainingOptions.folds {
      let model = train(
        texts.indices.filter { $0 % TrainingOptions.folds != fold }.map { texts[$0] })
      for index in texts.indices where index % TrainingOptions.folds == fold {
        let text = texts[index]
        for features in [text.whole] + text.pieces {
          scores.append((text.isConflict, features.count, model.score(features)))
        }
      }
    }
    for lengths in [0..<15, 15..<30, 30..<60, 60..<120, 120..<250, 250..<Int.max] {
      print(summary(lengths, scores.filter { lengths.contains($0.length) }))
    }
    try table(train(texts)).write(toFile: output, atomically: true, encoding: .utf8)
  }

  private func read() throws -> [Text] {
    var reports: [Report] = []
    var isConflict: [Bool] = []
    for object in try MarkedReport.objects(in: texts) {
      guard let text = object["text"]?.string, case .bool(let value)? = object["isConflict"]
      else { continue }
      reports.append(try MarkedReport.report(id: object["id"]?.string ?? "", text: text))
      isConflict.append(value)
    }
    let examples = TopicExamples(pipeline: try Pipeline(folder: model)).examples(
      of: reports, threads: 2)
    return zip(examples, isConflict).map {
      .init(isConflict: $1, whole: $0.whole, pieces: $0.pieces)
    }
  }

  private func train(_ texts: [Text]) -> LinearModel {
    let examples = texts.flatMap { text in
      [NamedExample(features: text.whole, isPositive: text.isConflict, weight: 1)]
        + text.pieces.map {
          NamedExample(features: $0, isPositive: text.isConflict, weight: Self.piece)
        }
    }
    return LinearModel.fitted(to: examples, penalty: penalty, rare: rare)
  }

  private func summary(
    _ lengths: Range<Int>, _ scores: [(isConflict: Bool, length: Int, score: Double)]
  ) -> String {
    func share(_ isConflict: Bool, _ chance: Double) -> String {
      let chosen = scores.filter { $0.isConflict == isConflict }
      let under = chosen.filter { 1 / (1 + exp(-$0.score)) < chance }.count
      return String(format: "%.3f", Double(under) / Double(max(1, chosen.count)))
    }
    let counts =
      "\(scores.filter(\.isConflict).count) of conflict, \(scores.filter { !$0.isConflict }.count) of none"
    let shares = [0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9].map {
      "under \($0): \(share(true, $0)) \(share(false, $0))"
    }
    return "words from \(lengths.lowerBound): \(counts); " + shares.joined(separator: ", ")
  }

  private func table(_ model: LinearModel) -> String {
    WeightsTable.text(
      of: model,
      head: [
        "# Weights of the model that tells reports of conflict from others (Topic/TopicModel.swift), as log odds of conflict.",
        "# Features are those of Topic/TopicFeatures.swift: lemmas of common words, tense, years of history.",
        "# Trained by `patchwork-train topics --model en_core_web_sm-3.8.0 --texts topics.jsonl --output topic-weights.tsv` on",
        "# the texts that Evaluation/topic_texts.py writes; the same command gives the same bytes. threshold=short and long:",
        "# below them nothing in a short or long text is taken for a happening.",
      ],
      chances: [("threshold=short", short), ("threshold=long", long)])
  }
}
