/// Why bytes did not become a report, as data; sentences are made where a person reads them.
public struct ExtractionError: Error, Hashable, Sendable {
  /// What went wrong; the raw value is the code that machines see.
  public enum Code: String, Sendable, CaseIterable {
    /// The file or stream could not be read.
    case unreadable
    /// There are no bytes, or nothing but white space.
    case empty
    /// The bytes are not text.
    case binary
    /// More bytes than the limit for one input.
    case tooLarge = "too-large"
    /// A line longer than the limit for one line.
    case lineTooLong = "line-too-long"
    /// Bytes that are not UTF-8 where the format demands it.
    case invalidUTF8 = "invalid-utf8"
    /// Not JSON.
    case invalidJSON = "invalid-json"
    /// JSON, but not an object.
    case notAnObject = "not-an-object"
    /// A required field is absent.
    case missingField = "missing-field"
    /// A field holds a value of another type.
    case wrongType = "wrong-type"
    /// A date that is neither an ISO day nor an RFC 3339 time.
    case badDate = "bad-date"
    /// A page beyond the limits of nodes or attributes.
    case tooComplex = "too-complex"
    /// A page in which no article text was found.
    case noArticle = "no-article"
    /// A page that only leads to articles.
    case indexPage = "index-page"
    /// A page that says that something is not there, or that must be unlocked first.
    case errorPage = "error-page"
    /// A record of an archive whose head or length is wrong.
    case brokenRecord = "broken-record"
    /// Compressed bytes that do not unpack.
    case badCompression = "bad-compression"
    /// XML or JSON that is no feed.
    case notAFeed = "not-a-feed"
    /// A feed, message or entry that holds no text.
    case noText = "no-text"
    /// A document whose pages are pictures without a layer of text.
    case scanned
    /// A document that opens only with a password.
    case encrypted
    /// A document whose structure cannot be read.
    case damaged
  }

  /// Where in the input it went wrong.
  public enum Location: Hashable, Sendable {
    /// The input as a whole.
    case whole
    /// A byte offset in the input or line.
    case byte(Int)
    /// A field of a JSON object.
    case field(String)
  }

  /// What is known of the cause.
  public enum Cause: Hashable, Sendable {
    /// Nothing further.
    case none
    /// A limit that was passed.
    case limit(Int)
    /// What stood there instead.
    case found(String)
    /// Headlines that lead elsewhere.
    case headlines(Int)
    /// An error number of the operating system.
    case system(Int32)
  }

  /// What went wrong.
  public var code: Code
  /// Where.
  public var location: Location
  /// Why, as far as known.
  public var cause: Cause

  /// Makes an error value.
  public init(_ code: Code, at location: Location = .whole, cause: Cause = .none) {
    self.code = code
    self.location = location
    self.cause = cause
  }
}
