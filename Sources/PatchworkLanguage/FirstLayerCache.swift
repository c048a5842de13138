import PatchworkKernels

/// Products of written forms' vectors with the first window layer's weights, for one encoder.
///
/// The layer is linear before its maximum, so that its values at a token are a sum of three rows that
/// depend on one form each. The forms met longest ago make room for new ones.
final class FirstLayerCache {
  private static let length = 864
  private static let chunk = 64

  private let capacity: Int
  private let encoder: Encoder
  private let kernels: pw_kernels
  private let rows: UnsafeMutablePointer<Float>
  private let zeros = FloatBlock(zeros: length)
  private var used = 0
  private let keyByRow: Growable<Int32>
  /// When a row was last asked for; 0 once the hand has passed since.
  private let timeByRow: Growable<Int>
  private var time = 0
  private var hand = 0
  private let rowByKey = Growable<Int32>(1024)
  private var keys = 0
  private var missing: [Int] = []
  private let inputs = FloatBlock(zeros: chunk * Encoder.width)
  private let outputs = FloatBlock(zeros: chunk * length)
  private let parts = Growable<UnsafePointer<Float>>(1024)

  /// Makes a cache of so many forms, a multiple of what a stream of one page holds.
  init(capacity: Int, encoder: Encoder, kernels: pw_kernels) {
    self.capacity = capacity
    keyByRow = Growable(capacity)
    timeByRow = Growable(capacity)
    self.encoder = encoder
    self.kernels = kernels
    // Untouched room costs no memory, so that small runs stay small.
    rows = .allocate(capacity: capacity * Self.length)
  }

  deinit { rows.deallocate() }

  /// Forgets all keys.
  func removeAll() {
    used = 0
    hand = 0
    rowByKey.base.update(repeating: -1, count: keys)
    keys = 0
  }

  /// Applies the first window layer in place to the vectors of a stream's keys.
  ///
  /// The stream is far shorter than the cache's capacity.
  func apply(
    _ stream: UnsafePointer<Int32>, count: Int, to x: UnsafeMutablePointer<Float>,
    vectors: EmbeddingCache
  ) {
    time += 1
    missing.removeAll(keepingCapacity: true)
    for index in 0..<count {
      let key = Int(stream[index])
      guard key >= 0 else { continue }
      if key >= keys { add(key) }
      if rowByKey[key] < 0 {
        let row = freeRow()
        rowByKey[key] = Int32(row)
        keyByRow[row] = Int32(key)
        missing.append(key)
      }
      timeByRow[Int(rowByKey[key])] = time
    }
    fill(vectors)
    parts.reserve(count + 2)
    parts[0] = zeros.pointer
    parts[count + 1] = zeros.pointer
    for index in 0..<count {
      let key = Int(stream[index])
      parts[index + 1] = key >= 0 ? pointer(to: Int(rowByKey[key])) : zeros.pointer
    }
    var layer = encoder.layers[0]
    kernels.join(parts.base, count, &layer, x)
  }

  private func pointer(to row: Int) -> UnsafePointer<Float> {
    UnsafePointer(rows + row * Self.length)
  }

  /// A new row, or one that was not asked for since the hand last passed it.
  private func freeRow() -> Int {
    if used < capacity {
      used += 1
      return used - 1
    }
    while true {
      hand = hand + 1 == capacity ? 0 : hand + 1
      if timeByRow[hand] == time { continue }
      if timeByRow[hand] == 0 {
        rowByKey[Int(keyByRow[hand])] = -1
        return hand
      }
      timeByRow[hand] = 0
    }
  }

  private func add(_ key: Int) {
    rowByKey.grow(max(key + 1, keys * 2), keeping: keys)
    (rowByKey.base + keys).update(repeating: -1, count: rowByKey.capacity - keys)
    keys = rowByKey.capacity
  }

  private func fill(_ vectors: EmbeddingCache) {
    let width = Encoder.width
    var start = 0
    while start < missing.count {
      let count = min(Self.chunk, missing.count - start)
      for place in 0..<count {
        (inputs.floats + place * width).update(
          from: vectors.row(of: missing[start + place]), count: width)
      }
      kernels.multiply(
        inputs.pointer, width, count, width, encoder.firstWeights.pointer, 18, outputs.floats,
        Self.length)
      for place in 0..<count {
        let row = Int(rowByKey[missing[start + place]])
        (rows + row * Self.length).update(
          from: outputs.pointer + place * Self.length, count: Self.length)
      }
      start += count
    }
  }
}
