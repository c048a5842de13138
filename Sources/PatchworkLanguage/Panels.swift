/// Packs rows of weights into the kernels' panels of 48 columns.
enum Panels {
  static let width = 48

  /// The number of panels that hold so many columns.
  static func count(columns: Int) -> Int { (columns + width - 1) / width }

  /// Packs weights of `inputs` values a row; `rows[c]` is the row that becomes column c.
  static func pack(_ weights: [Float], inputs: Int, rows: [Int]) -> FloatBlock {
    let block = FloatBlock(zeros: count(columns: rows.count) * width * inputs)
    fill(block.floats, weights, inputs: inputs, rows: rows)
    return block
  }

  static func fill(
    _ packed: UnsafeMutablePointer<Float>, _ weights: [Float], inputs: Int, rows: [Int]
  ) {
    for (column, row) in rows.enumerated() {
      let panel = packed + column / width * inputs * width + column % width
      for input in 0..<inputs { panel[input * width] = weights[row * inputs + input] }
    }
  }

  /// The order in which a max-out layer's rows (output, then piece) become columns.
  static let maxoutRows: [Int] = (0..<288).map { column in
    let (panel, rest) = column.quotientAndRemainder(dividingBy: width)
    return (panel * 16 + rest % 16) * 3 + rest / 16
  }
}
