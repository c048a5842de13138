import Foundation
import GRDB
import PatchworkLinking
public import PatchworkRecord
import PatchworkText

/// A report on its way into the record.
public struct NewReport: Sendable {
  /// The report and what was read from it.
  public var report: Report
  /// What was read from it.
  public var reading: Reading
  /// The bytes that it came as, and whether they are a line of JSON.
  public var bytes: [UInt8]
  /// Whether those bytes are a line of JSON.
  public var isJSONLine: Bool
  /// When it was acquired, RFC 3339, and how ("file Samples/a.txt", "standard input").
  public var acquiredAt: String
  /// From where ("file Samples/a.txt", "standard input").
  public var acquiredHow: String
  /// The program and version that read it.
  public var tool: String

  /// Makes a new report.
  public init(
    report: Report, reading: Reading, bytes: [UInt8], isJSONLine: Bool, acquiredAt: String,
    acquiredHow: String,
    tool: String
  ) {
    self.report = report
    self.reading = reading
    self.bytes = bytes
    self.isJSONLine = isJSONLine
    self.acquiredAt = acquiredAt
    self.acquiredHow = acquiredHow
    self.tool = tool
  }
}

/// What adding some reports did.
public struct AddingOutcome: Hashable, Sendable {
  /// Reports that are new, versions of known ones, and reports that were there byte for byte.
  public var added = 0
  /// New versions of reports that were there.
  public var versions = 0
  /// Reports that were there byte for byte.
  public var known = 0

  /// Nothing done.
  public init() {}
}

extension RecordFile {
  /// Adds reports in one transaction and links them; when this returns they are on the disk.
  ///
  /// A report with the id and the bytes of one that is there changes nothing; one with the id and other bytes becomes its
  /// next version: what the older one told is told no more, and judgements go on as when a report is read anew.
  public func add(_ reports: [NewReport]) throws(RecordFileError)
    -> AddingOutcome
  {
    do {
      return try writing { db in
        var outcome = AddingOutcome()
        linker.kept.removeAll()
        var (rows, changed): ([Int64], [Int64]) = ([], [])
        for new in reports {
          let versions = outcome.versions
          if let row = try self.insert(new, into: db, &outcome) {
            try linker.findCopies(of: row, text: new.report.text, in: db)
            if outcome.versions == versions { rows.append(row) } else { changed.append(row) }
          }
        }
        try linker.linkOccurrences(of: rows, in: db)
        if !changed.isEmpty { try linker.replaceOccurrences(of: changed, in: db) }
        return outcome
      }
    } catch let error as DatabaseError {
      throw RecordFileError(error, path: path)
    } catch let error as RecordFileError {
      throw error
    } catch {
      throw .unusable(path: path, reason: "\(error)")
    }
  }

