/// Fingerprints of a text: of every window of overlapping word groups the one with the smallest hash.
///
/// Any passage of at least `group + window - 1` words that two texts share gives both the same fingerprint.
/// Source: Schleimer, Wilkerson, Aiken, "Winnowing: local algorithms for document fingerprinting", SIGMOD 2003.
public struct Winnowing: Sendable {
  /// Words of a group and groups of a window.
  public let group: Int
  /// Groups of a window.
  public let window: Int

  /// Makes a scheme; the defaults find every pair of wire copies at containment 0.3 and above.
  public init(group: Int = 8, window: Int = 6) {
    precondition(group > 0 && window > 0, "Groups and windows hold at least one.")
    self.group = group
    self.window = window
  }

  /// A group of words picked out of a text.
  public struct Fingerprint: Hashable, Sendable {
    /// Hash of its words.
    public let hash: UInt64
    /// Number of its first word.
    public let word: Int
  }

  /// The fingerprints in order of the text; of equal hashes in a window the last counts.
  ///
  /// O(words).
  public func fingerprints(of words: ReportWords) -> [Fingerprint] {
    let hashes = groupHashes(words.hashes)
    var picked: [Fingerprint] = []
    var queue: [Int] = []
    var head = 0
    for index in hashes.indices {
      while queue.count > head, let last = queue.last, hashes[last] >= hashes[index] {
        queue.removeLast()
      }
      queue.append(index)
      if queue[head] + window <= index { head += 1 }
      guard index + 1 >= window || index + 1 == hashes.count else { continue }
      if picked.last?.word != queue[head] {
        picked.append(Fingerprint(hash: hashes[queue[head]], word: queue[head]))
      }
    }
    return picked
  }

  /// The hash of every group, by its first word, from a rolling polynomial.
  func groupHashes(_ words: [UInt64]) -> [UInt64] {
    guard words.count >= group else { return [] }
    let base: UInt64 = 0x9E37_79B9_7F4A_7C15
    let leading = (1..<group).reduce(UInt64(1)) { power, _ in power &* base }
    var rolling = words[0..<group].reduce(UInt64(0)) { $0 &* base &+ $1 }
    var hashes = [Self.mixed(rolling)]
    hashes.reserveCapacity(words.count - group + 1)
    for next in group..<words.count {
      rolling = (rolling &- words[next - group] &* leading) &* base &+ words[next]
      hashes.append(Self.mixed(rolling))
    }
    return hashes
  }

  /// Spreads a polynomial over all bits, so that the smallest is as good as random.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var mixed = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
