import Foundation
import PatchworkText

/// How names are heard, and how much oftener two sounds stand against each other in spellings of one name than by chance.
struct NameSounds: Sendable {
  /// Groups of letters with their sounds, by first letter, longer ones first.
  private var groups: [[(letters: [UInt8], sound: UInt8)]]
  /// Index of each sound in the weights.
  private var index: [UInt8]
  private var pairs: [Float] = []
  private var gaps: [Float] = []
  private var size = 0
  /// Folded words that spellings of one place add, drop or translate.
  private let generic: Set<[UInt8]>

  private static let unknown: UInt8 = 255
  /// Sounds of a name that are compared; longer ones are compared by their starts.
  static let longest = 64

  /// The tables of this target; without them every name is as like as chance.
  static let standard = NameSounds(folder: Bundle.module.bundleURL.path + "/Supplement")

  init(folder: String) {
    func rows(_ file: String) -> [LexiconTable.Row] {
      guard let text = try? String(contentsOfFile: folder + "/" + file, encoding: .utf8),
        let table = try? LexiconTable(file: file, text: text)
      else { return [] }
      return table.rows
    }
    groups = Array(repeating: [], count: 256)
    index = Array(repeating: Self.unknown, count: 256)
    generic = Set(rows("generic-words.tsv").map { Array($0["word"].utf8) })
    for row in rows("sounds.tsv") {
      let letters = Array(row["letters"].utf8)
      guard let first = letters.first, let sound = row["sound"].utf8.first else { continue }
      groups[Int(first)].append((letters, sound))
    }
    for first in groups.indices { groups[first].sort { $0.letters.count > $1.letters.count } }
    let weights = rows("sound-weights.tsv")
    for row in weights {
      guard let sound = row["sound"].utf8.first, index[Int(sound)] == Self.unknown else { continue }
      index[Int(sound)] = UInt8(size)
      size += 1
    }
    pairs = Array(repeating: 0, count: size * size)
    gaps = Array(repeating: 0, count: size)
    for row in weights {
      guard let sound = row["sound"].utf8.first, let weight = Float(row["weight"]) else { continue }
      let x = Int(index[Int(sound)])
      guard let other = row["other"].utf8.first else {
        gaps[x] = weight
        continue
      }
      let y = Int(index[Int(other)])
      guard y < size else { continue }
      pairs[x * size + y] = weight
      pairs[y * size + x] = weight
    }
  }

  /// Appends the sounds of a name's words, articles left out and doubled sounds as one, each as its index.
  ///
  /// Gives whether a generic word was among them; `core` leaves those out where other words remain.
  @discardableResult
  func append(_ words: FoldedWords, core: Bool, to out: inout [UInt8]) -> Bool {
    var kept = (0..<words.count).filter { !NameSkeleton.isArticle(words.bytes[words.range($0)]) }
    if kept.isEmpty { kept = Array(0..<words.count) }
    let own = kept.filter { !generic.contains(Array(words.bytes[words.range($0)])) }
    let hasGeneric = !own.isEmpty && own.count < kept.count
    var last = Self.unknown
    for word in core && hasGeneric ? own : kept {
      var letters = words.bytes[words.range(word)]
      if letters.count >= 6,
        letters.starts(with: [0x61, 0x6C]) || letters.starts(with: [0x65, 0x6C])
      {
        letters = letters.dropFirst(2)
      }
      while let first = letters.first, out.count < Self.longest {
        let group = groups[Int(first)].first { letters.starts(with: $0.letters) }
        let sound = group?.sound ?? first
        letters = letters.dropFirst(group?.letters.count ?? 1)
        if sound != last, index[Int(sound)] != Self.unknown { out.append(index[Int(sound)]) }
        last = sound
      }
    }
    return hasGeneric
  }

  /// How like two runs of sounds are: 1 for the same, 0 for what chance gives, below for less.
  func likeness(_ a: [UInt8], _ b: [UInt8], _ scratch: inout [Float]) -> Double {
    guard !a.isEmpty, !b.isEmpty else { return 0 }
    let width = b.count + 1
    scratch.removeAll(keepingCapacity: true)
    scratch.append(0)
    for sound in b { scratch.append((scratch.last ?? 0) + gaps[Int(sound)]) }
    for x in a {
      var corner = scratch[0]
      scratch[0] += gaps[Int(x)]
      let row = Int(x) * size
      for j in 1..<width {
        let y = Int(b[j - 1])
        let best = max(
          corner + pairs[row + y], max(scratch[j] + gaps[Int(x)], scratch[j - 1] + gaps[y]))
        corner = scratch[j]
        scratch[j] = best
      }
    }
    let most = max(own(a), own(b))
    return most > 0 ? Double(scratch[width - 1] / most) : 0
  }

  private func own(_ sounds: [UInt8]) -> Float {
    sounds.reduce(0) { $0 + pairs[Int($1) * size + Int($1)] }
  }
}
