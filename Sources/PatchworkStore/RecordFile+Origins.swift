import GRDB
public import PatchworkText

/// Reports whose text comes from one hand.
public struct OriginView: Sendable {
  /// The report that was published first; it names the origin.
  public var first: String
  /// Its reports in order of publication.
  public var reports: [String]
  /// The passages that they share, by report.
  public var passages: [Passage]

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
  /// Calls with every origin of at least two reports, by its first report.
  public func forEachOrigin(_ body: (OriginView) throws -> Void) throws {
    try pool.read { db in
      let origins = try Row.fetchAll(
        db,
        sql: """
          SELECT o.row, o.id FROM report o
          WHERE (SELECT count(*) FROM report r WHERE r.origin = o.row) > 1 ORDER BY o.day, o.id
          """)
      for origin in origins {
        let members = try Row.fetchAll(
          db,
          sql: """
            SELECT row, id, text FROM report WHERE origin = ? ORDER BY day IS NULL, day, id, version
            """, arguments: [origin["row"] as Int64])
        var passages: [OriginView.Passage] = []
        for member in members {
          passages += try self.passages(
            of: member["row"], id: member["id"], text: member["text"], in: db)
        }
        try body(
          OriginView(first: origin["id"], reports: members.map { $0["id"] }, passages: passages))
      }
    }
  }

  private func passages(
    of row: Int64, id: String, text: String, in db: Database
  ) throws -> [OriginView.Passage] {
    let spans = try Row.fetchAll(
      db,
      sql: """
        SELECT start AS a, end AS b FROM passage WHERE report = ?1 AND relation = 'copy'
        UNION SELECT other_start, other_end FROM passage WHERE other = ?1 AND relation = 'copy'
        ORDER BY 1, 2
        """, arguments: [row])
    var merged: [Span] = []
    for span in spans.map({ Span($0["a"], $0["b"]) }) {
      if let last = merged.last, span.start <= last.end {
        merged[merged.count - 1] = last.union(span)
      } else {
        merged.append(span)
      }
    }
    let points = CodePoints(text)
    return merged.map { span in
      OriginView.Passage(
        report: id, span: span,
        points: points.offset(ofByte: span.start)..<points.offset(ofByte: span.end),
        text: text[span])
    }
  }
}
