import PatchworkKernels

/// Rows of a transition model's hidden layer for every token of a stream, computed when asked for.
///
/// A token's vector depends on four neighbours on each side only, so that a page of the stream can be
/// encoded by itself, and rows are then made a block at a time. A few pages and blocks are kept, the
/// last ones asked for, and memory does not grow with the text.
final class EncodedPages {
  /// Rows of a block, and of a page; a page and its neighbours fill whole tiles of the kernels.
  static let blockRows = 63
  static let pageRows = 504
  /// More blocks than a state has features, so that the rows of one state are valid together.
  private static let blockSlots = 12
  private static let pageSlots = 8

  private let encoder: Encoder
  private let network: StepNetwork
  private let kernels: pw_kernels
  private let embeddings: EmbeddingCache
  private let firstLayer: FirstLayerCache
  private let tagCount: Int
  private let rowLength: Int

  private let blocks: SlotTable
  private let blockFloats: FloatBlock
  /// Which rarer features of each row are computed, one bit each.
  private let blockRare = Growable<UInt8>(blockSlots * blockRows)
  private let pages: SlotTable
  private let pageFloats: FloatBlock

  private var stream: UnsafePointer<Int32>?
  private var streamCount = 0
  private var lexemes: [Lexeme] = []
  /// The tag of every row, as the tagger's class; set when its page is encoded.
  let tags = Growable<UInt8>(64)

  private let vectors: FloatBlock
  private let scratch: FloatBlock
  private let columns: Int
  private let projected: FloatBlock

  init(
    encoder: Encoder, network: StepNetwork, tagCount: Int, vectors: Vectors, kernels: pw_kernels,
    room: CacheRoom
  ) {
    self.encoder = encoder
    self.network = network
    self.kernels = kernels
    self.tagCount = tagCount
    embeddings = EmbeddingCache(
      capacity: room.vectors, encoder: encoder, vectors: vectors, kernels: kernels)
    firstLayer = FirstLayerCache(capacity: room.products, encoder: encoder, kernels: kernels)
    rowLength = network.rowLength
    blocks = SlotTable(slots: Self.blockSlots)
    pages = SlotTable(slots: Self.pageSlots)
    blockFloats = FloatBlock(zeros: Self.blockSlots * Self.blockRows * rowLength)
    pageFloats = FloatBlock(zeros: Self.pageSlots * Self.pageRows * StepNetwork.hidden)
    let most = Self.pageRows + 2 * Encoder.reach
    self.vectors = FloatBlock(zeros: (most + 8) * Encoder.width)
    scratch = FloatBlock(zeros: pw_scratch(most))
    columns = network.projectionPanels * Panels.width
    projected = FloatBlock(zeros: Self.pageRows * columns)
  }

  /// The key of a token in a stream.
  @inline(__always)
  func key(lexeme: Int32, hasSpace: Bool) -> Int32 {
    embeddings.key(lexeme: lexeme, hasSpace: hasSpace)
  }

  /// Forgets the vectors of all forms.
  func removeAll() {
    embeddings.removeAll()
    firstLayer.removeAll()
  }

  /// Starts a stream: texts' keys, each text between four negative keys.
  ///
  /// It must outlive the pages' use.
  func begin(_ stream: UnsafePointer<Int32>, count: Int, lexemes: [Lexeme]) {
    self.stream = stream
    self.lexemes = lexemes
    streamCount = count
    blocks.begin(count / Self.blockRows + 1)
    pages.begin(count / Self.pageRows + 1)
    tags.reserve(count)
  }

  func end() {
    stream = nil
    lexemes = []
  }

  /// The row of a token by its place in the stream; valid until eleven other blocks were asked for.
  @inline(__always)
  func row(_ index: Int) -> UnsafePointer<Float> {
    let block = index / Self.blockRows
    var slot = blocks.slot(of: block)
    if slot < 0 { slot = load(block) }
    return blockFloats.pointer
      + (slot * Self.blockRows + index - block * Self.blockRows) * rowLength
  }

  /// The share of a row for a feature that few tokens serve as; valid as long as the row.
  @inline(__always)
  func row(_ index: Int, rareFeature feature: Int) -> UnsafePointer<Float> {
    let block = index / Self.blockRows
    var slot = blocks.slot(of: block)
    if slot < 0 { slot = load(block) }
    let row = slot * Self.blockRows + index - block * Self.blockRows
    let bit = UInt8(1) << UInt8(feature - network.commonFeatures)
    let floats = blockFloats.floats + row * rowLength + network.place(of: feature)
    if blockRare[row] & bit == 0 {
      blockRare[row] |= bit
      kernels.expand(
        hidden(index), network.rareLower[feature - network.commonFeatures].pointer, floats)
    }
    return UnsafePointer(floats)
  }

  /// A token's inputs to the hidden layer.
  private func hidden(_ index: Int) -> UnsafePointer<Float> {
    let page = index / Self.pageRows
    var slot = pages.slot(of: page)
    if slot < 0 {
      slot = pages.take(page)
      encode(page, to: pageFloats.floats + slot * Self.pageRows * StepNetwork.hidden)
    }
    return pageFloats.pointer
      + (slot * Self.pageRows + index - page * Self.pageRows) * StepNetwork.hidden
  }

  private func load(_ block: Int) -> Int {
    let first = block * Self.blockRows
    let hidden = hidden(first)
    let slot = blocks.take(block)
    (blockRare.base + slot * Self.blockRows).update(repeating: 0, count: Self.blockRows)
    kernels.multiply(
      hidden, StepNetwork.hidden, min(Self.blockRows, streamCount - first), StepNetwork.hidden,
      network.lower.pointer, network.lowerPanels,
      blockFloats.floats + slot * Self.blockRows * rowLength, rowLength)
    return slot
  }

  /// Encodes a page's tokens, tags them, and projects them to the hidden layer's inputs.
  private func encode(_ page: Int, to output: UnsafeMutablePointer<Float>) {
    guard let stream else { return }
    let width = Encoder.width
    let hidden = StepNetwork.hidden
    let first = page * Self.pageRows
    let last = min(first + Self.pageRows, streamCount)
    let from = max(0, first - Encoder.reach)
    let count = min(streamCount, last + Encoder.reach) - from
    let x = vectors.floats + width
    embeddings.copy(stream + from, count: count, to: x, lexemes: lexemes)
    firstLayer.apply(stream + from, count: count, to: x, vectors: embeddings)
    // Beyond the ends, window layers must see zeros.
    (x - width).update(repeating: 0, count: width)
    (x + count * width).update(repeating: 0, count: 6 * width)
    for var layer in encoder.layers.dropFirst() { kernels.window(x, count, &layer, scratch.floats) }

    let rows = last - first
    kernels.multiply(
      x + (first - from) * width, width, rows, width, network.projection.pointer,
      network.projectionPanels, projected.floats, columns)
    kernels.add(projected.floats, rows, columns, network.projectionBias.pointer, columns)
    for row in 0..<rows {
      let values = projected.pointer + row * columns
      (output + row * hidden).update(from: values, count: hidden)
      if tagCount > 0 {
        let best = kernels.best(values, hidden, hidden + tagCount)
        tags[first + row] = UInt8(truncatingIfNeeded: best - hidden)
      }
    }
  }
}
