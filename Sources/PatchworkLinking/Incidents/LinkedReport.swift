public import PatchworkRecord

/// A report with what was read from it, as linking takes it.
public struct LinkedReport: Sendable {
  /// Identifier of the report.
  public let id: String
  /// Day of publication, where it is known.
  public let published: CivilDay?
  /// The text that the accounts' spans count in.
  public let text: String
  /// What was read.
  public let reading: Reading

  /// Makes a linked report.
  public init(id: String, published: CivilDay?, text: String, reading: Reading) {
    self.id = id
    self.published = published
    self.text = text
    self.reading = reading
  }
}
