import Foundation
import PatchworkLanguage
import PatchworkText

/// Sentences of our own with their parses, as `patchwork parse --to json` prints them; tests need no model.
enum SentenceFixtures {
  /// The parse of a sentence that the fixture file holds.
  static func parse(_ text: String) throws -> Parse {
    guard let parse = try all.get()[text] else { throw Missing(text: text) }
    return parse
  }

  struct Missing: Error {
    let text: String
  }

  private static let all = Result {
    let url = Bundle.module.bundleURL.appendingPathComponent("Fixtures/sentences.jsonl")
    let lines = try String(contentsOf: url, encoding: .utf8).split(separator: "\n")
    let decoder = JSONDecoder()
    let sentences = try lines.map { try decoder.decode(Sentence.self, from: Data($0.utf8)) }
    return Dictionary(uniqueKeysWithValues: sentences.map { ($0.text, $0.parse) })
  }
}

/// One line of the fixture file.
private struct Sentence: Decodable {
  let text: String
  let tokens: [TokenRow]
  let entities: [EntityRow]

  var parse: Parse {
    // The file counts code points, a parse counts bytes.
    var bytes: [Int] = [0]
    for scalar in text.unicodeScalars { bytes.append(bytes[bytes.count - 1] + UTF8.width(scalar)) }
    return Parse(
      text: text,
      tokens: tokens.map { $0.token(at: bytes[$0.start]) },
      entities: entities.map { Entity(tokens: $0.first..<$0.end, label: $0.label) })
  }
}

extension UTF8 {
  fileprivate static func width(_ scalar: Unicode.Scalar) -> Int { String(scalar).utf8.count }
}

private struct TokenRow: Decodable {
  let word: String
  let start: Int
  let hasSpace: Bool
  let tag: Tag
  let pos: PartOfSpeech
  let morph: String
  let lemma: String
  let dep: Dependency
  let head: Int
  let startsSentence: Bool

  init(from decoder: any Decoder) throws {
    var row = try decoder.unkeyedContainer()
    word = try row.decode(String.self)
    start = try row.decode(Int.self)
    hasSpace = try row.decode(Bool.self)
    tag = Tag(rawValue: try row.decode(String.self)) ?? .none
    pos = PartOfSpeech(rawValue: try row.decode(String.self)) ?? .none
    morph = try row.decode(String.self)
    lemma = try row.decode(String.self)
    dep = Dependency(rawValue: try row.decode(String.self)) ?? .none
    head = try row.decode(Int.self)
    startsSentence = try row.decode(Bool.self)
  }

  func token(at byte: Int) -> Token {
    Token(
      span: Span(byte, byte + word.utf8.count), hasSpace: hasSpace,
      isSpace: word.allSatisfy(\.isWhitespace), tag: tag, pos: pos, dep: dep, head: head,
      isSentenceStart: startsSentence, morph: morph, lemma: lemma)
  }
}

private struct EntityRow: Decodable {
  let first: Int
  let end: Int
  let label: EntityLabel

  init(from decoder: any Decoder) throws {
    var row = try decoder.unkeyedContainer()
    first = try row.decode(Int.self)
    end = try row.decode(Int.self)
    let name = try row.decode(String.self)
    guard let label = EntityLabel(rawValue: name) else {
      throw DecodingError.dataCorruptedError(in: row, debugDescription: "no label \(name)")
    }
    self.label = label
  }
}
