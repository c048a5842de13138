/// The days within which a report without a day of publication was published, as far as its own words tell.
public struct ImpliedInterval: Hashable, Sendable {
  /// First possible day as ISO 8601: the latest thing told as past had happened; nil where nothing tells.
  public var from: String?
  /// Last possible day: the earliest thing told as ahead was still to come; nil where nothing tells.
  public var to: String?
  /// The day of a year, `MM-DD`, after which it was published where words tell a past day without its year; nil where none do.
  public var afterDay: String?
  /// The times that bound it, that of `from` first and that of `afterDay` last.
  public var times: [Quote]
  /// The sentences of those times.
  public var sentences: [Quote]

  /// Makes an interval.
  public init(
    from: String?, to: String?, afterDay: String? = nil, times: [Quote], sentences: [Quote]
  ) {
    self.from = from
    self.to = to
    self.afterDay = afterDay
    self.times = times
    self.sentences = sentences
  }

  /// The interval as Extended Date/Time Format, an unknown end as `..`.
  public var edtf: String { from == to ? from ?? "" : "\(from ?? "..")/\(to ?? "..")" }
}
