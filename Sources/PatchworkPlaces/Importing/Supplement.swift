import Foundation

extension GazetteerBuilder {
  /// Takes the places that come with Patchwork.
  public mutating func addSupplement() throws(GazetteerError) {
    let url = Bundle.module.bundleURL.appendingPathComponent("Supplement/places.tsv")
    let files = try ImportFile.open(path: url.path)
    // An older supplement gives way to the one of this program.
    dropSource(.supplement)
    for file in files { _ = try add(file) }
  }
}
