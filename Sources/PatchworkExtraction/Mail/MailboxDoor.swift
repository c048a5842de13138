extension Door {
  /// A mailbox of messages, each under a line that begins with "From ".
  static let mailbox = Door(
    name: "mbox", what: "a mailbox (mbox)", opening: .stream { MailboxParcels($0) },
    recognises: { head in
      guard MailboxParcels.isSeparator(Array(head.prefix { $0 != 0x0A })) else { return false }
      return MailDoor.recognises(Array(head.drop { $0 != 0x0A }.dropFirst()))
    })
}

/// The messages of a mailbox.
struct MailboxParcels: ParcelStream {
  let passedOver = 0
  private static let lineLimit = 1 << 20

  private let bytes: ByteReader
  private let input: DoorInput
  private var count = 0
  private var isOver = false
  private var hasBegun = false

  init(_ input: DoorInput) {
    bytes = ByteReader(DescriptorFeed(input.descriptor, begun: input.begun))
    self.input = input
  }

  var hasParcelAtHand: Bool { bytes.hasBytes }

  mutating func next() -> Parcel? {
    while !isOver {
      var message: [UInt8] = []
      var failure: ExtractionError?
      var wasEmpty = false
      while true {
        let line: [UInt8]?
        do throws(ExtractionError) { line = try bytes.line(limit: Self.lineLimit) } catch {
          failure = failure ?? error
          if error.code == .unreadable { isOver = true } else { continue }
          break
        }
        guard let line else {
          isOver = true
          break
        }
        if wasEmpty || !hasBegun, Self.isSeparator(line) { break }
        wasEmpty = line.isEmpty
        guard failure == nil else { continue }
        // Writers put a bracket before lines that would look like the next message.
        let quoted = line.drop { $0 == UInt8(ascii: ">") }.starts(with: Array("From ".utf8))
        message += quoted && line.first == UInt8(ascii: ">") ? Array(line.dropFirst()) : line
        message.append(0x0A)
        if message.count > input.limits.bytes {
          failure = ExtractionError(.tooLarge, cause: .limit(input.limits.bytes))
          message = []
        }
      }
      let isBefore = !hasBegun && message.allSatisfy(isSpace)
      hasBegun = true
      if isBefore, failure == nil { continue }
      count += 1
      if let failure {
        return Parcel(id: "\(input.id)#\(count)", at: .message(count), failure: failure)
      }
      return MailDoor.parcel(
        Document(
          id: "\(input.id)#\(count)", bytes: message, place: .message(count), limits: input.limits))
    }
    return nil
  }

  /// Whether a line is one between messages: "From ", who, and a time with a clock and a year in it.
  static func isSeparator(_ line: [UInt8]) -> Bool {
    guard line.starts(with: Array("From ".utf8)) else { return false }
    let words = line.split(whereSeparator: isSpace).dropFirst(2)
    let hasYear = words.contains { $0.count == 4 && $0.allSatisfy(isDigit) }
    let hasClock = words.contains { word in
      word.contains(UInt8(ascii: ":")) && word.first.map(isDigit) == true
    }
    return hasYear && hasClock
  }
}
