import Foundation
import Synchronization

/// How often one may ask: buckets that fill with time, one for each user or address.
final class RateLimits: Sendable {
  /// What is counted, with how many at once and how many a minute.
  enum Kind: Hashable, Sendable {
    /// Any request.
    case request
    /// An attempt to log in.
    case login
    /// A file of the whole record, or of much of it.
    case export

    var most: Double {
      switch self {
      case .request: 600
      case .login: 8
      case .export: 12
      }
    }
    var perMinute: Double {
      switch self {
      case .request: 1200
      case .login: 4
      case .export: 6
      }
    }
  }

  private struct Key: Hashable {
    let kind: Kind
    let who: String
  }
  private struct Bucket {
    var left: Double
    var at: Date
  }
  private let buckets = Mutex<[Key: Bucket]>([:])
  /// Names that are held at most before full buckets are forgotten.
  private static let mostHeld = 10_000

  /// Takes one from the visitor's bucket; local visitors and programs with a token are not held up.
  func check(_ request: SiteRequest, _ visitor: Visitor, at time: Date) throws {
    switch visitor.door {
    case .local, .token: return
    case .session, .proxy: try take(.request, "user \(visitor.name)", at: time)
    case .none: try take(.request, "address \(request.remote)", at: time)
    }
  }

  /// Takes an export from the bucket of whoever asks for one; the one local analyst is not held up.
  func checkExport(_ visitor: Visitor, at time: Date) throws {
    if case .local = visitor.door { return }
    try take(.export, "user \(visitor.name)", at: time)
  }

  /// Takes one from a bucket, or refuses with the time to wait.
  func take(_ kind: Kind, _ who: String, at time: Date) throws {
    let wait: Double? = buckets.withLock { buckets in
      if buckets.count > Self.mostHeld {
        buckets = buckets.filter { time.timeIntervalSince($0.value.at) < 600 }
      }
      let key = Key(kind: kind, who: who)
      var bucket = buckets[key] ?? Bucket(left: kind.most, at: time)
      let passed = max(0, time.timeIntervalSince(bucket.at))
      bucket.left = min(kind.most, bucket.left + passed * kind.perMinute / 60)
      bucket.at = time
      defer { buckets[key] = bucket }
      if bucket.left < 1 { return (1 - bucket.left) * 60 / kind.perMinute }
      bucket.left -= 1
      return nil
    }
    if let wait {
      throw Refusal(
        status: 429, code: "too-many", message: "Too many requests; wait a little.",
        headers: [("Retry-After", String(Int(wait.rounded(.up))))])
    }
  }
}
