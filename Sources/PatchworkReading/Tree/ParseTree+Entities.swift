import PatchworkLanguage

extension ParseTree {
  /// The entity that a token belongs to, or nil; O(log entities).
  func entity(at token: Int) -> Entity? {
    let entities = parse.entities
    var (low, high) = (0, entities.count)
    while low < high {
      let middle = (low + high) / 2
      if entities[middle].tokens.upperBound <= token { low = middle + 1 } else { high = middle }
    }
    guard low < entities.count, entities[low].tokens.contains(token) else { return nil }
    return entities[low]
  }
}
