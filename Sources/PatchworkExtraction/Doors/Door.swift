public import PatchworkRecord

/// A kind of input that reports can be taken out of.
public struct Door: Sendable {
  /// How an input is taken in.
  public enum Opening: Sendable {
    /// As a whole, with memory bounded by the limit for one input.
    case whole(@Sendable (Document) -> [Parcel])
    /// Bit by bit.
    case stream(@Sendable (DoorInput) -> any ParcelStream)
  }

  /// The name on the command line ("warc").
  public let name: String
  /// What comes in, in a few words.
  public let what: String
  /// Whether an input begins as this kind does; given its first bytes.
  public let recognises: @Sendable ([UInt8]) -> Bool
  /// How it is taken in.
  public let opening: Opening

  /// Makes a door.
  public init(
    name: String, what: String, opening: Opening,
    recognises: @escaping @Sendable ([UInt8]) -> Bool
  ) {
    self.name = name
    self.what = what
    self.recognises = recognises
    self.opening = opening
  }

  /// The parcels of an input.
  public func parcels(of input: DoorInput) -> any ParcelStream {
    switch opening {
    case .stream(let open): open(input)
    case .whole(let open): WholeParcels(input, open: open)
    }
  }
}

extension Door {
  /// The report of a document that holds just one; nil when it gives none.
  public func report(_ document: Document) -> Report? {
    guard case .whole(let open) = opening, let parcel = open(document).first else { return nil }
    return try? parcel.report().result.get()
  }
}

/// Bytes that are one document, and what is known about them from outside.
public struct Document: Sendable {
  /// The id of the report, or of what the reports are in.
  public var id: String
  /// The bytes.
  public var bytes: [UInt8]
  /// What was said about it beside its bytes.
  public var supplied: SuppliedFields
  /// Where in an archive it stood.
  public var place: Parcel.Place
  /// How much is taken in.
  public var limits: ExtractionLimits

  /// Makes a document.
  public init(
    id: String, bytes: [UInt8], supplied: SuppliedFields = SuppliedFields(),
    place: Parcel.Place = .whole, limits: ExtractionLimits = ExtractionLimits()
  ) {
    self.id = id
    self.bytes = bytes
    self.supplied = supplied
    self.place = place
    self.limits = limits
  }
}

/// An open file, pipe or socket that reports come from.
public struct DoorInput: Sendable {
  /// The id of a report that is the whole input.
  public var id: String
  /// Open for reading; stays the caller's to close.
  public var descriptor: Int32
  /// Bytes already taken from it, at most 256 KB.
  public var begun: [UInt8]
  /// How much is taken in.
  public var limits: ExtractionLimits
  /// The doors that documents inside an archive may go through.
  public var doors: [Door]

  /// Makes an input.
  public init(
    id: String, descriptor: Int32, begun: [UInt8] = [],
    limits: ExtractionLimits = ExtractionLimits(), doors: [Door] = Door.standard
  ) {
    self.id = id
    self.descriptor = descriptor
    self.begun = begun
    self.limits = limits
    self.doors = doors
  }
}

/// The parcels of an input that is read as a whole.
struct WholeParcels: ParcelStream {
  let passedOver = 0
  private let input: DoorInput
  private let open: @Sendable (Document) -> [Parcel]
  private var waiting: ArraySlice<Parcel>?

  init(_ input: DoorInput, open: @escaping @Sendable (Document) -> [Parcel]) {
    self.input = input
    self.open = open
  }

  var hasParcelAtHand: Bool { waiting?.isEmpty == false }

  mutating func next() -> Parcel? {
    if waiting == nil { waiting = read()[...] }
    return waiting?.popFirst()
  }

  private func read() -> [Parcel] {
    do throws(ExtractionError) {
      let bytes = try InputBytes.read(
        descriptor: input.descriptor, begun: input.begun, limits: input.limits)
      guard !bytes.allSatisfy(isSpace) else { throw ExtractionError(.empty) }
      return open(Document(id: input.id, bytes: bytes, limits: input.limits))
    } catch {
      return [Parcel(id: input.id, failure: error)]
    }
  }
}
