import Foundation
import GRDB
import PatchworkRecord
import PatchworkText

/// Something that is wrong with a record.
public enum Flaw: Hashable, Sendable {
  /// SQLite finds the file damaged.
  case damaged(String)
  /// A row points to one that is not there.
  case dangling(table: String, row: Int64, to: String)
  /// The journal has a gap before an entry, or an entry's hash or the one before it is another than it should be.
  case gap(before: Int)
  case entryChanged(Int)
  case chainBroken(at: Int)
  /// A line of a copy of the journal has another hash than it should, or does not follow the one before it.
  case copyChanged(Int)
  case copyBroken(at: Int)
  /// An entry of the journal is another than the one that was copied, or is there no more.
  case entryDeparts(Int)
  case entryGone(Int)
  /// A report's kept bytes or text are not those that its hash, or the journal's entry of its arrival, names.
  case bytesChanged(report: String, version: Int)
  case textChanged(report: String, version: Int)
  case arrivalUnknown(report: String, version: Int)
  /// A report's reading cannot be read, or a span of it does not read what it says; the path within the reading.
  case readingBroken(report: String, version: Int, path: String)
  /// A report's accounts in the tables are not those of its reading.
  case accountsDiffer(report: String, version: Int)
}

/// What verifying looked at and found.
public struct Verification: Hashable, Sendable {
  /// Reports looked at.
  public var reports = 0
  /// Accounts looked at.
  public var accounts = 0
  /// Entries of the journal looked at.
  public var entries = 0
  /// What is wrong.
  public var flaws: [Flaw] = []
}

extension RecordFile {
  /// Looks at every row: the file, the chain of the journal, hashes of bytes and texts, spans of readings, foreign keys.
  ///
  /// `progress` is called with how many reports were looked at and how many there are.
  public func verify(progress: (Int, Int) -> Void = { _, _ in }) throws(RecordFileError)
    -> Verification
  {
    do {
      return try pool.read { db in
        var found = Verification()
        for line in try String.fetchAll(db, sql: "PRAGMA integrity_check") where line != "ok" {
          found.flaws.append(.damaged(line))
        }
        for row in try Row.fetchAll(db, sql: "PRAGMA foreign_key_check") {
          found.flaws.append(.dangling(table: row[0], row: row[1] ?? 0, to: row[2]))
        }
        let arrivals = try Self.verifyJournal(&found, in: db)
        try Self.verifyReports(&found, arrivals: arrivals, progress, in: db)
        return found
      }
    } catch let error as DatabaseError {
      throw RecordFileError(error, path: path)
    } catch {
      throw .unusable(path: path, reason: "\(error)")
    }
  }

  /// Follows the chain; gives the hashes of bytes and text that entries of arrivals name, by report and version.
  private static func verifyJournal(
    _ found: inout Verification, in db: Database
  ) throws -> [String: [String]] {
    var arrivals: [String: [String]] = [:]
    var last = (number: 0, hash: Journal.beginning)
    let rows = try Row.fetchCursor(db, sql: "SELECT * FROM journal ORDER BY number")
    while let row = try rows.next() {
      let entry = Journal.entry(row)
      found.entries += 1
      if entry.number != last.number + 1 { found.flaws.append(.gap(before: entry.number)) }
      if entry.digest() != entry.sha256 { found.flaws.append(.entryChanged(entry.number)) }
      if entry.beforeSHA256 != last.hash { found.flaws.append(.chainBroken(at: entry.number)) }
      last = (entry.number, entry.sha256)
      guard ["add", "reread", "withdraw", "expunge"].contains(entry.action),
        entry.subject.hasPrefix("report ")
      else { continue }
      if entry.action == "expunge" { arrivals[Self.gone(String(entry.subject.dropFirst(7)))] = [] }
      var detail = entry.detail
      guard let parsed = detail.withUTF8({ try? JSONParser.parse($0) }),
        case .number(let version)? = parsed["version"]
      else { continue }
      arrivals["\(entry.subject.dropFirst(7)) \(version)"] = [
        parsed["bytes_sha256"]?.string ?? "", parsed["text_sha256"]?.string ?? "",
      ]
    }
    return arrivals
  }

  private static func verifyReports(
    _ found: inout Verification, arrivals: [String: [String]], _ progress: (Int, Int) -> Void,
    in db: Database
  ) throws {
    let total = try Int.fetchOne(db, sql: "SELECT count(*) FROM report") ?? 0
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.*, (SELECT count(*) FROM account a WHERE a.report = r.row) AS accounts
        FROM report r ORDER BY row
        """)
    while let row = try rows.next() {
      let (id, version): (String, Int) = (row["id"], row["version"])
      let (text, bytesHash, textHash): (String, String, String) = (
        row["text"], row["bytes_sha256"], row["text_sha256"]
      )
      let bytes = Packed.unpack(Array(row["bytes"] as Data), length: row["bytes_length"])
      found.reports += 1
      defer { progress(found.reports, total) }
      if arrivals["\(id) \(version)"] != [bytesHash, textHash] {
        found.flaws.append(.arrivalUnknown(report: id, version: version))
      }
      // Of a report that the journal says was expunged nothing is left but the hashes.
      if row["form"] == ReportState.expunged.rawValue, arrivals[Self.gone(id)] != nil { continue }
      if bytes.map({ sha256Hex($0) }) != bytesHash {
        found.flaws.append(.bytesChanged(report: id, version: version))
      }
      if sha256Hex(text) != textHash {
        found.flaws.append(.textChanged(report: id, version: version))
      }
      do throws(ReadingError) {
        let line = Packed.unpack(Array(row["reading"] as Data), length: row["reading_length"])
        guard let line else { throw .notJSON(offset: 0) }
        let reading = try Reading(json: line, text: text)
        found.accounts += reading.accounts.count
        // Those of a version that was overtaken stand in its reading alone.
        if row["is_latest"] == 1, reading.accounts.count != row["accounts"] {
          found.flaws.append(.accountsDiffer(report: id, version: version))
        }
      } catch {
        let path =
          switch error {
          case .notJSON: ""
          case .member(let path), .span(let path): path
          }
        found.flaws.append(.readingBroken(report: id, version: version, path: path))
      }
    }
  }

  /// Under what it is noted that a report was expunged; no arrival has such a name.
  private static func gone(_ id: String) -> String { "\(id) expunged" }
}
