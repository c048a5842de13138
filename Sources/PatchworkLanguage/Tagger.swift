/// The linear layer that gives every token its tag, and the tags it knows.
struct Tagger: Sendable {
  let weights: [Float]
  let bias: [Float]
  let tags: [Tag]

  init(_ network: ModelNetwork, labels: [String], labelFile: String) throws(ModelError) {
    guard !labels.isEmpty, labels.count <= 80 else {
      throw .unsupported(file: labelFile, cause: "\(labels.count) labels")
    }
    var tags: [Tag] = []
    for label in labels {
      guard let tag = Tag(rawValue: label) else {
        throw .unknownLabel(file: labelFile, label: label)
      }
      tags.append(tag)
    }
    self.tags = tags
    let layer = try network.layer(named: "softmax")
    weights = try layer.tensor("W", shape: [tags.count, Encoder.width]).values
    bias = try layer.tensor("b", shape: [tags.count]).values
  }
}
