import PatchworkRecord
import PatchworkText

extension ReportLine {
  /// Makes a report of one JSON line; a pure function, so that lines can be taken in parallel.
  public init(_ line: RawLine, limits: ExtractionLimits = ExtractionLimits()) {
    lineNumber = line.number
    switch line.content {
    case .tooLong:
      id = nil
      result = .failure(ExtractionError(.lineTooLong, cause: .limit(limits.line)))
    case .unreadable(let number):
      id = nil
      result = .failure(ExtractionError(.unreadable, cause: .system(number)))
    case .bytes(let bytes):
      var door = JSONLineDoor(limits: limits)
      do throws(ExtractionError) {
        result = .success(try door.report(bytes))
      } catch {
        result = .failure(error)
      }
      id = door.id
    }
  }
}

/// The door for one line of JSON: `{"id", "text" or "html", "published", "title", "outlet", "url", "language"}`.
struct JSONLineDoor {
  let limits: ExtractionLimits
  /// The id, as soon as it is known.
  private(set) var id: String?

  init(limits: ExtractionLimits) {
    self.limits = limits
  }

  mutating func report(_ bytes: [UInt8]) throws(ExtractionError) -> Report {
    let line = try object(bytes)
    if case .string(let given)? = line["id"] { id = given }
    guard let id = try string("id", of: line) else {
      throw ExtractionError(.missingField, at: .field("id"))
    }
    var supplied = SuppliedFields()
    supplied.title = try string("title", of: line) ?? ""
    supplied.outlet = try string("outlet", of: line) ?? ""
    supplied.url = try string("url", of: line) ?? ""
    supplied.language = try string("language", of: line) ?? ""
    supplied.published = try date("published", of: line)
    if let text = try string("text", of: line) {
      return PlainTextDoor.report(id: id, text: text, supplied: supplied)
    }
    guard let html = try string("html", of: line) else {
      throw ExtractionError(.missingField, at: .field("text"))
    }
    return try HTMLDoor(limits: limits).report(id: id, html: html, supplied: supplied)
  }

  private func object(_ bytes: [UInt8]) throws(ExtractionError) -> JSONValue {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw ExtractionError(.invalidUTF8, at: .byte(validPrefix(bytes)))
    }
    let parsed: Result<JSONValue, JSONError> = bytes.withUnsafeBufferPointer { buffer in
      do throws(JSONError) {
        return .success(try JSONParser.parse(UnsafeBufferPointer(rebasing: buffer[mark...])))
      } catch {
        return .failure(error)
      }
    }
    switch parsed {
    case .failure(let error): throw ExtractionError(.invalidJSON, at: .byte(error.offset + mark))
    case .success(let value):
      guard case .object = value else {
        throw ExtractionError(.notAnObject, cause: .found(value.typeName))
      }
      return value
    }
  }

  private func string(
    _ field: String, of line: JSONValue
  ) throws(ExtractionError) -> String? {
    switch line[field] {
    case nil, .null?: return nil
    case .string(let text)?: return text
    case let other?:
      throw ExtractionError(.wrongType, at: .field(field), cause: .found(other.typeName))
    }
  }

  private func date(
    _ field: String, of line: JSONValue
  ) throws(ExtractionError) -> SourcedDate? {
    guard let value = try string(field, of: line), !value.isEmpty else { return nil }
    guard ReportDate.isValid(value) else {
      throw ExtractionError(.badDate, at: .field(field), cause: .found(String(value.prefix(80))))
    }
    return SourcedDate(value: value, origin: "supplied")
  }

  /// Bytes before the first that is no UTF-8.
  private func validPrefix(_ bytes: [UInt8]) -> Int {
    var decoder = UTF8()
    var source = bytes.makeIterator()
    var valid = 0
    while case .scalarValue(let scalar) = decoder.decode(&source) {
      valid += UTF8.width(scalar)
    }
    return valid
  }
}
