/// Builds a text's dependency tree by arc-eager transitions that can repair earlier choices.
final class DependencyParser {
  private let moves: ParserMoves
  private let pages: EncodedPages
  private let scorer: StateScorer

  private var stack: [Int32] = []
  private var rebuffer: [Int32] = []
  private let newestLeft = Growable<Int32>()
  private let newestRight = Growable<Int32>()
  private let olderSibling = Growable<Int32>()
  private let unshiftable = Growable<Bool>()
  private let starts = Growable<Bool>()
  /// Head of every token, or -1, and the number of its label.
  let heads = Growable<Int32>()
  let labels = Growable<Int32>()

  init(moves: ParserMoves, pages: EncodedPages, scorer: StateScorer) {
    self.moves = moves
    self.pages = pages
    self.scorer = scorer
  }

  /// Parses `count` tokens that stand at `offset` in the pages' stream.
  func parse(count: Int, offset: Int) {
    heads.fill(-1, count: count)
    labels.fill(-1, count: count)
    newestLeft.fill(-1, count: count)
    newestRight.fill(-1, count: count)
    olderSibling.fill(-1, count: count)
    unshiftable.fill(false, count: count)
    starts.fill(false, count: count)
    stack.removeAll(keepingCapacity: true)
    rebuffer.removeAll(keepingCapacity: true)
    var next = 0
    while !stack.isEmpty || next < count || !rebuffer.isEmpty {
      next = step(next, count, offset)
    }
  }

  /// Takes one action, and returns the first token that was never taken from the buffer.
  @inline(__always)
  private func step(_ first: Int, _ count: Int, _ offset: Int) -> Int {
    var next = first
    let returned = rebuffer.count
    let depth = stack.count
    let b0 = returned > 0 ? Int(rebuffer[returned - 1]) : next < count ? next : -1
    let second = next + 1 - returned
    let b1 = returned > 1 ? Int(rebuffer[returned - 2]) : second < count ? second : -1
    let s0 = depth > 0 ? Int(stack[depth - 1]) : -1
    scorer.set(0, b0, offset: offset)
    scorer.set(1, b1, offset: offset)
    scorer.set(2, s0, offset: offset)
    scorer.set(3, depth > 1 ? Int(stack[depth - 2]) : -1, offset: offset)
    scorer.set(4, depth > 2 ? Int(stack[depth - 3]) : -1, offset: offset)
    scorer.setRare(5, b0 >= 0 ? Int(newestLeft[b0]) : -1, offset: offset)
    scorer.setRare(6, s0 >= 0 ? Int(newestLeft[s0]) : -1, offset: offset)
    scorer.setRare(7, s0 >= 0 ? Int(newestRight[s0]) : -1, offset: offset)
    scorer.score()

    let length = count - next + returned
    let atStart = b0 >= 0 && starts[b0]
    var best = -1
    if depth == 0 || (length >= 2 && !atStart && !unshiftable[b0]) {
      scorer.consider(moves.ranges[ParserMoves.shift], &best)
    }
    if depth > 0 {
      scorer.consider(moves.ranges[ParserMoves.reduce], &best)
      if length > 0, !atStart {
        scorer.consider(moves.ranges[ParserMoves.left], &best)
        scorer.consider(moves.ranges[ParserMoves.right], &best)
      }
    }
    if length >= 2, b1 == b0 + 1, !starts[b1] {
      scorer.consider(moves.ranges[ParserMoves.breakSentence], &best)
    }

    switch moves.actions[best] {
    case ParserMoves.shift: next = push(next)
    case ParserMoves.reduce:
      stack.removeLast()
      if heads[s0] < 0, depth > 1 {
        unshiftable[s0] = true
        rebuffer.append(Int32(s0))
      }
    case ParserMoves.left:
      attach(s0, to: b0, moves.classLabels[best])
      unshiftable[b0] = false
      stack.removeLast()
    case ParserMoves.right:
      attach(b0, to: s0, moves.classLabels[best])
      next = push(next)
    default: starts[b1] = true
    }
    return next
  }

  private func push(_ next: Int) -> Int {
    if let returned = rebuffer.popLast() {
      stack.append(returned)
      return next
    }
    stack.append(Int32(next))
    return next + 1
  }

  private func attach(_ child: Int, to head: Int, _ label: Int32) {
    let old = Int(heads[child])
    if old >= 0 {
      let newest = old < child ? newestRight : newestLeft
      if newest[old] == Int32(child) { newest[old] = olderSibling[child] }
    }
    let newest = head < child ? newestRight : newestLeft
    olderSibling[child] = newest[head]
    newest[head] = Int32(child)
    heads[child] = Int32(head)
    labels[child] = label
  }
}
