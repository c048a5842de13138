import PatchworkDisplay
import PatchworkReading

/// An explanation as lines of text, the same on the terminal and on the page.
struct ExplanationText {
  let lines: [String]

  init(_ explanation: Explanation) {
    var lines = ["why account \(explanation.number + 1)"]
    let width = Explanation.Decision.Step.allCases.map(\.rawValue.count).max() ?? 0
    for decision in explanation.decisions {
      let name = decision.step.rawValue
      let step = name + String(repeating: " ", count: width - name.count)
      lines.append(
        "  \(step)  \(ShownText.clean(decision.chosen))  [\(ShownText.clean(decision.rule))]")
      let indent = String(repeating: " ", count: width + 4)
      lines += decision.lost.map { indent + "✗ " + ShownText.clean($0) }
    }
    lines.append("  tree")
    lines += explanation.tree.map { "    " + ShownText.clean($0) }
    self.lines = lines
  }

  /// The lines for a page, folded away until they are asked for.
  var html: String {
    let text = HTMLText.escape(lines.joined(separator: "\n"))
    return "<details class=\"why\"><summary>why</summary><pre>\(text)</pre></details>"
  }
}
