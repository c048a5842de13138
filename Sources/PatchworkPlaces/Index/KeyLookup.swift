import PatchworkText

extension Gazetteer {
  /// The places under a key's hash, as a range of postings.
  func postings(_ hash: UInt64) -> Range<Int> {
    let hashes = section(.hashes)
    let directory = section(.directory)
    let bucket = Int(hash >> 48)
    var low = Int(directory.element(bucket, as: UInt32.self))
    var high = min(
      Int(directory.element(bucket + 1, as: UInt32.self)), hashes.count / MemoryLayout<UInt32>.size)
    let wanted = UInt32(truncatingIfNeeded: hash >> 16)
    while low < high {
      let middle = (low + high) / 2
      let found: UInt32 = hashes.element(middle)
      if found == wanted {
        let starts = section(.starts)
        let first = Int(starts.element(middle, as: UInt32.self))
        let end = Int(starts.element(middle + 1, as: UInt32.self))
        let limit = section(.postings).count / MemoryLayout<UInt32>.size
        return first <= end && end <= limit ? first..<end : 0..<0
      }
      if found < wanted { low = middle + 1 } else { high = middle }
    }
    return 0..<0
  }

  /// The places under a key, ascending.
  func places(_ postings: Range<Int>) -> [PlaceNumber] {
    let table = section(.postings)
    let count = count
    return postings.compactMap { index in
      let value: UInt32 = table.element(index) >> 1
      return Int(value) < count ? PlaceNumber(value: value) : nil
    }
  }

  /// Calls with the places under a skeleton's key and which of their names has it.
  func forEachSpelling(
    _ postings: Range<Int>, _ body: (_ place: PlaceNumber, _ ordinal: Int) -> Void
  ) {
    let table = section(.postings)
    let ordinals = section(.ordinals)
    let count = count
    for index in postings {
      let value: UInt32 = table.element(index) >> 1
      guard Int(value) < count else { continue }
      body(PlaceNumber(value: value), Int(ordinals.element(index, as: UInt16.self)))
    }
  }

  /// The places under a key that bear it only as an alternate name.
  func alternates(_ postings: Range<Int>) -> Set<PlaceNumber> {
    let table = section(.postings)
    var out: Set<PlaceNumber> = []
    for index in postings {
      let value: UInt32 = table.element(index)
      if value & 1 == 1 { out.insert(PlaceNumber(value: value >> 1)) }
    }
    return out
  }

  /// The set of word counts of names that start with a folded word: bit n stands for n words.
  func wordCounts(startingWith word: ArraySlice<UInt8>) -> UInt32 {
    let hash = IndexLayout.finish(IndexLayout.hash(word, from: IndexLayout.seed(.firstWord)))
    let found = postings(hash)
    return found.isEmpty ? 0 : section(.postings).element(found.lowerBound)
  }
}

/// The hashes of a name's keys.
enum NameKeys {
  /// Most words of a name that keys are made of.
  static let longest = 8

  /// Hash of a run of folded words, parted by one space.
  static func hash(
    _ words: FoldedWords, _ run: Range<Int>, _ key: IndexLayout.Key, adding last: String? = nil
  ) -> UInt64 {
    var state = IndexLayout.seed(key)
    for word in run {
      if word > run.lowerBound { state = IndexLayout.hash(CollectionOfOne(0x20), from: state) }
      state = IndexLayout.hash(words.bytes[words.range(word)], from: state)
    }
    if let last {
      state = IndexLayout.hash(CollectionOfOne(0x20), from: state)
      state = IndexLayout.hash(last.utf8, from: state)
    }
    return IndexLayout.finish(state)
  }

  /// Hash of a run of folded words without its articles, or nil when it has none or nothing else.
  static func hashWithoutArticles(
    _ words: FoldedWords, _ run: Range<Int>, _ key: IndexLayout.Key
  ) -> (hash: UInt64, dropped: Int)? {
    var state = IndexLayout.seed(key)
    var kept = 0
    for word in run {
      let bytes = words.bytes[words.range(word)]
      if NameSkeleton.isArticle(bytes), word + 1 < run.upperBound { continue }
      if kept > 0 { state = IndexLayout.hash(CollectionOfOne(0x20), from: state) }
      state = IndexLayout.hash(bytes, from: state)
      kept += 1
    }
    guard kept > 0, kept < run.count else { return nil }
    return (IndexLayout.finish(state), run.count - kept)
  }

  /// Hash of a consonant skeleton.
  static func skeleton(_ bytes: some Sequence<UInt8>) -> UInt64 {
    IndexLayout.finish(IndexLayout.hash(bytes, from: IndexLayout.seed(.skeleton)))
  }
}
