/// The lines of an input of JSON lines.
struct JSONLineParcels: ParcelStream {
  let passedOver = 0
  private var lines: LineStream
  private let limits: ExtractionLimits

  init(_ input: DoorInput) {
    lines = LineStream(descriptor: input.descriptor, begun: input.begun, limits: input.limits)
    limits = input.limits
  }

  var hasParcelAtHand: Bool { lines.hasBytesAtHand }

  mutating func next() -> Parcel? { lines.next().map { Parcel($0, limits: limits) } }

  /// JSON lines begin with an object that has a member.
  static func recognises(_ head: [UInt8]) -> Bool {
    let text = head.behindMark.drop(while: isSpace)
    guard text.first == UInt8(ascii: "{") else { return false }
    let member = text.dropFirst().drop(while: isSpace)
    return member.first == UInt8(ascii: "\"") || member.first == UInt8(ascii: "}")
  }
}

extension [UInt8] {
  /// The bytes behind a byte order mark of UTF-8.
  var behindMark: ArraySlice<UInt8> { self[(starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0)...] }
}
