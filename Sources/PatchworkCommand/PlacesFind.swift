import ArgumentParser
import Foundation
import PatchworkPlaces
import PatchworkRecord

/// `patchwork places find`: which places a name may mean.
struct PlacesFind: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "find",
    abstract: "Ranks the places that a name may mean, each with the reason.",
    discussion: """
      Example:
        patchwork places find --near "Rural Damascus" "Moadamiyat al-Sham"
      """)

  @OptionGroup var place: GazetteerOption

  @Option(help: "What to print: text, json or geojson.")
  var to: PlaceFormat = .text

  @Option(help: "Most candidates to give.")
  var limit = 5

  @Option(help: "A place that the wanted one lies in or by.")
  var near: String?

  @OptionGroup var text: TextOptions

  @Argument(help: "The name, in any spelling; without it, names are read from standard input.")
  var name: String?

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
    guard name != nil || to == .json else {
      throw ValidationError("Give a name, or --to json to read names from standard input.")
    }
  }

  func run() throws {
    let gazetteer = try place.open()
    var writer = JSONWriter(capacity: 4096)
    guard let name else { return findLines(gazetteer) }
    let found = gazetteer.find(name, near: near, limit: limit)
    switch to {
    case .text: return printTable(found, gazetteer)
    case .json:
      write(found, gazetteer, to: &writer)
      writer.newline()
    case .geojson:
      writer.featureCollection(of: gazetteer) { writer in
        for candidate in found {
          writer.feature(of: candidate.place.number, in: gazetteer) {
            writeGround(candidate, to: &$0)
          }
        }
      }
    }
    FileHandle.standardOutput.write(Data(writer.bytes))
  }

  /// One line of candidates for each line of standard input.
  private func findLines(_ gazetteer: Gazetteer) {
    while let line = readLine() {
      var writer = JSONWriter(capacity: 1024)
      write(gazetteer.find(line, near: near, limit: limit), gazetteer, to: &writer)
      writer.newline()
      FileHandle.standardOutput.write(Data(writer.bytes))
    }
  }

  private func write(
    _ found: [PlaceCandidate], _ gazetteer: Gazetteer, to writer: inout JSONWriter
  ) {
    writer.begin(.array)
    for candidate in found {
      writer.begin(.object)
      writer.members(of: candidate.place.number, in: gazetteer)
      writeGround(candidate, to: &writer)
      writer.end(.object)
    }
    writer.end(.array)
  }

  private func writeGround(_ candidate: PlaceCandidate, to writer: inout JSONWriter) {
    writer.key("score")
    writer.number((candidate.score * 1000).rounded() / 1000)
    writer.member("reason", candidate.reason)
  }

  private func printTable(_ found: [PlaceCandidate], _ gazetteer: Gazetteer) {
    if found.isEmpty { return print("No place of that name is known.") }
    var table = RecordTable(columns: [
      .init(name: "name", heading: "place"), .init(name: "kind", heading: "kind"),
      .init(name: "within", heading: "lies in"), .init(name: "pcode", heading: "P-code"),
      .init(name: "id", heading: "id"), .init(name: "reason", heading: "why"),
    ])
    for candidate in found {
      let place = candidate.place
      table.rows.append([
        .text(place.name), .text(place.kind.word), .some(gazetteer.widerNames(of: place.number)),
        .some(place.pcode), .text(place.id), .text(candidate.reason),
      ])
    }
    let form = text.form
    FileHandle.standardOutput.write(Data(table.bytes(.text, form: form)))
  }
}
