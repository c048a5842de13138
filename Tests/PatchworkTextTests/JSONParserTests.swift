@testable import PatchworkText
import PatchworkTestSupport
import Testing

@Suite struct JSONParserTests {
  static func parse(_ text: String, lenient: Bool = false) throws(JSONError) -> JSONValue {
    let result: Result<JSONValue, JSONError> = Array(text.utf8).withUnsafeBufferPointer { bytes in
      do throws(JSONError) { return .success(try JSONParser.parse(bytes, lenient: lenient)) } catch
      {
        return .failure(error)
      }
    }
    return try result.get()
  }

  @Test(arguments: [
    ("null", JSONValue.null), (" true ", .bool(true)), ("false", .bool(false)),
    ("-0.5e+10", .number("-0.5e+10")), (#""""#, .string("")), (#""a\u00e9é""#, .string("aéé")),
    ("[]", .array([])), ("[1,[2]]", .array([.number("1"), .array([.number("2")])])),
    ("{}", .object([])), (#"{"a":{"b":[]}}"#, .object([("a", .object([("b", .array([]))]))])),
  ])
  func `reads JSON`(text: String, value: JSONValue) throws {
    #expect(try Self.parse(text) == value)
  }

  @Test(arguments: [
    ("", 0), ("nul", 3), ("01", 1), ("1.", 2), ("+1", 0), (".5", 0), ("[1,]", 3), ("{,}", 1),
    (#"{"a"}"#, 4), (#"{"a":}"#, 5), (#"{a:1}"#, 1), (#""a"#, 2), (#""\x""#, 2), (#""\u12g4""#, 5),
    ("\"a\nb\"", 2), ("1 2", 2), ("'a'", 0), ("[1}", 2), ("NaN", 0), (#""\"#, 2),
  ])
  func `names the first byte that does not fit`(text: String, offset: Int) {
    #expect(throws: JSONError(offset: offset)) { try Self.parse(text) }
  }

  @Test func `lets line ends in strings pass where asked to`() throws {
    #expect(try Self.parse("\"a\nb\"", lenient: true) == .string("a\nb"))
  }

  @Test func `follows nesting to its limit and no further`() throws {
    let depth = JSONParser.depth
    let shallow = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
    #expect(try Self.parse(shallow) != .null)
    #expect(throws: JSONError(offset: depth)) { try Self.parse("[" + shallow + "]") }
  }

  @Test func `survives any bytes`() {
    var generator = SeededGenerator(seed: 11)
    let alphabet = Array(#"{}[]":,\u0eE+-.tfn 1aé"#.utf8)
    for _ in 0..<2000 {
      let count = Int.random(in: 0...24, using: &generator)
      let text = String(
        decoding: (0..<count).map { _ in alphabet.randomElement(using: &generator) ?? 0 },
        as: UTF8.self)
      do throws(JSONError) { _ = try Self.parse(text) } catch {
        #expect(error.offset <= text.utf8.count)
      }
    }
  }
}
