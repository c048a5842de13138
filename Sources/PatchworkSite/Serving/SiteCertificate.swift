import Foundation
import NIOSSL

/// A certificate with its key, by which a site is reached over HTTPS without a proxy.
public struct SiteCertificate: Sendable {
  let configuration: TLSConfiguration

  /// Why a certificate cannot be used.
  public enum Failure: Error, Sendable, Equatable {
    /// A file is not there or may not be read.
    case unreadable(path: String)
    /// A file holds no certificate in PEM.
    case noCertificate(path: String)
    /// A file holds no private key in PEM, or one that a passphrase locks.
    case noKey(path: String)
    /// The key is not that of the certificate.
    case notItsKey(certificate: String, key: String)
  }

  /// Reads a chain of certificates, the site's own first, and its key, both PEM; TLS 1.2 is the least that is spoken.
  public init(certificate: String, key: String) throws(Failure) {
    for path in [certificate, key] where !FileManager.default.isReadableFile(atPath: path) {
      throw .unreadable(path: path)
    }
    guard let chain = try? NIOSSLCertificate.fromPEMFile(certificate), !chain.isEmpty else {
      throw .noCertificate(path: certificate)
    }
    guard let secret = try? NIOSSLPrivateKey(file: key, format: .pem) else {
      throw .noKey(path: key)
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
