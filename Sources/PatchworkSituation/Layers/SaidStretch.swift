import PatchworkRecord

/// The days, and where they are said the hours, that an account gives a state.
struct SaidStretch {
  /// The first day that is said; nil where none is, and where only the last is.
  private(set) var first: CivilDay?
  /// The last day.
  private(set) var last: CivilDay?
  /// The hour of the first day.
  private(set) var firstTime: TimeOfDay?
  /// The hour of the last day.
  private(set) var lastTime: TimeOfDay?

  /// From a beginning until an end; without an end it is said to last until it is told.
  init(from since: TimeExpression?, until: TimeExpression?, _ published: CivilDay?) {
    let begin = since?.from.flatMap(CivilDay.init(iso:))
    let end = (until?.to ?? until?.from).flatMap(CivilDay.init(iso:))
    // Of what only has an end the beginning is not known: it is not the day on which it is told.
    if begin == nil, let end, let published, end >= published {
      (last, lastTime) = (end, TimeOfDay(until))
      return
    }
    let sinceEnds = since?.to.flatMap(CivilDay.init(iso:))
    order(begin ?? end, end ?? sinceEnds.map { max($0, published ?? $0) } ?? published)
    if first == begin { firstTime = TimeOfDay(since) }
    if end != nil, last == end { lastTime = TimeOfDay(until) }
  }

  /// The days of a happening; one that is past and has no last day ended when it was told.
  init(of time: TimeExpression?, _ published: CivilDay?, past: Bool) {
    guard let time else { return }
    let begin = time.from.flatMap(CivilDay.init(iso:))
    let end = time.to.flatMap(CivilDay.init(iso:))
    order(begin ?? end, end ?? (past ? published : begin))
    if begin != nil { firstTime = TimeOfDay(time) }
  }

  /// No stretch that runs backwards, and none where no day is said.
  private mutating func order(_ first: CivilDay?, _ last: CivilDay?) {
    guard let first else { return }
    self.first = first
    self.last = last.map { max($0, first) } ?? first
  }
}
