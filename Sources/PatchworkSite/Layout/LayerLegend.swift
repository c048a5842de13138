import PatchworkDisplay

/// What the colours of layers say, each with a swatch of its own, so that it holds in the light and in the dark.
enum LayerLegend {
  static let html = HTML(
    [
      ("adverse", "harm is said"), ("favourable", "good is said"), ("rival", "rival, or neither"),
      ("carried", "last said before"), ("empty", "no report, which is not calm"),
    ].map { kind, words in
      "<span class=\"swatch \(kind)\"></span>\u{00A0}\(words)" as HTML
    }, separator: " · ")
}
