/// What a browser or program asks of the site, free of any server.
public struct SiteRequest: Sendable {
  /// The method in capitals ("GET").
  public var method: String
  /// Path and query as they were sent, percent-encoded.
  public var target: String
  /// Header fields by their names in small letters.
  public var headers: [String: String]
  /// The body.
  public var body: [UInt8]
  /// The address that the connection comes from.
  public var remote: String

  /// Makes a request.
  public init(
    method: String = "GET", target: String, headers: [String: String] = [:], body: [UInt8] = [],
    remote: String = "127.0.0.1"
  ) {
    self.method = method
    self.target = target
    self.headers = headers
    self.body = body
    self.remote = remote
  }

  /// The path without the query, percent-encoded.
  var path: String { String(target.prefix { $0 != "?" }) }

  /// The query without its mark, percent-encoded.
  var query: String {
    target.firstIndex(of: "?").map { String(target[target.index(after: $0)...]) } ?? ""
  }

  /// A cookie's value.
  func cookie(_ name: String) -> String? {
    for pair in (headers["cookie"] ?? "").split(separator: ";") {
      let parts = pair.split(separator: "=", maxSplits: 1)
      if parts.count == 2, parts[0].drop(while: { $0 == " " }) == name { return String(parts[1]) }
    }
    return nil
  }
}

/// What the site answers.
public struct SiteAnswer: Sendable {
  /// The status.
  public var status: Int
  /// Header fields in order.
  public var headers: [(name: String, value: String)]
  /// The body.
  public var body: [UInt8]
  /// The body where it is made while it is sent.
  public var stream: BodyStream?

  /// Makes an answer.
  public init(
    status: Int, headers: [(name: String, value: String)] = [], body: [UInt8] = [],
    stream: BodyStream? = nil
  ) {
    self.status = status
    self.headers = headers
    self.body = body
    self.stream = stream
  }

  /// A field's value, by any spelling of its name.
  public subscript(name: String) -> String? {
    headers.first { $0.name.lowercased() == name.lowercased() }?.value
  }

  /// The body as text.
  public var text: String { String(decoding: bytes, as: UTF8.self) }

  /// The whole body; one that is made while it is sent is made now.
  var bytes: [UInt8] { (try? whole())?.body ?? body }

  /// The whole body and the fields that follow it.
  func whole() throws -> (body: [UInt8], trailers: [(name: String, value: String)]) {
    guard let stream else { return (body, []) }
    var bytes: [UInt8] = []
    let trailers = try stream.write(most: 1) { bytes += $0 }
    return (bytes, trailers)
  }
}
