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

  /// Bodies that are made at once while they are sent; further ones wait.
  static let mostStreams = 4
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
    let makers = NIOThreadPool(numberOfThreads: Self.mostStreams)
    makers.start()
    let responder = CallbackResponder { (request: Request, context: PeerContext) in
      let asked = try await Self.asked(request, from: context.remote)
      // The record is read and written by calls that block; they run beside the event loops.
      let answer = try await NIOThreadPool.singleton.runIfActive { site.answer(asked) }
      return Self.response(answer, makers, log: site.options.log)
    }
    let application = Application(
      responder: responder,
      server: try certificate.map { try .tls(tlsConfiguration: $0.configuration) } ?? .http1(),
      configuration: ApplicationConfiguration(
        address: .hostname(host, port: port), serverName: nil),
      onServerRunning: { channel in listening(channel.localAddress?.port ?? 0) },
      logger: logger)
    do { try await application.runService() } catch {
      try? await makers.shutdownGracefully()
      throw error
    }
    try await makers.shutdownGracefully()
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

  private static func response(
    _ answer: SiteAnswer, _ makers: NIOThreadPool, log: @escaping @Sendable (String) -> Void
  ) -> Response {
    Response(
      status: HTTPResponse.Status(code: answer.status), headers: fields(answer.headers),
      body: answer.stream.map { body(of: $0, makers, log: log) }
        ?? ResponseBody(byteBuffer: ByteBuffer(bytes: answer.body)))
  }

  /// A body that is made on a thread of its own while it is sent; where that fails the connection breaks off, so that nobody
  /// takes a part for the whole.
  private static func body(
    of stream: BodyStream, _ makers: NIOThreadPool, log: @escaping @Sendable (String) -> Void
  ) -> ResponseBody {
    ResponseBody { writer in
      let pipe = BodyPipe()
      makers.submit { state in
        // A server that ends makes no more bodies.
        guard case .active = state else { return pipe.breakOff() }
        if let error = pipe.fill(from: stream), !(error is BodyPipe.Abandoned) { log("\(error)") }
      }
      do {
        while true {
          switch try await pipe.next() {
          case .piece(let bytes): try await writer.write(ByteBuffer(bytes: bytes))
          case .end(let trailers): return try await writer.finish(fields(trailers))
          }
        }
      } catch {
        pipe.abandon()
        throw error
      }
    }
  }

  private static func fields(_ headers: [(name: String, value: String)]) -> HTTPFields {
    var fields = HTTPFields()
    for (name, value) in headers {
      if let name = HTTPField.Name(name) { fields.append(HTTPField(name: name, value: value)) }
    }
    return fields
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
