import GRDB
import PatchworkLinking
import PatchworkRecord
public import PatchworkText

/// Reports whose text comes from one hand.
public struct OriginView: Sendable {
  /// The report that was published first; it names the origin.
  public var first: String
  /// Its reports in order of publication.
  public var members: [Member]
  /// The passages that they share, by report.
  public var passages: [Passage]

  /// Its reports in order of publication.
  public var reports: [String] { members.map(\.report) }

  /// The agencies that its reports credit, those that most of them do first.
  public var agencies: [String] {
    var counts: [String: Int] = [:]
    for agency in members.flatMap(\.agencies) { counts[agency, default: 0] += 1 }
    return counts.keys.sorted { (counts[$1, default: 0], $0) < (counts[$0, default: 0], $1) }
  }

  /// What a report is to the text that it shares.
  public enum Role: String, Sendable, CaseIterable {
    /// It was published first.
    case original
    /// It has the text, or a part of it, again.
    case copy
    /// It reproduces the text and says that it is not so.
    case refutation
  }

  /// A report of the origin.
  public struct Member: Hashable, Sendable {
    /// Identifier of the report.
    public var report: String
    /// Its outlet, empty where none is known.
    public var outlet: String
    /// When it was published, as far as that is known.
    public var published: String?
    /// What it is to the shared text.
    public var role: Role
    /// Which part of its words stands in another report of the origin, 0…1.
    public var share: Double
    /// The agencies that it credits with the text, each once.
    public var agencies: [String]
  }

  /// A shared passage as it stands in one report.
  public struct Passage: Sendable {
    /// Identifier of the report.
    public var report: String
    /// Where it stands, in UTF-8 bytes, in code points, and its words.
    public var span: Span
    /// Where it stands, in code points.
    public var points: Range<Int>
    /// Its words.
    public var text: String
  }
}

extension RecordFile {
  /// Calls with every origin of at least two reports, by its first report, of which some report fits a filter.
  public func forEachOrigin(
    _ filter: RecordFilter = RecordFilter(), _ body: (OriginView) throws -> Void
  ) throws {
    try pool.read { db in
      let (conditions, values, _) = try filter.reportConditions(in: db)
      let origins = try Row.fetchAll(
        db,
        sql: """
          SELECT o.row, o.id FROM report o
          WHERE (SELECT count(*) FROM report r WHERE r.origin = o.row AND r.is_latest = 1) > 1
            AND EXISTS (SELECT 1 FROM report r
              \(RecordFilter.clause(["r.origin = o.row"] + conditions)))
          ORDER BY o.day, o.id \(filter.page)
          """, arguments: StatementArguments(values))
      // Who is credited is known from the seventh format on.
      let hasCredits = try db.tableExists("credit")
      for origin in origins {
        let rows = try Row.fetchAll(
          db,
          sql: """
            SELECT row, id, title, outlet, published, text FROM report
            WHERE origin = ? AND is_latest = 1
            ORDER BY day IS NULL, day, published, id, version
            """, arguments: [origin["row"] as Int64])
        var view = OriginView(first: origin["id"], members: [], passages: [])
        var earlier: Set<Int64> = []
        for row in rows {
          let (member, id): (Int64, String) = (row["row"], row["id"])
          let text: String = row["text"]
          let spans = try Self.copiedSpans(of: member, in: db)
          let isRefutation = try linker.isRefutation(
            member, title: row["title"], text: text, of: earlier, in: db)
          view.members.append(
            OriginView.Member(
              report: id, outlet: row["outlet"], published: row["published"],
              role: earlier.isEmpty ? .original : isRefutation ? .refutation : .copy,
              share: ReportWords(text).share(of: spans),
              agencies: hasCredits ? try Self.agencies(of: member, in: db) : []))
          view.passages += Self.passages(spans, of: id, text: text)
          earlier.insert(member)
        }
        try body(view)
      }
    }
  }

  /// The agencies that a report credits with its text, in the order of the text; those that somebody spoke to are none.
  private static func agencies(of row: Int64, in db: Database) throws -> [String] {
    try String.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT who FROM credit WHERE report = ? AND is_agency AND role != 'told'
          GROUP BY who ORDER BY min(n)
          """), arguments: [row])
  }

  /// Where a report shares words with others of its origin, in order, none meeting another.
  static func copiedSpans(of row: Int64, in db: Database) throws -> [Span] {
    let found = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT start AS a, end AS b FROM passage WHERE report = ?1 AND relation = 'copy'
          UNION SELECT other_start, other_end FROM passage WHERE other = ?1 AND relation = 'copy'
          ORDER BY 1, 2
          """), arguments: [row])
    return Span.merged(found.map { Span($0["a"], $0["b"]) })
  }

  private static func passages(
    _ spans: [Span], of id: String, text: String
  ) -> [OriginView.Passage] {
    let points = CodePoints(text)
    return spans.map { span in
      OriginView.Passage(
        report: id, span: span,
        points: points.offset(ofByte: span.start)..<points.offset(ofByte: span.end),
        text: text[span])
    }
  }
}

extension RecordLinker {
  /// Whether a report refutes the text that it shares with some of its origin's earlier reports.
  func isRefutation(
    _ row: Int64, title: String, text: String, of earlier: Set<Int64>, in db: Database
  ) throws -> Bool {
    if earlier.isEmpty { return false }
    let shared = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT other AS o, start AS a, end AS b FROM passage WHERE report = ?1
          UNION ALL SELECT report, other_start, other_end FROM passage WHERE other = ?1
          """), arguments: [row]
    ).filter { earlier.contains($0["o"]) }.map { Span($0["a"], $0["b"]) }
    return try isRefutation(
      row, title: title, text: text, reproduced: Span.merged(shared.sorted()), in: db)
  }

  /// Whether a report refutes some words that it has from elsewhere.
  func isRefutation(
    _ row: Int64, title: String, text: String, reproduced: [Span], in db: Database
  ) throws -> Bool {
    let spoken = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT sentence_start AS a, sentence_end AS b FROM account
          WHERE report = ? AND kind NOT IN ('author', 'unstated')
          """), arguments: [row])
    return refutations.isRefutation(
      title: title, text: text, reproduced: reproduced,
      passedOn: spoken.map { Span($0["a"], $0["b"]) })
  }
}

extension Span {
  /// Spans in order, those that meet made one.
  static func merged(_ spans: [Span]) -> [Span] {
    var merged: [Span] = []
    for span in spans {
      if let last = merged.last, span.start <= last.end {
        merged[merged.count - 1] = last.union(span)
      } else {
        merged.append(span)
      }
    }
    return merged
  }
}

extension ReportWords {
  /// Which part of the words stands in some spans of the text, 0…1.
  fileprivate func share(of spans: [Span]) -> Double {
    let within = self.spans.count { word in spans.contains { $0.contains(word) } }
    return Double(within) / Double(max(1, count))
  }
}
