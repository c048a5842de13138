import Foundation

extension GazetteerBuilder {
  /// The tables of places that come with Patchwork.
  static let supplementTables = ["places.tsv", "counties.tsv"].map {
    Bundle.module.bundleURL.appendingPathComponent("Supplement/" + $0).path
  }

  /// Takes the places that come with Patchwork.
  public mutating func addSupplement() throws(GazetteerError) {
    var files: [ImportFile] = []
    for path in Self.supplementTables { files += try ImportFile.open(path: path) }
    // An older supplement gives way to the one of this program.
    dropSource(.supplement)
    for file in files { _ = try add(file) }
  }
}
