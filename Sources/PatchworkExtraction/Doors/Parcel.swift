public import PatchworkRecord

/// One thing that an input holds, on its way to a report.
public struct Parcel: Sendable {
  /// Where in its input a parcel stood.
  public enum Place: Hashable, Sendable {
    /// The parcel is the input.
    case whole
    /// A line, from 1.
    case line(Int)
    /// A record of an archive, by the byte it begins at, in the archive as it unpacks.
    case record(Int)
    /// An entry of a feed, from 1.
    case entry(Int)
    /// A message of a mailbox, from 1.
    case message(Int)
  }

  /// The id of the report, as far as it is known before it is made.
  public let id: String?
  /// Where it stood.
  public let place: Place
  /// The bytes that are the report's own: a file, a line, the body of a record, an entry, a message.
  public let bytes: [UInt8]
  private let make: @Sendable () -> Made

  /// The report or the error, with the id that came to light on the way.
  private typealias Made = (id: String?, result: Result<Report, ExtractionError>)

  /// A parcel of which a report is still to be made; making is a pure function, so that parcels can be taken in parallel.
  public init(
    id: String, at place: Place = .whole, bytes: [UInt8],
    make: @escaping @Sendable () throws(ExtractionError) -> Report
  ) {
    self.id = id
    self.place = place
    self.bytes = bytes
    self.make = {
      do throws(ExtractionError) { return (id, .success(try make())) } catch {
        return (id, .failure(error))
      }
    }
  }

  /// A parcel that could not be taken out of its input.
  public init(id: String?, at place: Place = .whole, failure: ExtractionError) {
    self.id = id
    self.place = place
    bytes = []
    make = { (id, .failure(failure)) }
  }

  /// A line of JSON, whose id shows when it is parsed.
  init(_ line: RawLine, limits: ExtractionLimits) {
    id = nil
    place = .line(line.number)
    bytes = if case .bytes(let bytes) = line.content { bytes } else { [] }
    make = {
      let read = ReportLine(line, limits: limits)
      return (read.id, read.result)
    }
  }

  /// Makes the report.
  public func report() -> (id: String?, result: Result<Report, ExtractionError>) { make() }
}

/// The parcels of one input, one after the other, with memory bounded by the largest of them.
public protocol ParcelStream {
  /// Records passed over so far because no report can be made of their kind.
  var passedOver: Int { get }
  /// Whether the next parcel can be had without reading on.
  var hasParcelAtHand: Bool { get }
  /// The next parcel, nil at the end of the input.
  mutating func next() -> Parcel?
}
