/// The classes of the parser's moves.
struct ParserMoves: Sendable {
  static let shift = 0
  static let reduce = 1
  static let left = 2
  static let right = 3
  static let breakSentence = 4

  let actions: [Int]
  /// Number of each class's label among `labels`.
  let classLabels: [Int32]
  let ranges: [Range<Int>]
  /// Plain dependency of every label as its place in `allCases`.
  let plain: [UInt8]
  /// For a label "x||y" the number of the label y, else -1; -2 where y is no label.
  let wanted: [Int32]

  init(_ moves: Moves) throws(ModelError) {
    actions = moves.actions
    ranges = (0...4).map(moves.range)
    guard !ranges[Self.shift].isEmpty, !ranges[Self.reduce].isEmpty, moves.count > 0,
      moves.actions.allSatisfy({ $0 <= Self.breakSentence })
    else { throw .unsupported(file: moves.file, cause: "moves that are no parser's") }
    var numbers: [String: Int32] = [:]
    var labels: [String] = []
    var classLabels: [Int32] = []
    for label in moves.labels {
      if let known = numbers[label] {
        classLabels.append(known)
      } else {
        numbers[label] = Int32(labels.count)
        classLabels.append(Int32(labels.count))
        labels.append(label)
      }
    }
    var plain: [UInt8] = []
    var wanted: [Int32] = []
    for label in labels {
      let parts = Self.parts(label)
      guard let number = ArcLabels.number(parts.plain) else {
        throw .unknownLabel(file: moves.file, label: label)
      }
      plain.append(number)
      wanted.append(parts.wanted.map { numbers[$0] ?? -2 } ?? -1)
    }
    self.classLabels = classLabels
    self.plain = plain
    self.wanted = wanted
  }

  private static func parts(_ label: String) -> (plain: String, wanted: String?) {
    let pieces = label.split(separator: "|", maxSplits: 2, omittingEmptySubsequences: false)
    guard pieces.count == 3, pieces[1].isEmpty else { return (label, nil) }
    return (String(pieces[0]), String(pieces[2]))
  }
}

/// Dependencies by name.
enum ArcLabels {
  static let root = Labels.number(of: Dependency.self, "ROOT") ?? 0

  static func number(_ name: String) -> UInt8? { Labels.number(of: Dependency.self, name) }
}
