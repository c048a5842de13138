import ArgumentParser
import Foundation
import PatchworkLinking
import PatchworkRecord
import PatchworkText

/// `patchwork-train links`: what speaks for two tellings being of one moment.
struct TrainLinks: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "links",
    abstract: "Searches the weights by which accounts are brought to incidents.",
    discussion: """
      Changes one weight at random and keeps what is better, from the values of a table set by hand. Prints B-cubed \
      precision and recall on incidents that the search had not seen (folds by incident), then writes the weights that \
      are found on all.
      """)

  @Option(help: "Incidents with their sentences, an object a line.")
  var incidents: String
  @Option(help: "Texts of the reports, an object a line.")
  var reports: String
  @Option(help: "What `patchwork read` makes of the reports.")
  var readings: String
  @Option(help: "Table of the values to begin from.")
  var start: String
  @Option(help: "Changes that are tried.")
  var steps = 1500
  @Option(help: "Seed of the changes.")
  var seed: UInt64 = 6
  @Option(help: "What the distance from the first values costs.")
  var penalty = 0.002
  @Option(help: "Changes that are tried for each fold; 0 leaves the folds out.")
  var foldSteps = 500
  @Option(help: "The table to write.")
  var output: String

  /// What a near miss that becomes one costs.
  private static let miss = 0.02

  func run() throws {
    let marked = try MarkedIncidents(incidents: incidents, reports: reports, readings: readings)
    let table = try LexiconTable(file: start, text: String(contentsOfFile: start, encoding: .utf8))
    let first = try LinkingWeights(table)
    var linking = try Linking(marked, first)
    let all = Array(marked.incidents.indices)
    report("at first", linking.fit(first, all))
    if foldSteps > 0 {
      for fold in 0..<TrainingOptions.folds {
        let unseen = all.filter { $0 % TrainingOptions.folds == fold }
        let seen = all.filter { $0 % TrainingOptions.folds != fold }
        let found = search(from: first, foldSteps, seen, &linking)
        report(
          "fold \(fold) unseen", linking.fit(found, unseen), beside: linking.fit(first, unseen))
      }
    }
    let found = search(from: first, steps, all, &linking)
    report("found", linking.fit(found, all))
    try text(of: found).write(toFile: output, atomically: true, encoding: .utf8)
  }

  private func search(
    from first: LinkingWeights, _ steps: Int, _ chosen: [Int], _ linking: inout Linking
  ) -> LinkingWeights {
    var numbers = SplitMix(seed: seed)
    func worth(_ weights: LinkingWeights) -> Double {
      let fit = linking.fit(weights, chosen)
      let distance = LinkingWeights.names.reduce(0) { $0 + pow(weights[$1] - first[$1], 2) }
      return fit.f1 - Self.miss * Double(fit.merged) - penalty * distance
    }
    var best = first
    var value = worth(first)
    for _ in 0..<steps {
      var tried = best
      let name = LinkingWeights.names[numbers.below(LinkingWeights.names.count)]
      // From -0.80 to 0.80, in hundredths.
      tried[name] = ((tried[name] * 100).rounded() + Double(numbers.below(161) - 80)) / 100
      let found = worth(tried)
      if found > value { (best, value) = (tried, found) }
    }
    return best
  }

  private func report(_ name: String, _ fit: Linking.Fit, beside first: Linking.Fit? = nil) {
    let before = first.map { String(format: " (at first %.3f)", $0.f1) } ?? ""
    print(
      name
        + String(
          format: ": B-cubed precision %.3f, recall %.3f, F1 %.3f%@, near misses merged %d",
          fit.precision, fit.recall, fit.f1, before, fit.merged))
  }

  private func text(of weights: LinkingWeights) -> String {
    var lines = [
      "# What speaks for or against two tellings being of one moment: claims within a report, and occurrences of any reports. The",
      "# sum of what applies is the likeness of a pair; groups join while their mean is above 0. From `possibly` on, a pair that",
      "# is not one is shown as possibly the same. Values found by `patchwork-train links --incidents incidents.jsonl --reports",
      "# reports.jsonl --readings readings.jsonl --start Evaluation/linking-start.tsv --steps \(steps) --seed \(seed) --output",
      "# linking-weights.tsv` on reports of the war in Syria whose incidents we told apart by hand; the same readings give the",
      "# same bytes.",
      "between\tground\tvalue",
    ]
    for name in LinkingWeights.names {
      lines.append("\(name.between)\t\(name.ground)\t\(String(format: "%.2f", weights[name]))")
    }
    lines.append("occurrences\tpossibly\t\(String(format: "%.2f", weights.possibly))")
    return lines.joined(separator: "\n") + "\n"
  }
}

/// Reports linked by weights that change.
struct Linking {
  /// How well weights bring marked sentences together.
  struct Fit {
    let precision: Double
    let recall: Double
    let merged: Int

    var f1: Double { precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall) }
  }

  private let marked: MarkedIncidents
  private var reader: OccurrenceReader
  private var matcher: OccurrenceMatcher
  /// The occurrences by the weights that claims were compared by last.
  private var occurrences: [Occurrence] = []
  private var inside: [Double] = []

  init(_ marked: MarkedIncidents, _ weights: LinkingWeights) throws {
    self.marked = marked
    reader = try OccurrenceReader(weights: weights)
    matcher = try OccurrenceMatcher(weights: weights)
  }

  mutating func fit(_ weights: LinkingWeights, _ chosen: [Int]) -> Fit {
    let own = LinkingWeights.names.filter { $0.between == "claims" }.map { weights[$0] }
    if own != inside {
      inside = own
      reader.weights = weights
      occurrences = marked.reports.flatMap { reader.occurrences(of: $0) }
    }
    matcher.weights = weights
    let found = IncidentPartition(matcher: matcher).incidents(of: occurrences)
    let texts = Dictionary(uniqueKeysWithValues: marked.reports.map { ($0.id, $0) })
    var accounts: [String: [(span: Span, incident: Int)]] = [:]
    for (number, members) in found.enumerated() {
      for occurrence in members.map({ occurrences[$0] }) {
        guard let report = texts[occurrence.report] else { continue }
        for account in occurrence.accounts {
          accounts[occurrence.report, default: []]
            .append((report.reading.accounts[account].sentence.span, number))
        }
      }
    }
    let score = marked.score(of: chosen, accounts)
    return Fit(precision: score.precision, recall: score.recall, merged: score.merged)
  }
}

/// Random numbers from a seed (SplitMix64, Steele and others 2014).
struct SplitMix {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 to below a bound.
  mutating func below(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ (mixed >> 31)) % UInt64(bound))
  }
}
