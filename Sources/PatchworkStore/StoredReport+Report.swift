public import PatchworkRecord

extension StoredReport {
  /// The report as it is read.
  public var report: Report {
    Report(
      id: row.id, text: text, blocks: [], title: row.title, outlet: row.outlet, byline: byline,
      url: url, language: language,
      published: row.published.map { SourcedDate(value: $0.iso, origin: "record") },
      imprint: imprint)
  }
}
