/// The layout of a gazetteer file: a header with a table of sections, then the sections.
///
/// All numbers are little-endian. The header is the magic, the version, the count of sections, the file's size,
/// offset and length of every section, a checksum of the sections, and one of all that. Reading beyond a section yields zeros, so that
/// damage behind the header can spoil answers but never memory.
enum IndexLayout {
  static let magic: [UInt8] = Array("PWPLACES".utf8)
  static let version: UInt32 = 4

  /// The parts of the file, in order.
  enum Section: Int, CaseIterable {
    /// Source descriptions and imported files, as tab-separated lines.
    case sources
    /// The rows as imported, variable length; strings and names lie here.
    case rows
    /// Offset of every row in `rows`.
    case rowOffsets
    /// The places, fixed length.
    case places
    /// Row numbers of every place's rows.
    case members
    /// First key of every 65,536th of the space of hashes, by the hash's upper 16 bits.
    case directory
    /// The next 32 bits of the keys' hashes, ascending within each part of the directory.
    case hashes
    /// First posting of every key, and one past the last.
    case starts
    /// Places of the keys: the number, and in the lowest bit whether the key comes from an alternate name.
    case postings
    /// Which name of its place each posting of a skeleton comes from, counted through the place's rows.
    case ordinals
    /// Hashes of identifiers with their places, ascending.
    case identifiers
    /// Names of time zones, a line each, ascending; the first line is empty and stands for none.
    case zones
    /// Cells of the grid with the places whose points lie in them, ascending.
    case cells
    /// Degree squares with the areas whose boxes touch them, ascending.
    case areas
    /// All places that lie in another, in order of that one and their own.
    case narrower
  }

  static let headerSize = 8 + 4 + 4 + 8 + Section.allCases.count * 16 + 16
  static let placeSize = 44

  /// What a key was made of; the kinds never meet.
  enum Key: UInt8 {
    /// The folded name.
    case name = 1
    /// The folded name without its articles.
    case withoutArticle
    /// The consonant skeleton.
    case skeleton
    /// The first folded word; its posting is the set of word counts of names that start so.
    case firstWord
  }

  /// FNV-1a over some bytes, to be gone on with.
  static func hash(_ bytes: some Sequence<UInt8>, from state: UInt64) -> UInt64 {
    var state = state
    for byte in bytes { state = (state ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return state
  }

  /// Checksum of the sections, over eight bytes at a time in four lanes so that it runs at the speed of memory.
  static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
    var lanes: (UInt64, UInt64, UInt64, UInt64) = (1, 2, 3, 4)
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    func step(_ lane: UInt64, _ at: Int) -> UInt64 {
      let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      let x = (lane ^ word) &* factor
      return x ^ x >> 29
    }
    var at = 0
    while at + 32 <= bytes.count {
      lanes.0 = step(lanes.0, at)
      lanes.1 = step(lanes.1, at + 8)
      lanes.2 = step(lanes.2, at + 16)
      lanes.3 = step(lanes.3, at + 24)
      at += 32
    }
    var state = hash(bytes[at...], from: UInt64(bytes.count))
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] { state = finish(state ^ lane) }
    return state
  }

  /// The first state of a key's hash.
  static func seed(_ key: Key) -> UInt64 {
    hash(CollectionOfOne(key.rawValue), from: 0xCBF2_9CE4_8422_2325)
  }

  /// The finished hash of a state, its high bits well mixed for the directory.
  static func finish(_ state: UInt64) -> UInt64 {
    var x = state
    x ^= x >> 33
    x = x &* 0xFF51_AFD7_ED55_8CCD
    x ^= x >> 33
    x = x &* 0xC4CE_B9FE_1A85_EC53
    return x ^ x >> 33
  }
}
