import Foundation
import PatchworkDisplay
import PatchworkExtraction

extension ExtractionError {
  /// What is wrong, for people, without a full stop.
  var sentence: String {
    switch code {
    case .unreadable: "cannot be read" + because
    case .empty: "is empty"
    case .binary: "is not text"
    case .tooLarge: "is larger than \(limitText)"
    case .lineTooLong: "the line is longer than \(limitText)"
    case .invalidUTF8: "is not UTF-8\(placeText)"
    case .invalidJSON: "is not JSON\(placeText)"
    case .notAnObject: "is JSON, but not an object\(foundText)"
    case .missingField: "the field \(fieldText) is missing"
    case .wrongType: "the field \(fieldText) must be a string\(foundText)"
    case .badDate:
      "the field \(fieldText) is neither a day like 2016-09-19 nor an RFC 3339 time\(foundText)"
    case .tooComplex:
      "the page has more parts than are read\(cause == .none ? "" : " (\(limitText))")"
    case .noArticle: "no article was found in the page"
    case .indexPage:
      "is an index page: it has no article of its own, only headlines that lead to some\(headlinesText); "
        + "extract the pages behind them"
    case .errorPage:
      "is an error page, not the article that it stands for\(foundText); fetch the article again"
    case .brokenRecord: "the record is broken\(foundText)"
    case .badCompression: "the compressed bytes do not unpack\(placeText)\(foundText)"
    case .notAFeed: "is no feed: it has no entries"
    case .noText: "holds no text"
    case .scanned:
      "its pages are pictures without text; put it through text recognition (OCR) first"
    case .encrypted: "is encrypted; take the password off first"
    case .damaged: "is damaged\(foundText)"
    }
  }

  private var because: String {
    switch cause {
    case .system(let number): ": " + String(cString: strerror(number))
    case .found(let what): ": " + ShownText.clean(what)
    case .none, .limit, .headlines: ""
    }
  }

  private var fieldText: String {
    if case .field(let name) = location { return "“\(ShownText.clean(name))”" }
    return "that is needed"
  }

  private var placeText: String {
    if case .byte(let offset) = location { return " (byte \(offset))" }
    return ""
  }

  private var foundText: String {
    if case .found(let what) = cause { return ": \(ShownText.clean(what))" }
    return ""
  }

  private var headlinesText: String {
    if case .headlines(let count) = cause { return " (\(count))" }
    return ""
  }

  private var limitText: String {
    guard case .limit(let limit) = cause else { return "the limit" }
    return limit >= 1 << 20 && code != .tooComplex ? "\(limit >> 20) MB" : "\(limit)"
  }
}
