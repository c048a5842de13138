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

/// Finds a text's named entities, one action a token.
final class EntityRecognizer {
  private let moves: EntityMoves
  private let scorer: StateScorer

  init(moves: EntityMoves, scorer: StateScorer) {
    self.moves = moves
    self.scorer = scorer
  }

  /// Recognises the entities of `count` tokens that stand at `offset` in the pages' stream.
  func entities(
    count: Int, offset: Int, startsSentence: (Int) -> Bool, isSpace: (Int) -> Bool
  ) -> [Entity] {
    var entities: [Entity] = []
    var open = -1
    var openClass = -1
    for token in 0..<count {
      scorer.set(0, token, offset: offset)
      scorer.setRare(1, open, offset: offset)
      scorer.setRare(2, open >= 0 ? token - 1 : -1, offset: offset)
      scorer.score()
      let goesOn = token + 1 < count && !startsSentence(token + 1)
      var best = -1
      if open >= 0 {
        if goesOn {
          let inside = moves.insideClass[openClass]
          scorer.consider(inside..<inside + 1, &best)
        }
        let last = moves.lastClass[openClass]
        scorer.consider(last..<last + 1, &best)
      } else {
        if !isSpace(token) {
          if goesOn { scorer.consider(moves.begin, &best) }
          for range in moves.units { scorer.consider(range, &best) }
        }
        scorer.consider(moves.outside, &best)
      }
      switch moves.actions[best] {
      case EntityMoves.begin:
        open = token
        openClass = best
      case EntityMoves.last:
        if let label = moves.classLabels[best] {
          entities.append(Entity(tokens: open..<token + 1, label: label))
        }
        open = -1
      case EntityMoves.unit:
        if let label = moves.classLabels[best] {
          entities.append(Entity(tokens: token..<token + 1, label: label))
        }
      default: break
      }
    }
    return entities
  }
}
