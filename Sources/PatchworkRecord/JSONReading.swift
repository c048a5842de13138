public import PatchworkText

/// Why a line is not a reading of a text.
public enum ReadingError: Error, Equatable, Sendable {
  /// The line is not JSON; offset of the first byte that does not fit.
  case notJSON(offset: Int)
  /// A member is missing or of another type, by its path ("accounts.3.source.kind").
  case member(path: String)
  /// A span does not read what it says it reads.
  case span(path: String)
}

extension Reading {
  /// The reading of a text out of the JSON form that `JSONLine.of` writes.
  public init(json line: [UInt8], text: String) throws(ReadingError) {
    let parsed: Result<JSONValue, JSONError> = line.withUnsafeBufferPointer { buffer in
      do throws(JSONError) { return .success(try JSONParser.parse(buffer)) } catch {
        return .failure(error)
      }
    }
    switch parsed {
    case .failure(let error): throw .notJSON(offset: error.offset)
    case .success(let value): try self.init(value, text: text)
    }
  }

  /// The reading of a text out of a parsed line.
  public init(_ line: JSONValue, text: String) throws(ReadingError) {
    let member = JSONMember(line, path: "", text: ReadText(text))
    let mentions = try member.object("mentions")
    self.init(
      accounts: try member.list("accounts") { m throws(ReadingError) in try m.account() },
      places: try mentions.list("places") { m throws(ReadingError) in try m.place() },
      times: try mentions.list("times") { m throws(ReadingError) in try m.time() },
      quantities: try mentions.list("quantities") { m throws(ReadingError) in try m.count() },
      entities: try mentions.list("entities") { m throws(ReadingError) in
        EntityMention(quote: try m.quote("span"), label: try m.string("label"))
      }, implied: try member.optional("published_implied")?.implied())
  }
}

/// A text with the conversion of its offsets.
final class ReadText: Sendable {
  let text: String
  let points: CodePoints

  init(_ text: String) {
    self.text = text
    points = CodePoints(text)
  }
}

/// A member of a parsed line, with its path for errors.
struct JSONMember {
  let value: JSONValue
  let path: String
  let text: ReadText

  init(_ value: JSONValue, path: String, text: ReadText) {
    self.value = value
    self.path = path
    self.text = text
  }

  private func at(_ name: String) -> String { path.isEmpty ? name : "\(path).\(name)" }

  /// The member of a name where it is there and not null.
  func optional(_ name: String) -> JSONMember? {
    guard let found = value[name], found != .null else { return nil }
    return JSONMember(found, path: at(name), text: text)
  }

  func object(_ name: String) throws(ReadingError) -> JSONMember {
    guard let found = optional(name), case .object = found.value else {
      throw .member(path: at(name))
    }
    return found
  }

  func string(_ name: String) throws(ReadingError) -> String {
    guard let text = value[name]?.string else { throw .member(path: at(name)) }
    return text
  }

  func integer(_ name: String) throws(ReadingError) -> Int? {
    guard let found = optional(name) else { return nil }
    guard case .number(let text) = found.value, let number = Int(text) else {
      throw .member(path: found.path)
    }
    return number
  }

  func double(_ name: String) throws(ReadingError) -> Double? {
    guard let found = optional(name) else { return nil }
    guard case .number(let text) = found.value, let number = Double(text) else {
      throw .member(path: found.path)
    }
    return number
  }

  func flag(_ name: String) -> Bool { value[name] == .bool(true) }

  func word<Value: RawRepresentable<String>>(_ name: String) throws(ReadingError) -> Value {
    guard let word = Value(rawValue: try string(name)) else { throw .member(path: at(name)) }
    return word
  }

  func list<Value>(
    _ name: String, _ read: (JSONMember) throws(ReadingError) -> Value
  ) throws(ReadingError) -> [Value] {
    guard case .array(let items)? = value[name] else { throw .member(path: at(name)) }
    var values: [Value] = []
    values.reserveCapacity(items.count)
    for (index, item) in items.enumerated() {
      values.append(
        try read(JSONMember(item, path: "\(at(name)).\(index)", text: text)))
    }
    return values
  }

  func quote() throws(ReadingError) -> Quote {
    guard let from = try integer("start").flatMap(text.points.byte(ofOffset:)),
      let to = try integer("end").flatMap(text.points.byte(ofOffset:)), from <= to,
      to <= text.text.utf8.count
    else { throw .span(path: path) }
    let quote = Quote(Span(from, to), in: text.text)
    guard quote.text == (try string("text")) else { throw .span(path: path) }
    return quote
  }

  func quote(_ name: String) throws(ReadingError) -> Quote { try object(name).quote() }
}
