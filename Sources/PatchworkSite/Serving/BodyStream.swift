/// A body that is written while it is sent, so that only a few pieces of it are in memory at once.
public struct BodyStream: Sendable {
  /// Takes a piece; throws where nobody takes any more.
  typealias Sink = (_ piece: [UInt8]) throws -> Void

  /// Names of the fields that follow the body.
  let trailers: [String]
  /// Writes all of it, piece by piece, and gives the values of these fields.
  let write: @Sendable (_ sink: Sink) throws -> [String]

  /// Writes all of it in pieces of at least so many bytes, but for the last, and for the first, which is not waited for.
  func write(most: Int, to sink: Sink) throws -> [(name: String, value: String)] {
    var gathered: [UInt8] = []
    var least = min(most, 1024)
    let values = try write { piece in
      gathered += piece
      guard gathered.count >= least else { return }
      try sink(gathered)
      least = most
      gathered.removeAll(keepingCapacity: true)
    }
    if !gathered.isEmpty { try sink(gathered) }
    return zip(trailers, values).map { ($0, $1) }
  }
}
