import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkPlaces
import PatchworkReading
import PatchworkRecord
import PatchworkSite
import PatchworkStore

/// `patchwork serve`: the record in a browser.
struct Serve: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Opens a record in a browser, for one person on this machine or for a team.",
    discussion: """
      Without users it listens on this machine alone, and whoever reaches it works as one local analyst. To listen \
      elsewhere, add users first (`patchwork users add`), and give it a certificate (--tls-certificate, --tls-key) or put a \
      proxy with HTTPS in front (--behind-https). It calls nobody, and everything that pages need comes with it.

      Examples:
        patchwork serve --db aleppo.record --port 8080
        patchwork serve --db aleppo.record --host 0.0.0.0 --port 8443 --tls-certificate desk.pem --tls-key desk.key
      """)

  @OptionGroup var record: RecordOption

  @Option(help: "The address to listen on.")
  var host = "127.0.0.1"

  @Option(help: "The port; 0 is any free one.")
  var port = 8080

  @Option(
    help: ArgumentHelp(
      "A name by which browsers call it, beside the address; may be given several times.",
      valueName: "host"))
  var name: [String] = []

  @Flag(help: "It is reached through a proxy by HTTPS alone.")
  var behindHttps = false

  @Option(
    help: ArgumentHelp(
      "A PEM file with the certificate by which it is reached over HTTPS, its own first.",
      valueName: "file"))
  var tlsCertificate: String?

  @Option(help: ArgumentHelp("A PEM file with the key of that certificate.", valueName: "file"))
  var tlsKey: String?

  @Option(
    help: ArgumentHelp(
      "The header in which a proxy on this machine names the user.", valueName: "header"))
  var userHeader: String?

  @Option(
    help: ArgumentHelp(
      "The file with the key by which movements are sealed (`patchwork movements key`); without it they stay closed here.",
      valueName: "file"))
  var movementKey: String?

  @Option(
    help: ArgumentHelp(
      "A folder of rules for case files, in place of those that come along.", valueName: "folder"))
  var rules: String?

  @Option(
    help: ArgumentHelp(
      "The address of map tiles with {z}, {x} and {y}; without it no page asks anybody else.",
      valueName: "address"))
  var tiles: String?

  @Option(help: ArgumentHelp("Who made the tiles, to stand under maps.", valueName: "words"))
  var tilesCredit = ""

  @Flag(help: "Nothing that the record holds is changed through it, whatever its mode is.")
  var readOnly = false

  @Option(
    help: ArgumentHelp(
      "A file outside of the record that every new entry of the journal is appended to.",
      valueName: "file"))
  var journalCopy: String?

  func validate() throws {
    if !(0...65535).contains(port) {
      throw ValidationError("--port must be a number from 0 to 65535.")
    }
    if let tiles, MapTiles(address: tiles, credit: tilesCredit) == nil {
      throw ValidationError(
        "--tiles must be an address like https://tiles.example.org/{z}/{x}/{y}.png.")
    }
    if (tlsCertificate == nil) != (tlsKey == nil) {
      throw ValidationError("--tls-certificate and --tls-key go together.")
    }
  }

  func run() async throws {
    let file = try record.open(evenLocked: true)
    let isLoopback = ["127.0.0.1", "::1", "localhost"].contains(host)
    let hasUsers = try RecordOption.ending { try file.hasUsers() }
    if !isLoopback, !hasUsers {
      throw ExitStatus.usage.saying(
        "the record has no users, so it is served on this machine only; add one first: patchwork users add --db \(record.path) NAME --role manager"
      )
    }
    if userHeader != nil, !isLoopback {
      throw ExitStatus.usage.saying(
        "with --user-header it must listen on this machine only: anyone else could name a user")
    }
    let certificate = try certificate()
    if let journalCopy {
      _ = try JournalCopy.Failure.ending { try JournalCopy(path: journalCopy).extend(from: file) }
    }
    let site = try Site(file, options: try options(isLoopback: isLoopback))
    let host = host.contains(":") ? "[\(host)]" : host
    do {
      let scheme = certificate == nil ? "http" : "https"
      let server = SiteServer(site, host: self.host, port: port, certificate: certificate)
      try await server.run { port in
        var words = "Serving \(ShownText.clean(record.path)) at \(scheme)://\(host):\(port)/\n"
        if !hasUsers {
          words += "There are no users: whoever reaches this machine is one local analyst.\n"
        }
        FileHandle.standardOutput.write(Data((words + "Ctrl-C ends it.\n").utf8))
      }
    } catch {
      throw ExitStatus.inputOutput.saying("cannot listen on \(host):\(port): \(error)")
    }
  }

  private func certificate() throws -> SiteCertificate? {
    guard let tlsCertificate, let tlsKey else { return nil }
    do throws(SiteCertificate.Failure) {
      return try SiteCertificate(certificate: tlsCertificate, key: tlsKey)
    } catch {
      switch error {
      case .unreadable(let path):
        throw ExitStatus.inputOutput.saying("cannot read \(ShownText.clean(path))")
      case .noCertificate(let path):
        throw ExitStatus.usage.saying(
          "\(ShownText.clean(path)) holds no certificate in PEM: the site’s own comes first, then those that vouch for it"
        )
      case .noKey(let path):
        throw ExitStatus.usage.saying(
          "\(ShownText.clean(path)) holds no private key in PEM that can be used without a passphrase"
        )
      case .notItsKey(let certificate, let key):
        throw ExitStatus.usage.saying(
          "\(ShownText.clean(key)) is not the key of \(ShownText.clean(certificate))")
      }
    }
  }

  private func options(isLoopback: Bool) throws -> SiteOptions {
    var options = SiteOptions()
    options.tool = "patchwork \(Patchwork.version)"
    options.isBehindHTTPS = behindHttps || tlsCertificate != nil
    options.tiles = tiles.flatMap { MapTiles(address: $0, credit: tilesCredit) }
    options.userHeader = userHeader?.lowercased()
    options.mode = readOnly ? .readOnly : .normal
    options.journalCopy = journalCopy.map(JournalCopy.init(path:))
    options.gazetteer = (try? Gazetteer.inDataFolder(DataFolder().path)) ?? nil
    if isLoopback { options.hosts = Site.loopbackNames.union(name.map { $0.lowercased() }) }
    let reader = LazyReader()
    options.reading = { report in try reader.read(report) }
    if let movementKey {
      options.movements = MovementDesk(
        seal: try MovementFile.seal(movementKey), rules: try MovementFile.rules(rules),
        place: MovementFile.places())
    }
    options.log = { line in FileHandle.standardError.write(Data("patchwork: \(line)\n".utf8)) }
    return options
  }
}

/// The reader, loaded when the first report is entered.
final class LazyReader: Sendable {
  private let lock = NSLock()
  nonisolated(unsafe) private var reader: Reader?

  /// Reads a report; errors where no language model is installed.
  func read(_ report: Report) throws -> Reading {
    lock.lock()
    defer { lock.unlock() }
    let reader = try self.reader ?? Reader.installed(.sm)
    self.reader = reader
    return reader.read([report], threads: 1)[0]
  }
}
