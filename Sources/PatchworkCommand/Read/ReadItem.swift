import PatchworkDisplay
import PatchworkExtraction
import PatchworkRecord

/// One thing that came in: a report, or the fact that there is none.
enum ReadItem: Sendable {
  case report(Report, Original)
  case failure(ReadFailure)

  /// Makes the report of a parcel.
  init(_ parcel: Parcel, of input: String) {
    let made = parcel.report()
    switch made.result {
    case .success(let report):
      let file = input == "-" ? "standard input" : "file \(input)"
      let acquired = report.acquired.map { ", acquired \($0.value)" } ?? ""
      self = .report(
        report,
        Original(
          bytes: parcel.bytes, how: file + parcel.place.text + acquired,
          isJSONLine: parcel.place.isLine))
    case .failure(let error):
      self = .failure(ReadFailure(input: input, place: parcel.place, id: made.id, error: error))
    }
  }

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
  /// Where in it.
  var place = Parcel.Place.whole
  /// The id, where one was given.
  var id: String?
  /// What is wrong.
  var error: ExtractionError

  /// Whether the input itself could not be opened or read.
  var isUnreadable: Bool { error.code == .unreadable }

  /// Where and why, in one sentence for people.
  var sentence: String {
    var place = input == "-" ? "standard input" : ShownText.clean(input)
    place += self.place.text
    return "\(place): \(error.sentence)"
  }

  /// The line, from 1, where the input has lines.
  var line: Int? {
    if case .line(let number) = place { number } else { nil }
  }

  /// The line that stands in the machine output in place of the report.
  var jsonLine: [UInt8] {
    JSONLine.failure(id: id, line: line, code: error.code.rawValue, message: error.sentence)
  }
}

extension Parcel.Place {
  /// Whether it is a line.
  var isLine: Bool { if case .line = self { true } else { false } }

  /// Where in an input, for people, behind its name.
  var text: String {
    switch self {
    case .whole: ""
    case .line(let number): ", line \(number)"
    case .record(let offset): ", record at byte \(offset)"
    case .entry(let number): ", entry \(number)"
    case .message(let number): ", message \(number)"
    }
  }
}
