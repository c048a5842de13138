public import PatchworkRecord

/// One line of a stream of reports: the report, or why there is none.
public struct ReportLine: Sendable {
  /// Number of the line, from 1.
  public let lineNumber: Int
  /// The id the line gave, also where the rest of it was unusable.
  public let id: String?
  /// The report or the error.
  public let result: Result<Report, ExtractionError>
}

/// Reports from JSON lines, one at a time; a bad line gives an error value and the stream goes on.
public struct ReportStream: Sequence, IteratorProtocol {
  private var lines: LineStream
  private let limits: ExtractionLimits

  /// Reads from an open file descriptor, which stays the caller's to close.
  public init(descriptor: Int32, limits: ExtractionLimits = ExtractionLimits()) {
    lines = LineStream(descriptor: descriptor, limits: limits)
    self.limits = limits
  }

  /// The next line that is not blank, nil at the end.
  public mutating func next() -> ReportLine? {
    lines.next().map { ReportLine($0, limits: limits) }
  }
}
