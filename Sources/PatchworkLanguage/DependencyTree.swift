/// Sentence starts, and the repair of arcs that the parser could only mark.
final class DependencyTree {
  private let leftEdge = Growable<Int32>()
  private let rightEdge = Growable<Int32>()
  private var level: [Int32] = []
  private var nextLevel: [Int32] = []
  private let plain: [UInt8]
  private let wanted: [Int32]
  /// Whether a sentence starts at each token.
  let starts = Growable<Bool>()

  init(moves: ParserMoves) {
    plain = moves.plain
    wanted = moves.wanted
  }

  /// Makes headless tokens roots, lifts marked arcs, and finds the sentence starts.
  ///
  /// `heads` and `labels` are changed; a label of -1 is a root's.
  func finish(
    count: Int, heads: UnsafeMutablePointer<Int32>, labels: UnsafeMutablePointer<Int32>,
    isSpace: (Int) -> Bool
  ) {
    guard count > 0 else { return }
    for index in 0..<count where heads[index] < 0 {
      heads[index] = Int32(index)
      labels[index] = -1
    }
    findEdges(count, heads)
    var lifted = false
    for index in 0..<count where labels[index] >= 0 && wanted[Int(labels[index])] != -1 {
      lift(index, heads, labels, isSpace)
      lifted = true
    }
    if lifted { findEdges(count, heads) }
    starts.fill(false, count: count)
    for index in 0..<count where Int(heads[index]) == index { starts[Int(leftEdge[index])] = true }
  }

  /// The dependency of a label number.
  func dependency(_ label: Int32) -> UInt8 { label < 0 ? ArcLabels.root : plain[Int(label)] }

  /// Moves a token below the first word under its head whose label is the one wanted.
  private func lift(
    _ index: Int, _ heads: UnsafeMutablePointer<Int32>, _ labels: UnsafeMutablePointer<Int32>,
    _ isSpace: (Int) -> Bool
  ) {
    let label = Int(labels[index])
    level.removeAll(keepingCapacity: true)
    level.append(heads[index])
    var found = -1
    search: while !level.isEmpty {
      nextLevel.removeAll(keepingCapacity: true)
      for node in level {
        let node = Int(node)
        for child in Int(leftEdge[node])...Int(rightEdge[node]) {
          if child == node || Int(heads[child]) != node || child == index || isSpace(child) {
            continue
          }
          if labels[child] >= 0, labels[child] == wanted[label] {
            found = child
            break search
          }
          nextLevel.append(Int32(child))
        }
      }
      swap(&level, &nextLevel)
    }
    if found >= 0 { heads[index] = Int32(found) }
    settled(index, labels)
  }

  /// Replaces a marked label by the number of its plain one, so that later searches see that.
  private func settled(_ index: Int, _ labels: UnsafeMutablePointer<Int32>) {
    labels[index] = plainLabel[Int(labels[index])]
  }

  /// For every label the number of a label that is the same dependency without a mark.
  private lazy var plainLabel: [Int32] = plain.indices.map { index in
    let same = plain.indices.first { wanted[$0] == -1 && plain[$0] == plain[index] }
    return Int32(same ?? index)
  }

  /// Left and right edges of every token's subtree, also where arcs cross.
  private func findEdges(_ count: Int, _ heads: UnsafeMutablePointer<Int32>) {
    leftEdge.reserve(count)
    rightEdge.reserve(count)
    let (left, right) = (leftEdge.base, rightEdge.base)
    for index in 0..<count {
      left[index] = Int32(index)
      right[index] = Int32(index)
    }
    @inline(__always) func widen(_ index: Int) {
      let head = Int(heads[index])
      if left[index] < left[head] { left[head] = left[index] }
      if right[index] > right[head] { right[head] = right[index] }
    }
    for _ in 0...11 {
      for index in 0..<count { widen(index) }
      for index in stride(from: count - 1, through: 0, by: -1) { widen(index) }
      if headsStayInside(count, heads) { break }
    }
  }

  /// Whether no head lies outside the sentence that the edges make.
  private func headsStayInside(_ count: Int, _ heads: UnsafeMutablePointer<Int32>) -> Bool {
    starts.fill(false, count: count)
    for index in 0..<count where Int(heads[index]) == index { starts[Int(leftEdge[index])] = true }
    var start = 0
    for index in 0..<count where (index > 0 && starts[index]) || index == count - 1 {
      for inner in start..<index where heads[inner] < start || heads[inner] >= index + 1 {
        return false
      }
      start = index
    }
    return true
  }
}
