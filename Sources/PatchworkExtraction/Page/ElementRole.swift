import PatchworkText

/// What the names an author gave an element say of its purpose.
struct ElementRole: OptionSet, Sendable {
  let rawValue: UInt8

  /// Holds the article's text.
  static let article = ElementRole(rawValue: 1)
  /// Is not part of the article.
  static let furniture = ElementRole(rawValue: 2)
  /// Is not part of it when short or full of links.
  static let weak = ElementRole(rawValue: 4)
  /// Describes a picture.
  static let caption = ElementRole(rawValue: 8)
  /// Names the authors.
  static let byline = ElementRole(rawValue: 16)
  /// Is the sentence or two under the headline.
  static let standfirst = ElementRole(rawValue: 32)

  private static let named: [String: ElementRole] = [
    "article": .article, "furniture": .furniture, "weak": .weak, "caption": .caption,
    "byline": .byline, "standfirst": .standfirst,
  ]

  /// Reads a role of the table of class words.
  init?(name: String) {
    guard let role = Self.named[name] else { return nil }
    self = role
  }

  init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// Words of class names and the roles they speak for.
struct ClassWords {
  /// The words that ship with Patchwork.
  static let shipped = ClassWords(LexiconFolder.table("class-words.tsv"))

  private let roles: [UInt64: ElementRole]

  init(_ table: LexiconTable) {
    var roles: [UInt64: ElementRole] = [:]
    for row in table.rows {
      guard let role = ElementRole(name: row["role"]) else {
        preconditionFailure("\(table.file), line \(row.line): unknown role \(row["role"])")
      }
      var hash = Self.seed
      for byte in row["word"].utf8 { hash = Self.mix(hash, byte) }
      roles[hash, default: []].insert(role)
    }
    self.roles = roles
  }

  /// The roles that the value of a class, id or role attribute speaks for.
  func roles(in value: ArraySlice<UInt8>) -> ElementRole {
    var found: ElementRole = []
    var open: [UInt64] = []
    var inWord = false
    var previous: UInt8 = 0x20
    for byte in value {
      if isSpace(byte) {
        found.formUnion(look(open))
        open.removeAll(keepingCapacity: true)
        inWord = false
      } else if isLetter(byte) || isDigit(byte) {
        let hump = isUpper(byte) && isLower(previous)
        if !inWord || hump {
          found.formUnion(look(open))
          if open.count == 3 { open.removeFirst() }
          for index in open.indices { open[index] = Self.mix(open[index], UInt8(ascii: "-")) }
          open.append(Self.seed)
          inWord = true
        }
        let lower = asciiLower(byte)
        for index in open.indices { open[index] = Self.mix(open[index], lower) }
      } else {
        inWord = false
      }
      previous = byte
    }
    return found.union(look(open))
  }

  private func look(_ hashes: [UInt64]) -> ElementRole {
    var found: ElementRole = []
    for hash in hashes { if let role = roles[hash] { found.formUnion(role) } }
    return found
  }

  private static let seed: UInt64 = 0xCBF2_9CE4_8422_2325

  private static func mix(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
    (hash ^ UInt64(byte)) &* 0x100_0000_01B3
  }
}
