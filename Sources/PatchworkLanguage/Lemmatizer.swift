/// Base forms by rules, exceptions and a list of known forms.
final class Lemmatizer: Sendable {
  private struct Word {
    let index: ByteTable
    let exceptions: ByteTable
    let exceptionLemmas: [[[UInt8]]]
    let rules: [(old: [UInt8], new: [UInt8])]
  }

  /// Tables by part of speech; written once while the model loads.
  private let words: [PartOfSpeech: Word]

  private static let parts: [PartOfSpeech] = [.adj, .adv, .noun, .verb, .punct]

  init(_ file: ModelFile) throws(ModelError) {
    var rules: [UInt64: [(old: [UInt8], new: [UInt8])]] = [:]
    var exceptions: [UInt64: (ByteTable, [[[UInt8]]])] = [:]
    var indexes: [UInt64: ByteTable] = [:]
    var reader = MessageReader(file.bytes, file: file.name)
    for _ in 0..<(try reader.mapHeader()) {
      let table = try reader.string()
      switch String(decoding: file.bytes[table], as: UTF8.self) {
      case "lemma_rules":
        for _ in 0..<(try reader.mapHeader()) {
          let part = try reader.unsigned()
          rules[part] = try Self.rules(&reader)
        }
      case "lemma_exc":
        for _ in 0..<(try reader.mapHeader()) {
          let part = try reader.unsigned()
          exceptions[part] = try Self.exceptions(&reader)
        }
      case "lemma_index":
        for _ in 0..<(try reader.mapHeader()) {
          let part = try reader.unsigned()
          indexes[part] = try Self.index(&reader)
        }
      default: _ = try reader.value()
      }
    }
    var words: [PartOfSpeech: Word] = [:]
    for part in Self.parts {
      let id = StringID.of(part.rawValue.lowercased())
      let (forms, lemmas) = exceptions[id] ?? (ByteTable(), [])
      let word = Word(
        index: indexes[id] ?? ByteTable(), exceptions: forms, exceptionLemmas: lemmas,
        rules: rules[id] ?? [])
      if word.index.count > 0 || forms.count > 0 || !word.rules.isEmpty { words[part] = word }
    }
    guard !words.isEmpty else { throw file.unsupported("no table of lemmas") }
    self.words = words
  }

  private static func rules(
    _ reader: inout MessageReader
  ) throws(ModelError) -> [(old: [UInt8], new: [UInt8])] {
    var rules: [(old: [UInt8], new: [UInt8])] = []
    for _ in 0..<(try reader.arrayHeader()) {
      guard try reader.arrayHeader() == 2 else { throw reader.damaged("expected a pair") }
      let old = try reader.string()
      let new = try reader.string()
      rules.append((Array(reader.bytes[old]), Array(reader.bytes[new])))
    }
    return rules
  }

  private static func exceptions(
    _ reader: inout MessageReader
  ) throws(ModelError) -> (ByteTable, [[[UInt8]]]) {
    let count = try reader.mapHeader()
    let forms = ByteTable(capacity: count)
    var lemmas: [[[UInt8]]] = []
    for _ in 0..<count {
      let form = try reader.string()
      var list: [[UInt8]] = []
      for _ in 0..<(try reader.arrayHeader()) {
        let lemma = try reader.string()
        list.append(Array(reader.bytes[lemma]))
      }
      let place = reader.bytes.withUnsafeBufferPointer {
        forms.insert(UnsafeBufferPointer(rebasing: $0[form]))
      }
      if place == lemmas.count { lemmas.append(list) } else { lemmas[place] = list }
    }
    return (forms, lemmas)
  }

  private static func index(_ reader: inout MessageReader) throws(ModelError) -> ByteTable {
    let count = try reader.arrayHeader()
    let table = ByteTable(capacity: count)
    for _ in 0..<count {
      let form = try reader.string()
      reader.bytes.withUnsafeBufferPointer { bytes in
        _ = table.insert(UnsafeBufferPointer(rebasing: bytes[form]))
      }
    }
    return table
  }

  /// Whether a word in lower case is in the lists, as it is or after a rule for endings.
  func knows(_ word: [UInt8]) -> Bool {
    words.values.contains { part in
      part.index.find(word) >= 0 || part.exceptions.find(word) >= 0
        || part.rules.contains { rule in
          word.count > rule.old.count && ends(word, with: rule.old)
            && part.index.find(Array(word.dropLast(rule.old.count)) + rule.new) >= 0
        }
    }
  }

  /// The base form of a word with its part of speech and morphology.
  func lemma(of form: UnsafeBufferPointer<UInt8>, pos: PartOfSpeech, morph: String) -> String {
    func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }
    let lower = Scalars.lowercased(form)
    if pos == .none || pos == .space || Self.isBase(pos, morph) { return text(lower) }
    guard let word = words[pos] else {
      return pos == .propn ? String(decoding: form, as: UTF8.self) : text(lower)
    }
    var known: [[UInt8]] = []
    var unknown: [[UInt8]] = []
    for rule in word.rules where lower.count >= rule.old.count && ends(lower, with: rule.old) {
      let candidate = Array(lower.dropLast(rule.old.count)) + rule.new
      if candidate.isEmpty { continue }
      if word.index.find(candidate) >= 0 {
        known.insert(candidate, at: 0)
      } else if !Scalars.isAlphabetic(candidate) {
        known.append(candidate)
      } else {
        unknown.append(candidate)
      }
    }
    let exception = word.exceptions.find(lower)
    if exception >= 0 {
      for lemma in word.exceptionLemmas[exception] where !known.contains(lemma) {
        known.insert(lemma, at: 0)
      }
    }
    if let first = known.first ?? unknown.first { return text(first) }
    return String(decoding: form, as: UTF8.self)
  }

  private func ends(_ text: [UInt8], with end: [UInt8]) -> Bool {
    text.suffix(end.count).elementsEqual(end)
  }

  /// Whether the morphology says that a word is its own base form.
  private static func isBase(_ pos: PartOfSpeech, _ morph: String) -> Bool {
    var features: [Substring: Substring] = [:]
    for feature in morph.split(separator: "|") {
      let parts = feature.split(separator: "=", maxSplits: 1)
      if parts.count == 2 { features[parts[0]] = parts[1] }
    }
    if pos == .noun, features["Number"] == "Sing" { return true }
    if pos == .verb, features["VerbForm"] == "Fin", features["Tense"] == "Pres",
      features["Number"] == nil
    {
      return true
    }
    let form = features["VerbForm"]
    return form == "Inf" || form == "None" || features["Degree"] == "Pos"
  }
}