  private func insert(
    _ new: NewReport, into db: Database, _ outcome: inout AddingOutcome
  ) throws -> Int64? {
    let report = new.report
    let digest = sha256Hex(new.bytes)
    let versions = try db.cachedStatement(
      sql: "SELECT version, bytes_sha256 FROM report WHERE id = ? ORDER BY version")
    let known = try Row.fetchAll(versions, arguments: [report.id])
    if known.contains(where: { $0["bytes_sha256"] == digest }) {
      outcome.known += 1
      return nil
    }
    if known.isEmpty {
      outcome.added += 1
    } else {
      outcome.versions += 1
      let latest = try Int64.fetchOne(
        db, sql: "SELECT row FROM report WHERE id = ? AND is_latest = 1", arguments: [report.id])
      let machine = try latest.flatMap { try RecordLinker.linkedReport($0, in: db) }
      _ = try Self.carry(
        judgementsOf: report.id, from: machine?.reading.accounts ?? [],
        to: Self.withHandAccounts(new.reading, of: report.id, text: report.text, in: db).accounts,
        isOtherText: true, in: db)
      // What an older version says is said no more.
      for table in ["layer_entry", "account"] {
        try db.cachedStatement(
          sql: "DELETE FROM \(table) WHERE report IN (SELECT row FROM report WHERE id = ?)"
        ).execute(arguments: [report.id])
      }
      try db.cachedStatement(sql: "UPDATE report SET is_latest = 0 WHERE id = ?")
        .execute(arguments: [report.id])
    }
    let line = JSONLine.of(report, new.reading)
    let next = try Int64.fetchOne(db, sql: "SELECT coalesce(max(row), 0) + 1 FROM report") ?? 1
    try db.cachedStatement(
      sql: """
        INSERT INTO report VALUES (
          :row, :id, :version, :title, :outlet, :byline, :url, :language, :published, :origin, :day,
          :text, :textHash, :bytes, :bytesLength, :bytesHash, :mediaType, :encoding,
          :form, :at, :how, :tool, :reading, :readingLength, :row, :sortDay, 1, :imprint)
        """
    ).execute(arguments: [
      "row": next, "id": report.id, "version": known.count + 1, "title": report.title,
      "outlet": report.outlet, "byline": report.byline, "url": report.url,
      "language": report.language, "published": report.published?.value,
      "origin": report.published?.origin, "day": Self.day(of: report)?.number, "text": report.text,
      "textHash": sha256Hex(report.text), "bytes": Data(Packed.pack(new.bytes)),
      "bytesLength": new.bytes.count, "bytesHash": digest, "mediaType": report.mediaType,
      "encoding": report.encoding, "form": new.isJSONLine ? "jsonl" : "bytes", "at": new.acquiredAt,
      "how": new.acquiredHow, "tool": new.tool,
      "reading": Data(Packed.pack(line)), "readingLength": line.count,
      "sortDay": Self.day(of: report)?.number ?? .max,
      "imprint": String(decoding: ImprintJSON.object(report.imprint), as: UTF8.self),
    ])
    try insert(report.imprint.credits, of: next, into: db)
    try db.cachedStatement(
      sql: "INSERT INTO report_words (rowid, title, text) VALUES (?, ?, ?)"
    ).execute(arguments: [next, report.title, report.text])
    try insert(new.reading.accounts, of: next, published: Self.day(of: report), into: db)
    try insert(new.reading.places, into: db)
    try linker.insertLayers(
      of: next, new.reading, published: Self.day(of: report), in: db)
    try Journal.append(
      at: new.acquiredAt, who: new.tool, action: "add", subject: "report \(report.id)",
      detail: Self.hashes(
        version: known.count + 1, bytes: digest, text: sha256Hex(new.report.text)),
      reason: new.acquiredHow, in: db)
    return next
  }

  func insert(
    _ accounts: [Account], of report: Int64, published: CivilDay?, into db: Database
  ) throws {
    let statement = try db.cachedStatement(
      sql: "INSERT INTO account VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
    for account in accounts {
      let place = account.happening?.place ?? account.condition?.place
      let time = account.happening?.time ?? account.condition?.since
      try statement.execute(arguments: [
        report, account.number, account.stance.rawValue, account.source.kind.rawValue,
        account.source.who, account.source.role, account.happening?.type.rawValue,
        account.happening?.modality.rawValue,
        place?.id, place?.name, time?.from.flatMap(CivilDay.init(iso:))?.number,
        time?.to.flatMap(CivilDay.init(iso:))?.number, account.sentence.span.start,
        account.sentence.span.end, published?.number ?? .max,
      ])
    }
  }

  func insert(_ credits: [Imprint.Credit], of report: Int64, into db: Database) throws {
    let statement = try db.cachedStatement(sql: "INSERT INTO credit VALUES (?, ?, ?, ?, ?)")
    for (number, credit) in credits.enumerated() {
      try statement.execute(arguments: [
        report, number, credit.who, credit.role.rawValue, credit.isAgency,
      ])
    }
  }

  func insert(_ places: [Place], into db: Database) throws {
    let insert = try db.cachedStatement(
      sql: """
        INSERT INTO place VALUES (?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE
        SET latitude = excluded.latitude, longitude = excluded.longitude WHERE place.latitude IS NULL
        """)
    let within = try db.cachedStatement(sql: "INSERT OR IGNORE INTO place_within VALUES (?, ?)")
    var seen: Set<String> = []
    for place in places {
      // "15 km west of Aleppo" is told by Aleppo and has a point of its own, which is not Aleppo's.
      let isRelative = place.use == .relative
      guard let id = place.id, seen.insert(isRelative ? "by " + id : id).inserted else { continue }
      try insert.execute(arguments: [
        id, place.name, place.kind, isRelative ? nil : place.latitude,
        isRelative ? nil : place.longitude,
      ])
      for wider in [id] + place.within { try within.execute(arguments: [wider, id]) }
    }
  }

  /// What the journal keeps of a report's arrival and of each time that it was read anew.
  static func hashes(version: Int, bytes: String, text: String) -> String {
    var writer = JSONWriter()
    writer.begin(.object)
    writer.member("version", orNull: version)
    writer.member("bytes_sha256", bytes)
    writer.member("text_sha256", text)
    writer.end(.object)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  static func day(of report: Report) -> CivilDay? {
    report.published.flatMap { CivilDay(iso: $0.value) }
  }
}
