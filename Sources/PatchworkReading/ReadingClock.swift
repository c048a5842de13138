import Synchronization

/// How long the steps of reading took, gathered over reports.
public final class ReadingClock: Sendable {
  /// A step of reading, in the order in which they run.
  public enum Step: String, CaseIterable, Sendable {
    /// Tokens, tags, tree and entities.
    case parsing
    /// Who says what.
    case attribution
    /// Times found and resolved.
    case times
    /// Counts found and measured.
    case counts
    /// Names of places found in the text and looked up.
    case placeScan = "places: scan"
    /// Which of its namesakes a place is, and where.
    case placeChoice = "places: choice"
    /// What happened and what holds.
    case happenings
    /// All of it joined.
    case joining
  }

  private let spent = Mutex<[Step: Duration]>([:])

  /// Starts with nothing spent.
  public init() {}

  /// Seconds of wall time that a step took, over all threads.
  public func seconds(_ step: Step) -> Double {
    spent.withLock { $0[step] ?? .zero } / .seconds(1)
  }

  func add(_ time: Duration, to step: Step) {
    spent.withLock { $0[step, default: .zero] += time }
  }
}

extension ReadingClock? {
  /// What some work gives, with its time put down where there is a clock.
  func timed<Value>(_ step: ReadingClock.Step, _ work: () -> Value) -> Value {
    guard let self else { return work() }
    let start = ContinuousClock.now
    let value = work()
    self.add(ContinuousClock.now - start, to: step)
    return value
  }
}
