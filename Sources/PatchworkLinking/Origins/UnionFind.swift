/// Disjoint sets of numbered things; the smallest number of a set stands for it.
public struct UnionFind: Sendable {
  private var parent: [Int]

  /// Makes that many sets of one.
  public init(count: Int) { parent = Array(0..<count) }

  /// The smallest member of the set of a thing.
  public mutating func find(_ thing: Int) -> Int {
    var root = thing
    while parent[root] != root { root = parent[root] }
    var next = thing
    while parent[next] != root { (parent[next], next) = (root, parent[next]) }
    return root
  }

  /// Makes one set of two.
  public mutating func join(_ a: Int, _ b: Int) {
    let (a, b) = (find(a), find(b))
    parent[max(a, b)] = min(a, b)
  }

  /// The sets with their members, by smallest member.
  public mutating func sets() -> [[Int]] {
    var members: [Int: [Int]] = [:]
    for thing in parent.indices { members[find(thing), default: []].append(thing) }
    return members.keys.sorted().compactMap { members[$0] }
  }
}
