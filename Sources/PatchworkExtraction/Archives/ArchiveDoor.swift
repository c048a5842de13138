extension Door {
  /// Web archives, WARC or ARC, as they are or packed with gzip.
  static let warc = Door(
    name: "warc", what: "a web archive, WARC or ARC",
    opening: .stream { ArchiveParcels($0) },
    recognises: { head in
      let begun = head.starts(with: [0x1F, 0x8B]) ? ArchiveParcels.unpackedHead(head) : head
      return ["WARC/", "filedesc:"].contains { begun.starts(with: Array($0.utf8)) }
    })
}

/// The documents in an archive.
struct ArchiveParcels: ParcelStream {
  private(set) var passedOver = 0
  private var reader: ArchiveReader
  private let input: DoorInput
  private var waiting: ArraySlice<Parcel> = []

  init(_ input: DoorInput) {
    self.input = input
    let packed = input.begun.starts(with: [0x1F, 0x8B])
    let feed = DescriptorFeed(input.descriptor, begun: input.begun)
    reader = ArchiveReader(packed ? GzipFeed(feed) : feed, limits: input.limits)
  }

  var hasParcelAtHand: Bool { !waiting.isEmpty || reader.hasBytes }

  mutating func next() -> Parcel? {
    while true {
      if let parcel = waiting.popFirst() { return parcel }
      switch reader.next() {
      case nil: return nil
      case .other?: passedOver += 1
      case .broken(let offset, let error)?:
        return Parcel(id: nil, at: .record(offset), failure: error)
      case .record(let record)?:
        waiting = record.parcels(doors: input.doors, limits: input.limits)[...]
        if waiting.isEmpty { passedOver += 1 }
      }
    }
  }

  /// The first bytes that a packed head holds.
  static func unpackedHead(_ head: [UInt8]) -> [UInt8] {
    do throws(ExtractionError) {
      return Array(try ByteReader(GzipFeed(MemoryFeed(head))).peek(16))
    } catch {
      return []
    }
  }
}
