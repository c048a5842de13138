import PatchworkText

/// The table from keys of names to places.
struct KeyTable {
  private(set) var directory = IndexWriter()
  private(set) var hashes = IndexWriter()
  private(set) var starts = IndexWriter()
  private(set) var postings = IndexWriter()
  private(set) var ordinals = IndexWriter()

  private struct Entry: Comparable {
    var hash: UInt64
    var value: UInt32
    var ordinal: UInt16 = 0
    /// Whether the place may stand under the key once a spelling.
    var isSpelling = false
    static func < (a: Entry, b: Entry) -> Bool {
      let x = a.hash >> 16
      let y = b.hash >> 16
      return x != y ? x < y : (a.value, a.ordinal) < (b.value, b.ordinal)
    }
  }

  init(places: [MergedPlace], rows: [PlaceRow], sources: [UInt8]) {
    let own = UInt8(PlaceSource.known.firstIndex(of: .supplement) ?? 0)
    var entries: [Entry] = []
    entries.reserveCapacity(places.count * 8)
    var firstWords: [UInt64: UInt32] = [:]
    var skeleton: [UInt8] = []
    var form: [UInt8] = []
    for (number, place) in places.enumerated() {
      var ordinal = 0
      var forms: Set<[UInt8]> = []
      for row in place.rows {
        for index in -1..<rows[row].names.count {
          var name = index < 0 ? rows[row].name : rows[row].names[index].text
          let words = name.withUTF8 { FoldedWords($0) }
          defer { ordinal += 1 }
          guard words.count > 0, words.count <= NameKeys.longest else { continue }
          let isMain = index < 0 || sources[row] == own
          let value = UInt32(number) << 1 | (isMain ? 0 : 1)
          let run = 0..<words.count
          entries.append(Entry(hash: NameKeys.hash(words, run, .name), value: value))
          Self.noteFirst(words, 0, words.count, &firstWords)
          if ArticleCountries.has(place.country),
            let short = NameKeys.hashWithoutArticles(words, run, .withoutArticle)
          {
            entries.append(Entry(hash: short.hash, value: value))
            let first = run.first { !NameSkeleton.isArticle(words.bytes[words.range($0)]) }
            Self.noteFirst(words, first ?? 0, words.count - short.dropped, &firstWords)
          }
          form.removeAll(keepingCapacity: true)
          NameSkeleton.appendRegular(words, to: &form)
          // Of spellings that are written one way, one is enough.
          guard forms.insert(form).inserted else { continue }
          for end in Self.ends(words, of: place.kind) {
            skeleton.removeAll(keepingCapacity: true)
            NameSkeleton.append(words, 0..<end, to: &skeleton)
            guard skeleton.count >= 2 else { continue }
            entries.append(
              Entry(
                hash: NameKeys.skeleton(skeleton), value: UInt32(number) << 1,
                ordinal: UInt16(clamping: ordinal), isSpelling: true))
          }
        }
      }
    }
    for (hash, counts) in firstWords { entries.append(Entry(hash: hash, value: counts)) }
    entries.sort()
    write(entries)
  }

  /// Where a name may end: after its last word, and of a part of a town after its first, since lists part what reports
  /// name whole ("Mezzeh Basatin").
  private static func ends(_ words: FoldedWords, of kind: PlaceKind) -> [Int] {
    guard kind == .neighbourhood, words.count > 1,
      let first = (0..<words.count).first(where: {
        !NameSkeleton.isArticle(words.bytes[words.range($0)])
      }), first + 1 < words.count, words.range(first).count >= 4
    else { return [words.count] }
    return [words.count, first + 1]
  }

  private static func noteFirst(
    _ words: FoldedWords, _ word: Int, _ count: Int, _ table: inout [UInt64: UInt32]
  ) {
    let hash = IndexLayout.finish(
      IndexLayout.hash(words.bytes[words.range(word)], from: IndexLayout.seed(.firstWord)))
    table[hash, default: 0] |= 1 << UInt32(count)
  }

  private mutating func write(_ entries: [Entry]) {
    var bucket = -1
    var count: UInt32 = 0
    var index = 0
    while index < entries.count {
      let hash = entries[index].hash >> 16
      while bucket < Int(hash >> 32) {
        directory.number(count)
        bucket += 1
      }
      hashes.number(UInt32(truncatingIfNeeded: hash))
      starts.number(UInt32(postings.bytes.count / 4))
      var last: UInt32?
      while index < entries.count, entries[index].hash >> 16 == hash {
        // One place stands once under a key, by its main name where it has the key from both.
        if entries[index].isSpelling || entries[index].value >> 1 != last {
          postings.number(entries[index].value)
          ordinals.number(entries[index].ordinal)
        }
        last = entries[index].value >> 1
        index += 1
      }
      count += 1
    }
    starts.number(UInt32(postings.bytes.count / 4))
    while bucket < 65_536 {
      directory.number(count)
      bucket += 1
    }
  }
}

/// Countries whose names carry Arabic articles.
enum ArticleCountries {
  private static let codes: Set<String> = [
    "AE", "BH", "DJ", "DZ", "EG", "IL", "IQ", "IR", "JO", "KW", "LB", "LY", "MA", "MR", "OM", "PS",
    "QA", "SA", "SD", "SO", "SS", "SY", "TD", "TN", "TR", "YE",
  ]

  static func has(_ country: String) -> Bool { codes.contains(country) }
}

/// Countries whose names reach reports by romanisation, so that spellings vary.
enum RomanisedCountries {
  private static let codes: Set<String> = [
    "AF", "AM", "AZ", "BY", "ET", "GE", "MM", "PK", "RU", "UA",
  ]

  static func has(_ country: String) -> Bool {
    codes.contains(country) || ArticleCountries.has(country)
  }
}
