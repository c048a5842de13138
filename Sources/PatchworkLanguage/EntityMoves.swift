/// The classes of the entity recogniser's moves.
struct EntityMoves: Sendable {
  static let begin = 1
  static let inside = 2
  static let last = 3
  static let unit = 4
  static let outside = 5

  let actions: [Int]
  /// Label of every class; nil for the empty one.
  let classLabels: [EntityLabel?]
  let begin: Range<Int>
  let outside: Range<Int>
  /// The classes of single-token entities around the one without a label.
  let units: [Range<Int>]
  /// For every class the one that goes on with, and the one that ends, an entity of its label.
  let insideClass: [Int]
  let lastClass: [Int]

  init(_ moves: Moves) throws(ModelError) {
    var labels: [EntityLabel?] = []
    for label in moves.labels {
      guard let known = EntityLabel(rawValue: label) else {
        if label.isEmpty {
          labels.append(nil)
          continue
        }
        throw .unknownLabel(file: moves.file, label: label)
      }
      labels.append(known)
    }
    actions = moves.actions
    classLabels = labels
    begin = moves.range(of: Self.begin)
    outside = moves.range(of: Self.outside)
    let unit = moves.range(of: Self.unit)
    if let empty = unit.first(where: { labels[$0] == nil }) {
      units = [unit.lowerBound..<empty, empty + 1..<unit.upperBound]
    } else {
      units = [unit]
    }
    func classes(_ action: Int) -> [Int] {
      labels.map { label in
        moves.range(of: action).first { label != nil && labels[$0] == label } ?? -1
      }
    }
    insideClass = classes(Self.inside)
    lastClass = classes(Self.last)
    guard !outside.isEmpty, moves.actions.allSatisfy({ $0 <= Self.outside }),
      begin.allSatisfy({ lastClass[$0] >= 0 && insideClass[$0] >= 0 })
    else { throw .unsupported(file: moves.file, cause: "moves that are no recogniser's") }
  }
}
