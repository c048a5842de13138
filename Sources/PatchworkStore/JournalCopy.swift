import Foundation
public import PatchworkRecord
import PatchworkText

/// A copy of a record's journal outside of it: a file of JSON lines that is only ever appended to.
///
/// Who can write the record can write a whole new chain into it; held against a copy that lies elsewhere, or whose file system lets
/// it grow alone, that shows.
public struct JournalCopy: Sendable {
  /// Where it is.
  public let path: String

  /// Why a copy cannot be used.
  public enum Failure: Error, Equatable, Sendable {
    /// The file cannot be read, or appended to.
    case unreadable(path: String)
    case unwritable(path: String)
    /// The last entry that was copied is not the record's: it is another record, or its journal was changed.
    case departs(path: String, at: Int)
    /// The file is no copy of a journal.
    case notACopy(path: String)
  }

  /// A copy at a path; the file need not be there yet.
  public init(path: String) { self.path = path }

  /// Appends the entries that came since, and gives how many there were; when this returns they are on the disk.
  @discardableResult
  public func extend(from record: RecordFile) throws -> Int {
    let last = try self.last()
    var lines: [UInt8] = last.endsInHalfALine ? [UInt8(ascii: "\n")] : []
    var count = 0
    // The entry that was copied last is read again, to see that it is the record's.
    var isKnown = last.entry == nil
    try record.forEachEntry(after: (last.entry?.number ?? 1) - 1) { entry in
      if let copied = last.entry, entry.number == copied.number {
        guard entry == copied else { throw Failure.departs(path: path, at: copied.number) }
        isKnown = true
      } else {
        lines += Self.line(entry)
        count += 1
      }
    }
    if let copied = last.entry, !isKnown { throw Failure.departs(path: path, at: copied.number) }
    if count > 0 { try append(lines) }
    return count
  }

  /// Where the record's journal is not what was copied, in order.
  public func flaws(in record: RecordFile) throws -> [Flaw] {
    let data = try contents()
    var flaws: [Flaw] = []
    var copied: [Int: String] = [:]
    var last = (number: 0, hash: Journal.beginning)
    for line in data.split(separator: UInt8(ascii: "\n")) {
      // The half of a line that was cut off is written again behind it.
      guard let entry = Self.entry(line) else { continue }
      if entry.digest() != entry.sha256 { flaws.append(.copyChanged(entry.number)) }
      if entry.number != last.number + 1 || entry.beforeSHA256 != last.hash {
        flaws.append(.copyBroken(at: entry.number))
      }
      last = (entry.number, entry.sha256)
      copied[entry.number] = entry.sha256
    }
    if copied.isEmpty, !data.isEmpty { throw Failure.notACopy(path: path) }
    try record.forEachEntry { entry in
      guard let own = copied.removeValue(forKey: entry.number) else { return }
      if own != entry.sha256 { flaws.append(.entryDeparts(entry.number)) }
    }
    return flaws + copied.keys.sorted().map { .entryGone($0) }
  }

  /// The entry that stands last in the file, nil where there is none.
  private func last() throws(Failure) -> (entry: JournalEntry?, endsInHalfALine: Bool) {
    guard FileManager.default.fileExists(atPath: path) else { return (nil, false) }
    let data = try contents()
    let isHalf = data.last.map { $0 != UInt8(ascii: "\n") } ?? false
    // Of a long copy the end is looked at first.
    for length in [1 << 16, 1 << 22, data.count] {
      let lines = data.suffix(length).split(separator: UInt8(ascii: "\n"))
      if let entry = lines.reversed().lazy.compactMap(Self.entry).first { return (entry, isHalf) }
      if length >= data.count, lines.count > 1 { throw .notACopy(path: path) }
    }
    return (nil, isHalf)
  }

  private func contents() throws(Failure) -> Data {
    // Mapped, not read: of a long journal only what is looked at comes into memory.
    do {
      return try Data(contentsOf: URL(fileURLWithPath: path), options: .alwaysMapped)
    } catch { throw .unreadable(path: path) }
  }

  private func append(_ lines: [UInt8]) throws(Failure) {
    let file = open(path, O_WRONLY | O_APPEND | O_CREAT, 0o600)
    guard file >= 0 else { throw .unwritable(path: path) }
    let handle = FileHandle(fileDescriptor: file, closeOnDealloc: true)
    do {
      try handle.write(contentsOf: Data(lines))
      try handle.synchronize()
    } catch { throw .unwritable(path: path) }
  }

  private static func line(_ entry: JournalEntry) -> [UInt8] {
    var writer = JSONWriter(capacity: 512)
    entry.write(to: &writer)
    writer.newline()
    return writer.bytes
  }

  private static func entry(_ line: Data) -> JournalEntry? {
    let bytes = Array(line)
    guard let value = bytes.withUnsafeBufferPointer({ try? JSONParser.parse($0) }),
      case .number(let digits)? = value["number"], let number = Int(digits)
    else { return nil }
    func text(_ name: String) -> String? { value[name]?.string }
    guard let at = text("at"), let who = text("who"), let action = text("action"),
      let subject = text("subject"), let detail = text("detail"), let reason = text("reason"),
      let before = text("before_sha256"), let own = text("sha256")
    else { return nil }
    return JournalEntry(
      number: number, at: at, who: who, action: action, subject: subject, detail: detail,
      reason: reason, beforeSHA256: before, sha256: own)
  }
}

extension JournalEntry {
  /// Writes the entry as an object, its hash and that of the entry before it among its members.
  public func write(to writer: inout JSONWriter) {
    writer.begin(.object)
    writer.member("number", orNull: number)
    writer.member("at", at)
    writer.member("who", who)
    writer.member("action", action)
    writer.member("subject", subject)
    writer.member("detail", detail)
    writer.member("reason", reason)
    writer.member("before_sha256", beforeSHA256)
    writer.member("sha256", sha256)
    writer.end(.object)
  }
}
