package import PatchworkRecord

extension Place {
  /// Whether both are the same place, by id where there is one, else by name.
  package func isSame(as other: Place?) -> Bool {
    guard let other else { return false }
    return id != nil ? id == other.id : name.lowercased() == other.name.lowercased()
  }

  /// Whether both are known and neither holds the other.
  package func differs(from other: Place?) -> Bool {
    guard let other, !isSame(as: other) else { return false }
    if let id, other.within.contains(id) { return false }
    if let id = other.id, within.contains(id) { return false }
    return true
  }
}

extension TimeExpression {
  /// Whether both name the same days.
  package func isSame(as other: TimeExpression?) -> Bool {
    guard let other, let from, let to else { return false }
    return from == other.from && to == other.to
  }

  /// Whether both are dated and share no day.
  package func differs(from other: TimeExpression?) -> Bool {
    guard let from, let to, let otherFrom = other?.from, let otherTo = other?.to else {
      return false
    }
    return to.prefix(10) < otherFrom.prefix(10) || otherTo.prefix(10) < from.prefix(10)
  }
}
