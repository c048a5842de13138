import FoundationEssentials

/// The classes of a transition model in the order of its scores: an action each, with its label.
struct Moves: Sendable {
  let file: String
  let actions: [Int]
  let labels: [String]

  /// Reads the file that counts how often each action was seen with each label.
  init(_ file: ModelFile) throws(ModelError) {
    let text = try file.message().required("moves").text()
    guard
      let counts = try? JSONDecoder().decode([String: [String: Int]].self, from: Data(text.utf8))
    else { throw file.unsupported("moves that are no table of counts") }
    var byAction: [Int: [String: Int]] = [:]
    for (name, labels) in counts {
      guard let action = Int(name), (0...9).contains(action) else {
        throw file.unsupported("action \(name)")
      }
      byAction[action] = labels
    }
    var actions: [Int] = []
    var labels: [String] = []
    for (action, counts) in byAction.sorted(by: { $0.key < $1.key }) {
      let order = counts.sorted { a, b in
        a.value != b.value
          ? a.value > b.value
          : b.key.unicodeScalars.lexicographicallyPrecedes(a.key.unicodeScalars)
      }
      for (label, _) in order {
        actions.append(action)
        labels.append(label)
      }
    }
    self.file = file.name
    self.actions = actions
    self.labels = labels
  }

  var count: Int { actions.count }

  /// The classes of an action, which stand together.
  func range(of action: Int) -> Range<Int> {
    guard let first = actions.firstIndex(of: action),
      let last = actions.lastIndex(of: action)
    else { return 0..<0 }
    return first..<last + 1
  }
}
