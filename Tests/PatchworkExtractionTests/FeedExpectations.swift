import Foundation
import Testing

@testable import PatchworkExtraction

/// What the makers of a feed for tests expect of it, for the fields that we have.
struct FeedExpectation {
  let field: String
  let value: String

  /// Takes the expectations `entries[0]['title'] == 'A'` out of the comment at a feed's head.
  static func all(in text: String) -> [FeedExpectation] {
    let pattern =
      #/(entries\[0\]|feed)\[u?'(\w+)'\](\[0\]\['value'\])? == u?(?:'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)")/#
    guard let end = text.firstRange(of: "-->") else { return [] }
    return text[..<end.lowerBound].matches(of: pattern).map { match in
      FeedExpectation(
        field: "\(match.output.1).\(match.output.2)",
        value: unescaped(String(match.output.4 ?? match.output.5 ?? "")))
    }
  }

  /// Whether a feed fulfils it; nil for a field that we do not have.
  func holds(of feed: Feed?) -> Bool? {
    let entry = feed?.entries.first
    let found: String?
    switch field {
    case "feed.title": found = feed?.title
    case "feed.language": found = feed?.language
    case "entries[0].title": found = entry?.title
    case "entries[0].link": found = entry?.link
    case "entries[0].id", "entries[0].guid": found = entry?.id
    case "entries[0].published", "entries[0].created": found = entry?.published
    case "entries[0].updated", "entries[0].modified":
      found = entry.map { $0.modified.isEmpty ? $0.published : $0.modified }
    case "entries[0].content": found = entry?.body
    case "entries[0].summary", "entries[0].description": found = entry?.body
    default: return nil
    }
    // Titles are lines of text already; to take markup off once more would lose what they say of it.
    let given = found ?? ""
    let alike = [value.trimmed, Self.folded(value)]
    return alike.contains(given.trimmed) || alike.contains(Self.folded(given))
  }

  /// Words alone, since markup is cleaned by rules of each reader's own.
  private static func folded(_ text: String) -> String { FragmentText.line(text) }

  private static func unescaped(_ literal: String) -> String {
    var out = ""
    var rest = literal[...]
    while let first = rest.popFirst() {
      guard first == "\\", let letter = rest.popFirst() else {
        out.append(first)
        continue
      }
      switch letter {
      case "n": out.append("\n")
      case "t": out.append("\t")
      case "u", "x", "U":
        let count = letter == "u" ? 4 : letter == "U" ? 8 : 2
        let scalar = UInt32(rest.prefix(count), radix: 16).flatMap(Unicode.Scalar.init)
        out.unicodeScalars.append(scalar ?? "\u{FFFD}")
        rest = rest.dropFirst(count)
      default: out.append(letter)
      }
    }
    return out
  }
}

@Suite(.enabled(if: sharedFolder("") != nil, "PATCHWORK_SHARED is not set"))
struct FeedExpectationTests {
  @Test func `feeds of every version hold what their makers expect`() throws {
    let folder = try #require(sharedFolder("gold/extraction/formats/feeds"))
    let paths = try #require(FileManager.default.enumerator(atPath: folder)).compactMap {
      $0 as? String
    }
    var held = 0
    var broken: [String] = []
    var files = 0
    for path in paths.sorted() where path.hasSuffix(".xml") {
      files += 1
      let bytes = [UInt8](try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(path)")))
      let text = bytes.withUnsafeBufferPointer {
        DecodedText($0, declared: DeclaredEncoding.label(in: $0)).text
      }
      let feed = Feed(text, limits: ExtractionLimits())
      for expectation in FeedExpectation.all(in: text) {
        switch expectation.holds(of: feed) {
        case true?: held += 1
        case false?:
          broken.append("\(path): \(expectation.field) == \(expectation.value.prefix(60))")
        case nil: break
        }
      }
    }
    print("\(files) feeds, \(held) of \(held + broken.count) expectations hold")
    if ProcessInfo.processInfo.environment["PATCHWORK_SHOW"] != nil {
      print(broken.joined(separator: "\n"))
    }
    #expect(files > 600)
    #expect(held * 100 >= (held + broken.count) * 90)
  }
}
