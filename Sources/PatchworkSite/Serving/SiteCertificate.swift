import NIOSSL

/// A certificate with its key, by which a site is reached over HTTPS without a proxy.
public struct SiteCertificate: Sendable {
  let configuration: TLSConfiguration

  /// Why a certificate cannot be used.
  public enum Failure: Error, Sendable, Equatable {
    /// A file is not there, or is no PEM of what it should be.
    case file(path: String, reason: String)
    /// The key is not that of the certificate.
    case notItsKey(certificate: String, key: String)
  }

  /// Reads a chain of certificates, the site's own first, and its key, both PEM; TLS 1.2 is the least that is spoken.
  public init(certificate: String, key: String) throws(Failure) {
    let chain: [NIOSSLCertificate]
    do { chain = try NIOSSLCertificate.fromPEMFile(certificate) } catch {
      throw .file(path: certificate, reason: "\(error)")
    }
    let secret: NIOSSLPrivateKey
    do { secret = try NIOSSLPrivateKey(file: key, format: .pem) } catch {
      throw .file(path: key, reason: "\(error)")
    }
    var configuration = TLSConfiguration.makeServerConfiguration(
      certificateChain: chain.map { .certificate($0) }, privateKey: .privateKey(secret))
    configuration.minimumTLSVersion = .tlsv12
    do { _ = try NIOSSLContext(configuration: configuration) } catch {
      throw .notItsKey(certificate: certificate, key: key)
    }
    self.configuration = configuration
  }
}
