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
