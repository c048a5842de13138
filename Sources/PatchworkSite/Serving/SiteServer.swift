import HTTPTypes
import Hummingbird
import HummingbirdTLS
import Logging
import NIOCore
import NIOPosix

/// Carries requests from sockets to a site and its answers back.
public struct SiteServer: Sendable {
  /// The site.
  public let site: Site
  /// Where it listens.
  public let host: String
  /// The port; 0 is any free one.
  public let port: Int
  /// What it shows of itself over HTTPS; nil where it speaks HTTP.
  public let certificate: SiteCertificate?

  /// The largest body that is taken, in bytes.
  static let mostBody = 4 << 20

  /// Makes a server for a site.
  public init(_ site: Site, host: String, port: Int, certificate: SiteCertificate? = nil) {
    self.site = site
    self.certificate = certificate
    self.host = host
    self.port = port
  }

  /// Serves until the process is told to stop; `listening` is called with the port once it is open.
  ///
  /// Errors: those of the system when the address cannot be used.
  public func run(listening: @escaping @Sendable (Int) -> Void) async throws {
    var logger = Logger(label: "patchwork.site") { _ in SwiftLogNoOpLogHandler() }
    logger.logLevel = .critical
    let site = site
    let responder = CallbackResponder { (request: Request, context: PeerContext) in
      let asked = try await Self.asked(request, from: context.remote)
      // The record is read and written by calls that block; they run beside the event loops.
      let answer = try await NIOThreadPool.singleton.runIfActive { site.answer(asked) }
      return Self.response(answer)
    }
    let application = Application(
      responder: responder,
      server: try certificate.map { try .tls(tlsConfiguration: $0.configuration) } ?? .http1(),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { channel in listening(channel.localAddress?.port ?? 0) },
      logger: logger)
    try await application.runService()
  }

  private static func asked(_ request: Request, from remote: String) async throws -> SiteRequest {
    var headers: [String: String] = [:]
    for field in request.headers { headers[field.name.canonicalName] = field.value }
    if let host = request.head.authority { headers["host"] = host }
    var body: [UInt8] = []
    if request.method != .get, request.method != .head {
      do {
        body = Array(buffer: try await request.body.collect(upTo: mostBody))
      } catch is NIOTooManyBytesError {
        throw HTTPError(.contentTooLarge)
      }
    }
    return SiteRequest(
      method: request.method.rawValue, target: request.head.path ?? "/", headers: headers,
      body: body, remote: remote)
  }

  private static func response(_ answer: SiteAnswer) -> Response {
    var fields = HTTPFields()
    for (name, value) in answer.headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    return Response(
      status: HTTPResponse.Status(code: answer.status), headers: fields,
      body: answer.file.map(body) ?? ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
  }

  /// A file piece by piece, read beside the event loops.
  private static func body(of file: BodyFile) -> ResponseBody {
    ResponseBody(contentLength: file.count) { writer in
      var done = 0
      while done < file.count {
        let from = done
        let bytes = try await NIOThreadPool.singleton.runIfActive {
          try file.read(from: from, most: 1 << 18)
        }
        if bytes.isEmpty { break }
        done += bytes.count
        try await writer.write(ByteBuffer(bytes: bytes))
      }
      try await writer.finish(nil)
    }
  }
}

/// What the server knows of a connection: where it comes from.
struct PeerContext: RequestContext {
  var coreContext: CoreRequestContextStorage
  let remote: String

  init(source: ApplicationRequestContextSource) {
    coreContext = CoreRequestContextStorage(source: source)
    remote = source.channel.remoteAddress?.ipAddress ?? ""
  }
}
