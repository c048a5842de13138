/// Line format of the section of sources: files as `file`, source, name, rows, bad rows, fingerprint.
enum SourceCoding {
  static func text(_ files: Set<GazetteerBuilder.ImportedFile>) -> String {
    files.map { file in
      [file.source, clean(file.name), "\(file.rows)", "\(file.bad)", file.fingerprint]
        .joined(separator: "\t")
    }.sorted().joined(separator: "\n")
  }

  static func files(_ text: String) -> [GazetteerBuilder.ImportedFile] {
    text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5 else { return nil }
      return GazetteerBuilder.ImportedFile(
        name: fields[1], source: fields[0], rows: Int(fields[2]) ?? 0, bad: Int(fields[3]) ?? 0,
        fingerprint: fields[4])
    }
  }

  private static func clean(_ name: String) -> String {
    String(name.map { $0 == "\t" || $0.isNewline ? " " : $0 })
  }
}

extension Gazetteer {
  /// The files that were imported, in order of source and name.
  public var files: [GazetteerBuilder.ImportedFile] {
    SourceCoding.files(String(decoding: section(.sources).bytes, as: UTF8.self))
  }

  /// The sources of the files, whose attributions must be shown with places.
  public var sources: [PlaceSource] {
    let keys = Set(files.map(\.source))
    return PlaceSource.known.filter { keys.contains($0.key) }
  }
}
