import PatchworkKernels

/// Rows of a transition model's hidden layer for every token of a stream, computed a page at a time when asked for.
///
/// A token's vector depends on four neighbours on each side only, so that a page can be computed by
/// itself; a few pages are kept, and memory does not grow with the text.
final class EncodedPages {
  /// Rows of a page.
  static let rows = 248
  private static let slotCount = 10

  private let encoder: Encoder
  private let network: StepNetwork
  private let kernels: pw_kernels
  private let embeddings: EmbeddingCache
  private let tagCount: Int
  private let rowLength: Int

  private let slots: FloatBlock
  private var slotPages: [Int32]
  private var slotTimes: [Int]
  private var time = 0
  private let pageSlots = Growable<Int32>(64)
  private var stream: UnsafePointer<Int32>?
  private var streamCount = 0
  private var lexemes: [Lexeme] = []
  /// The tag of every row, as the tagger's class.
  let tags = Growable<UInt8>(64)

  private let vectors: FloatBlock
  private let scratch: FloatBlock
  private let projected: FloatBlock

  init(
    encoder: Encoder, network: StepNetwork, tagCount: Int, vectors: Vectors, kernels: pw_kernels
  ) {
    self.encoder = encoder
    self.network = network
    self.kernels = kernels
    self.tagCount = tagCount
    embeddings = EmbeddingCache(encoder: encoder, vectors: vectors, kernels: kernels)
    rowLength = network.rowLength
    slots = FloatBlock(zeros: Self.slotCount * Self.rows * rowLength)
    slotPages = Array(repeating: -1, count: Self.slotCount)
    slotTimes = Array(repeating: 0, count: Self.slotCount)
    let most = Self.rows + 2 * Encoder.reach
    self.vectors = FloatBlock(zeros: (most + 8) * Encoder.width)
    scratch = FloatBlock(zeros: pw_scratch(most))
    projected = FloatBlock(zeros: most * network.projectionPanels * Panels.width)
  }

  /// The key of a token in a stream.
  @inline(__always)
  func key(lexeme: Int32, hasSpace: Bool) -> Int32 {
    embeddings.key(lexeme: lexeme, hasSpace: hasSpace)
  }

  /// Forgets the vectors of all forms.
  func removeAll() { embeddings.removeAll() }

  /// Starts a stream: texts' keys, each text between four negative keys.
  ///
  /// It must outlive the pages' use.
  func begin(_ stream: UnsafePointer<Int32>, count: Int, lexemes: [Lexeme]) {
    self.stream = stream
    self.lexemes = lexemes
    streamCount = count
    pageSlots.fill(-1, count: count / Self.rows + 1)
    tags.reserve(count)
    for slot in 0..<Self.slotCount {
      slotPages[slot] = -1
      slotTimes[slot] = 0
    }
  }

  func end() {
    stream = nil
    lexemes = []
  }

  /// The row of a token by its place in the stream; valid until eight other pages were asked for.
  @inline(__always)
  func row(_ index: Int) -> UnsafePointer<Float> {
    let page = index / Self.rows
    var slot = Int(pageSlots[page])
    if slot < 0 { slot = load(page) }
    time += 1
    slotTimes[slot] = time
    return slots.pointer + (slot * Self.rows + index - page * Self.rows) * rowLength
  }

  private func load(_ page: Int) -> Int {
    var slot = 0
    for other in 1..<Self.slotCount where slotTimes[other] < slotTimes[slot] { slot = other }
    if slotPages[slot] >= 0 { pageSlots[Int(slotPages[slot])] = -1 }
    slotPages[slot] = Int32(page)
    pageSlots[page] = Int32(slot)
    compute(page, to: slots.floats + slot * Self.rows * rowLength)
    return slot
  }

  private func compute(_ page: Int, to output: UnsafeMutablePointer<Float>) {
    guard let stream else { return }
    let width = Encoder.width
    let first = page * Self.rows
    let last = min(first + Self.rows, streamCount)
    let from = max(0, first - Encoder.reach)
    let to = min(streamCount, last + Encoder.reach)
    let count = to - from
    let x = vectors.floats + width
    embeddings.copy(stream + from, count: count, to: x, lexemes: lexemes)
    // Beyond the ends, window layers must see zeros.
    (x - width).update(repeating: 0, count: width)
    (x + count * width).update(repeating: 0, count: 6 * width)
    for var layer in encoder.layers { kernels.window(x, count, &layer, scratch.floats) }

    let columns = network.projectionPanels * Panels.width
    let inner = x + (first - from) * width
    let rows = last - first
    kernels.multiply(
      inner, width, rows, width, network.projection.pointer, network.projectionPanels,
      projected.floats, columns)
    kernels.add(projected.floats, rows, columns, network.projectionBias.pointer, columns)
    if tagCount > 0 {
      for row in 0..<rows {
        let best = pw_best(
          projected.floats + row * columns, StepNetwork.hidden, StepNetwork.hidden + tagCount)
        tags[first + row] = UInt8(truncatingIfNeeded: best - StepNetwork.hidden)
      }
    }
    kernels.multiply(
      projected.pointer, columns, rows, StepNetwork.hidden, network.lower.pointer,
      network.lowerPanels, output, rowLength)
  }
}
