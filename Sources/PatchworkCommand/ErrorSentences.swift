import PatchworkExtraction

extension ExtractionError {
  /// The error as a sentence for a person, without the name of the input.
  var sentence: String {
    switch code {
    case .unreadable: "cannot be read\(reason)"
    case .empty: "is empty"
    case .binary: "is no text"
    case .tooLarge: "is larger than \(limit)"
    case .lineTooLong: "the line is longer than \(limit)"
    case .invalidUTF8: "is not valid UTF-8\(place)"
    case .invalidJSON: "is not valid JSON\(place)"
    case .notAnObject: "is not a JSON object but \(found)"
    case .missingField: "has no field \(field)"
    case .wrongType: "the field \(field) is not a string but \(found)"
    case .badDate: "\(field) is neither a day (2016-09-24) nor an RFC 3339 time: \(found)"
    case .tooComplex: "the page is larger than any page should be (over \(number) parts or bytes)"
    case .noArticle: "no article was found in the page"
    }
  }

  private var place: String {
    guard case .byte(let offset) = location else { return "" }
    return " at byte \(offset)"
  }

  private var field: String {
    guard case .field(let name) = location else { return "" }
    return "“\(name)”"
  }

  private var found: String {
    guard case .found(let what) = cause else { return "something else" }
    return "“\(what)”"
  }

  private var number: String {
    guard case .limit(let limit) = cause else { return "the limit" }
    return "\(limit)"
  }

  private var limit: String {
    guard case .limit(let bytes) = cause else { return "the limit" }
    return bytes >= 1 << 20 ? "\(bytes >> 20) MB" : "\(bytes) bytes"
  }

  private var reason: String {
    guard case .system(let number) = cause else { return "" }
    return ": \(SystemError.words(number))"
  }
}
