import ArgumentParser
import PatchworkPlaces

/// `patchwork places sources`: where the gazetteer's places come from.
struct PlacesSources: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "sources",
    abstract: "Names the gazetteer's sources with their licences and attributions.",
    discussion: """
      Example:
        patchwork places sources
      """)

  @OptionGroup var place: GazetteerOption

  func run() throws {
    let gazetteer = try place.open()
    print("\(gazetteer.path): \(gazetteer.count) places, \(gazetteer.size) bytes")
    for source in gazetteer.sources {
      print("\n\(source.title) (\(source.licence))")
      print("  \(source.attribution)")
      if !source.url.isEmpty { print("  \(source.url)") }
      for file in gazetteer.files where file.source == source.key {
        print("  \(file.name): \(file.rows) rows, fingerprint \(file.fingerprint)")
      }
    }
  }
}
