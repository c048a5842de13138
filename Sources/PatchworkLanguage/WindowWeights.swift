/// The weights of a window layer as the six matrices of the kernels' minimal filtering.
enum WindowWeights {
  /// How each matrix is made from those of the row before, the row itself and the row after.
  private static let transform: [(Double, Double, Double)] = [
    (1.0 / 4, 0, 0), (-1.0 / 6, -1.0 / 6, -1.0 / 6), (-1.0 / 6, 1.0 / 6, -1.0 / 6),
    (1.0 / 24, 1.0 / 12, 1.0 / 6), (1.0 / 24, -1.0 / 12, 1.0 / 6), (0, 0, 1),
  ]

  /// Weights of 288 rows of 288 inputs as 864 packed columns of 96 inputs: one third after the other.
  static func parts(_ weights: [Float]) -> FloatBlock {
    Panels.pack(
      weights, inputs: Encoder.width,
      rows: (0..<3).flatMap { part in Panels.maxoutRows.map { $0 * 3 + part } })
  }

  /// Weights of 288 rows (output, piece) of 288 inputs to six packed matrices of 96 inputs.
  static func transformed(_ weights: [Float]) -> FloatBlock {
    let width = Encoder.width
    let block = FloatBlock(zeros: 6 * 288 * width)
    var matrix = [Float](repeating: 0, count: 288 * width)
    for (index, factor) in transform.enumerated() {
      for row in 0..<288 {
        for input in 0..<width {
          let at = row * 3 * width + input
          matrix[row * width + input] = Float(
            factor.0 * Double(weights[at]) + factor.1 * Double(weights[at + width])
              + factor.2 * Double(weights[at + 2 * width]))
        }
      }
      Panels.fill(
        block.floats + index * 288 * width, matrix, inputs: width, rows: Panels.maxoutRows)
    }
    return block
  }
}
