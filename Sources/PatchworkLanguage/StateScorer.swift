import PatchworkKernels

/// Scores the actions of a transition state from the rows of the tokens that describe it.
final class StateScorer {
  private let network: StepNetwork
  private let kernels: pw_kernels
  private let pages: EncodedPages
  private let features: UnsafeMutablePointer<UnsafePointer<Float>>
  private let block: FloatBlock
  var scores: UnsafePointer<Float> { block.pointer }

  init(network: StepNetwork, pages: EncodedPages, kernels: pw_kernels) {
    self.network = network
    self.kernels = kernels
    self.pages = pages
    features = .allocate(capacity: network.features)
    features.initialize(repeating: network.absent.pointer, count: network.features)
    block = FloatBlock(zeros: network.padded)
  }

  deinit { features.deallocate() }

  /// Sets a feature's token: its place in the stream, or -1 for none.
  @inline(__always)
  func set(_ feature: Int, _ token: Int, offset: Int) {
    features[feature] =
      token >= 0
      ? pages.row(offset + token) + feature * StepNetwork.feature
      : network.absent.pointer + feature * StepNetwork.feature
  }

  /// Sets a feature for which few tokens serve.
  @inline(__always)
  func setRare(_ feature: Int, _ token: Int, offset: Int) {
    features[feature] =
      token >= 0
      ? pages.row(offset + token, rareFeature: feature)
      : network.absent.pointer + feature * StepNetwork.feature
  }

  @inline(__always)
  func score() {
    kernels.score(
      features, network.features, network.lowerBias.pointer, network.upper.pointer,
      network.upperBias.pointer, network.padded, block.floats)
  }

  /// The first best class among those of a range, where it beats the best so far.
  @inline(__always)
  func consider(_ range: Range<Int>, _ best: inout Int) {
    guard !range.isEmpty else { return }
    let found = kernels.best(scores, range.lowerBound, range.upperBound)
    if best < 0 || scores[found] > scores[best] { best = found }
  }
}
