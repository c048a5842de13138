import PatchworkKernels

/// The context-free vectors of the written forms a worker has met, for one encoder.
///
/// A key is a lexeme's number, or twice that plus one for a following space where the encoder looks at it.
final class EmbeddingCache {
  private static let chunk = 64

  private let capacity: Int
  private let encoder: Encoder
  private let kernels: pw_kernels
  private let vectors: Vectors
  private let looksAtSpace: Bool
  private let rows: UnsafeMutablePointer<Float>
  private var used = 0
  private let rowByKey = Growable<Int32>(1024)
  private var keys = 0
  private var missing: [Int32] = []
  private let inputs: FloatBlock
  private let outputs: FloatBlock
  private let vectorRows: FloatBlock
  private let vectorOutputs: FloatBlock

  init(capacity: Int, encoder: Encoder, vectors: Vectors, kernels: pw_kernels) {
    self.capacity = capacity
    self.encoder = encoder
    self.kernels = kernels
    self.vectors = vectors
    looksAtSpace = encoder.tables.count > 4
    // Untouched room costs no memory, so that small runs stay small.
    rows = .allocate(capacity: capacity * Encoder.width)
    inputs = FloatBlock(zeros: Self.chunk * encoder.mixInputs)
    outputs = FloatBlock(zeros: Self.chunk * 288)
    vectorRows = FloatBlock(zeros: encoder.vectorWeights == nil ? 0 : Self.chunk * Vectors.width)
    vectorOutputs = FloatBlock(zeros: encoder.vectorWeights == nil ? 0 : Self.chunk * 96)
  }

  deinit { rows.deallocate() }

  /// The key of a token.
  @inline(__always)
  func key(lexeme: Int32, hasSpace: Bool) -> Int32 {
    looksAtSpace ? lexeme << 1 | (hasSpace ? 1 : 0) : lexeme
  }

  /// Forgets all keys; the lexemes they stand for are gone.
  func removeAll() {
    used = 0
    rowByKey.base.update(repeating: -1, count: keys)
    keys = 0
  }

  /// Copies the vectors of a stream's keys to rows of 96 floats; a negative key is a row of zeros.
  func copy(
    _ stream: UnsafePointer<Int32>, count: Int, to output: UnsafeMutablePointer<Float>,
    lexemes: [Lexeme]
  ) {
    if used + count > capacity { removeAll() }
    missing.removeAll(keepingCapacity: true)
    for index in 0..<count {
      let key = Int(stream[index])
      guard key >= 0 else { continue }
      if key >= keys { add(key) }
      if rowByKey[key] < 0 {
        rowByKey[key] = Int32(used + missing.count)
        missing.append(Int32(key))
      }
    }
    var start = 0
    while start < missing.count {
      let end = min(start + Self.chunk, missing.count)
      compute(missing[start..<end], lexemes)
      start = end
    }
    let width = Encoder.width
    for index in 0..<count {
      let row = output + index * width
      let key = Int(stream[index])
      if key >= 0 {
        row.update(from: rows + Int(rowByKey[key]) * width, count: width)
      } else {
        row.update(repeating: 0, count: width)
      }
    }
  }

  /// The vector of a key that `copy` has met since the last reset.
  func row(of key: Int) -> UnsafePointer<Float> {
    UnsafePointer(rows + Int(rowByKey[key]) * Encoder.width)
  }

  private func add(_ key: Int) {
    let count = max(key + 1, keys * 2)
    rowByKey.grow(count, keeping: keys)
    (rowByKey.base + keys).update(repeating: -1, count: rowByKey.capacity - keys)
    keys = rowByKey.capacity
  }

  private func compute(_ keys: ArraySlice<Int32>, _ lexemes: [Lexeme]) {
    let width = Encoder.width
    let length = encoder.mixInputs
    for (place, key) in keys.enumerated() {
      let lexeme = lexemes[Int(looksAtSpace ? key >> 1 : key)]
      let features: [UInt64] = [
        lexeme.features.0, lexeme.features.1, lexeme.features.2, lexeme.features.3,
        looksAtSpace ? UInt64(key & 1) : 0, lexeme.isSpace ? 1 : 0,
      ]
      let input = inputs.floats + place * length
      for (column, table) in encoder.tables.enumerated() {
        let (a, b, c, d) = StringID.rows(
          of: features[column], seed: table.seed, count: table.rows)
        let base = table.block.pointer
        let (ra, rb) = (base + a * width, base + b * width)
        let (rc, rd) = (base + c * width, base + d * width)
        let output = input + column * width
        for i in 0..<width { output[i] = ((ra[i] + rb[i]) + rc[i]) + rd[i] }
      }
      if encoder.vectorWeights != nil {
        let row = vectorRows.floats + place * Vectors.width
        if let vector = vectors.vector(of: lexeme.form) {
          row.update(from: vector, count: Vectors.width)
        } else {
          row.update(repeating: 0, count: Vectors.width)
        }
      }
    }
    let count = keys.count
    if let weights = encoder.vectorWeights {
      let offset = encoder.tables.count * width
      kernels.multiply(
        vectorRows.pointer, Vectors.width, count, Vectors.width, weights.pointer, 2,
        vectorOutputs.floats, width)
      for place in 0..<count {
        (inputs.floats + place * length + offset).update(
          from: vectorOutputs.pointer + place * width, count: width)
      }
    }
    kernels.multiply(
      inputs.pointer, length, count, length, encoder.mixWeights.pointer, 6, outputs.floats, 288)
    kernels.maxout(
      outputs.pointer, count, encoder.mixBias.pointer, encoder.mixGain.pointer,
      encoder.mixShift.pointer, rows + used * width)
    used += count
  }
}
