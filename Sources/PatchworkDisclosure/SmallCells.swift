/// Leaves small numbers out of tables of counts.
public struct SmallCells: Sendable {
  private let smallest: Int

  /// Makes the rule of the tables.
  public init(_ rules: DisclosureRules) { smallest = rules.smallestCell }

  /// The table with numbers from 1 to below the smallest left out, as nil.
  ///
  /// A row or column whose sum is shown beside it loses its next smallest number too where one number alone is left out,
  /// until none can be reckoned back. Rows are as long as one another; O(cells²) at worst.
  public func shown(
    _ rows: [[Int]], hasRowSums: Bool = true, hasColumnSums: Bool = true
  ) -> [[Int?]] {
    var shown: [[Int?]] = rows.map { row in row.map { (1..<smallest).contains($0) ? nil : $0 } }
    var isSettled = false
    while !isSettled {
      isSettled = true
      if hasRowSums {
        for row in shown.indices where shown[row].count(where: { $0 == nil }) == 1 {
          guard let next = Self.next(shown[row]) else { continue }
          shown[row][next] = nil
          isSettled = false
        }
      }
      guard hasColumnSums, let width = shown.first?.count else { continue }
      for column in 0..<width {
        let cells = shown.map { $0[column] }
        guard cells.count(where: { $0 == nil }) == 1, let next = Self.next(cells) else { continue }
        shown[next][column] = nil
        isSettled = false
      }
    }
    return shown
  }

  /// The smallest number that is still shown, not counting nought where there is another.
  private static func next(_ cells: [Int?]) -> Int? {
    cells.indices.filter { cells[$0] != nil }.min {
      let (a, b) = (cells[$0] ?? 0, cells[$1] ?? 0)
      return (a == 0 ? Int.max : a, $0) < (b == 0 ? Int.max : b, $1)
    }
  }
}
