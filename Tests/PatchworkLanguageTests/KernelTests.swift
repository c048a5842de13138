import PatchworkKernels
import Testing

@testable import PatchworkLanguage

/// The fast kernels against plain loops in double precision, on every variant this processor can run.
@Suite struct KernelTests {
  static let variants: [Int] = (0..<3).filter { pw_variant($0) != nil }
  static let rowCounts = [1, 4, 6, 13]

  private func kernels(_ variant: Int) throws -> pw_kernels {
    try #require(pw_variant(variant)).pointee
  }

  private func close(_ a: [Float], _ b: [Double], _ tolerance: Double) -> Bool {
    zip(a, b).allSatisfy { abs(Double($0) - $1) <= tolerance * max(1, abs($1)) }
  }

  @Test(arguments: variants, rowCounts)
  func `products of packed weights equal plain sums`(variant: Int, rows: Int) throws {
    let kernels = try kernels(variant)
    var random = SeededNumbers(UInt64(rows))
    for (inputs, columns) in [(96, 114), (64, 128), (300, 96), (5, 1)] {
      let a = random.floats(rows * inputs)
      let weights = random.floats(columns * inputs)
      let packed = Panels.pack(weights, inputs: inputs, rows: Array(0..<columns))
      let panels = Panels.count(columns: columns)
      let length = panels * Panels.width
      var c = [Float](repeating: .nan, count: rows * length)
      kernels.multiply(a, inputs, rows, inputs, packed.pointer, panels, &c, length)
      for row in 0..<rows {
        let expected = (0..<length).map { column in
          column >= columns
            ? 0
            : (0..<inputs).reduce(0.0) {
              $0 + Double(a[row * inputs + $1]) * Double(weights[column * inputs + $1])
            }
        }
        #expect(close(Array(c[row * length..<(row + 1) * length]), expected, 1e-4))
      }
    }
  }

  /// Norm of the best piece of every output, with outputs and pieces in the model files' order.
  private func twin(_ sums: [Double], _ gain: [Float], _ shift: [Float]) -> [Double] {
    let best = (0..<96).map { output in (0..<3).map { sums[output * 3 + $0] }.max() ?? 0 }
    let mean = best.reduce(0, +) / 96
    let variance = best.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 96
    return (0..<96).map {
      (best[$0] - mean) / (variance + 1e-8).squareRoot() * Double(gain[$0]) + Double(shift[$0])
    }
  }

  @Test(arguments: variants, rowCounts)
  func `a window layer equals a plain convolution`(variant: Int, rows: Int) throws {
    let kernels = try kernels(variant)
    var random = SeededNumbers(UInt64(1000 + rows))
    let weights = random.floats(288 * 288).map { $0 * 0.2 }
    let bias = random.floats(288)
    let (gain, shift) = (random.floats(96), random.floats(96))
    let packed = WindowWeights.transformed(weights)
    let packedBias = FloatBlock(Panels.maxoutRows.map { bias[$0] })
    let (gains, shifts) = (FloatBlock(gain), FloatBlock(shift))
    let values = random.floats(rows * 96)
    let padded = FloatBlock(
      [Float](repeating: 0, count: 96) + values + [Float](repeating: 0, count: 6 * 96))
    let scratch = FloatBlock(zeros: pw_scratch(rows))
    var layer = pw_layer(
      weights: packed.pointer, bias: packedBias.pointer, gain: gains.pointer,
      shift: shifts.pointer)
    kernels.window(padded.floats + 96, rows, &layer, scratch.floats)
    func value(_ row: Int, _ column: Int) -> Double {
      (0..<rows).contains(row) ? Double(values[row * 96 + column]) : 0
    }
    for row in 0..<rows {
      let sums = (0..<288).map { output in
        (0..<288).reduce(Double(bias[output])) { sum, input in
          sum + Double(weights[output * 288 + input]) * value(row - 1 + input / 96, input % 96)
        }
      }
      let expected = twin(sums, gain, shift).enumerated().map { value(row, $0.offset) + $0.element }
      let given = (0..<96).map { padded.floats[(row + 1) * 96 + $0] }
      #expect(close(given, expected, 1e-4))
    }
    let beyond = (0..<6 * 96).map { padded.floats[(rows + 1) * 96 + $0] }
    #expect(beyond.allSatisfy { $0 == 0 })
  }

  @Test(arguments: variants, [(8, 112), (3, 80), (1, 16)])
  func `a state's scores equal plain sums`(variant: Int, sizes: (features: Int, padded: Int)) throws
  {
    let kernels = try kernels(variant)
    var random = SeededNumbers(UInt64(sizes.padded))
    let rows = (0..<sizes.features).map { _ in FloatBlock(random.floats(128)) }
    let bias = random.floats(128)
    let upper = random.floats(64 * sizes.padded)
    let upperBias = random.floats(sizes.padded)
    var scores = [Float](repeating: .nan, count: sizes.padded)
    kernels.score(
      rows.map(\.pointer), sizes.features, bias, upper, upperBias, sizes.padded, &scores)
    let hidden = (0..<64).map { unit in
      [unit, unit + 64].map { place in
        rows.reduce(Double(bias[place])) { $0 + Double($1.floats[place]) }
      }.max() ?? 0
    }
    let expected = (0..<sizes.padded).map { column in
      (0..<64).reduce(Double(upperBias[column])) {
        $0 + hidden[$1] * Double(upper[$1 * sizes.padded + column])
      }
    }
    #expect(close(scores, expected, 1e-4))
  }

  @Test(arguments: variants)
  func `the best of a range is its first largest`(variant: Int) throws {
    let kernels = try kernels(variant)
    var random = SeededNumbers(7)
    for _ in 0..<300 {
      let scores = (0..<112).map { _ in Float(Int.random(in: 0..<40, using: &random)) }
      let from = Int.random(in: 0..<112, using: &random)
      let to = Int.random(in: from + 1...112, using: &random)
      let top = scores[from..<to].max()
      #expect(kernels.best(scores, from, to) == scores[from..<to].firstIndex { $0 == top })
    }
  }
}
