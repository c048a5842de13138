import Foundation
import PatchworkText

/// The table of a trained model: its head, then bias, thresholds and weights as log odds, by name.
enum WeightsTable {
  /// Weights nearer to zero than this are left out.
  private static let least = 0.005

  /// The table's text; `chances` are those from which a decision is taken, by the name of their row.
  static func text(
    of model: LinearModel, head: [String], chances: [(name: String, chance: Double)]
  ) -> String {
    func row(_ name: String, _ value: Double) -> String {
      name + "\t" + String(format: "%.4f", value)
    }
    var lines = head + ["feature\tweight", row("bias", model.bias)]
    lines += chances.map { row($0.name, log($0.chance / (1 - $0.chance))) }
    for (feature, weight) in model.weights.sorted(by: { $0.key < $1.key })
    where abs(weight) >= least {
      lines.append(row(feature, weight))
    }
    return lines.joined(separator: "\n") + "\n"
  }
}
