import PatchworkStore
import Synchronization

/// Keeps a copy of the journal up with a record that is served.
final class JournalCopying: Sendable {
  private let copy: JournalCopy
  /// The newest entry that is copied.
  private let last = Mutex(0)

  init(_ copy: JournalCopy) { self.copy = copy }

  /// Copies what came since the last time; what fails is told, and tried again the next time.
  func follow(_ record: RecordFile, log: (String) -> Void) {
    last.withLock { last in
      do {
        let newest = try record.newestEntry()
        guard newest != last else { return }
        try copy.extend(from: record)
        last = newest
      } catch {
        log("the journal is not copied: \(error)")
      }
    }
  }
}
