import PatchworkExtraction
import PatchworkRecord

/// One thing that came in: a report, or the fact that there is none.
enum ReadItem: Sendable {
  case report(Report, Original)
  case failure(ReadFailure)

  /// Bytes that it keeps in memory, roughly.
  var weight: Int {
    switch self {
    case .report(let report, let original): report.text.utf8.count + original.bytes.count
    case .failure: 0
    }
  }
}

/// What a report came as.
struct Original: Equatable, Sendable {
  /// Its bytes: a file, or a line of JSON without its end.
  var bytes: [UInt8]
  /// Where from ("file a.html", "standard input, line 3").
  var how: String
  /// Whether it is a line of JSON.
  var isJSONLine: Bool
}

/// An input, or a line of one, that gave no report.
struct ReadFailure: Error, Equatable, Sendable {
  /// The file as given, "-" for standard input.
  var input: String
  /// The line, from 1, where the input has lines.
  var line: Int?
  /// The id, where one was given.
  var id: String?
  /// What is wrong.
  var error: ExtractionError

  /// Whether the input itself could not be opened or read.
  var isUnreadable: Bool { error.code == .unreadable }

  /// Where and why, in one sentence for people.
  var sentence: String {
    var place = input == "-" ? "standard input" : ShownText.clean(input)
    if let line { place += ", line \(line)" }
    return "\(place): \(error.sentence)"
  }

  /// The line that stands in the machine output in place of the report.
  var jsonLine: [UInt8] {
    JSONLine.failure(id: id, line: line, code: error.code.rawValue, message: error.sentence)
  }
}
