import ArgumentParser
import Foundation
import PatchworkPlaces
import PatchworkRecord

/// `patchwork places show`: everything that is known of a place.
struct PlacesShow: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows everything that is known of a place, with its sources.",
    discussion: """
      Takes an identifier, a P-code or a name; of a name's places it shows the one that `places find` puts first, and names \
      others that it is not.

      Example:
        patchwork places show SY02
      """)

  @OptionGroup var place: GazetteerOption

  @Option(help: "What to print: text, json or geojson.")
  var to: PlaceFormat = .text

  @Argument(help: "An identifier (geonames:170063), a P-code (C1007) or a name.")
  var name: String

  func run() throws {
    let gazetteer = try place.open()
    let number = try gazetteer.named(name)
    let card = PlaceCard(
      number, in: gazetteer, namesakes: gazetteer.namesakes(of: name, besides: number))
    var writer = JSONWriter(capacity: 4096)
    switch to {
    case .text: print(card.lines.joined(separator: "\n"))
    case .json:
      card.write(to: &writer)
      writer.newline()
    case .geojson:
      writer.featureCollection(of: gazetteer) { $0.feature(of: card.number, in: gazetteer) }
    }
    FileHandle.standardOutput.write(Data(writer.bytes))
  }
}
