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

  /// What is printed.
  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  @OptionGroup var place: GazetteerOption

  @Option(help: "What to print.")
  var to: Format = .text

  @Option(help: "Most candidates to give.")
  var limit = 5

  @Option(help: "A place that the wanted one lies in or by.")
  var near: String?

  @Argument(help: "The name, in any spelling.")
  var name: String

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
  }

  func run() throws {
    let gazetteer = try place.open()
    let found = gazetteer.find(name, near: near, limit: limit)
    switch to {
    case .json: FileHandle.standardOutput.write(Data(json(found, gazetteer) + [0x0A]))
    case .text: printTable(found, gazetteer)
    }
  }

  private func json(_ found: [PlaceCandidate], _ gazetteer: Gazetteer) -> [UInt8] {
    var writer = JSONWriter()
    writer.begin(.array)
    for candidate in found {
      let place = candidate.place
      writer.begin(.object)
      writer.member("id", place.id)
      writer.member("pcode", orNull: place.pcode)
      writer.member("name", place.name)
      writer.member("kind", place.kind.word)
      writer.member("lat", orNull: place.latitude)
      writer.member("lon", orNull: place.longitude)
      writer.member("country", place.country)
      writer.member("population", orNull: place.population > 0 ? place.population : nil)
      writer.key("within")
      writer.begin(.array)
      for wider in gazetteer.ancestors(of: place.number) { writer.string(gazetteer.id(wider)) }
      writer.end(.array)
      writer.key("score")
      writer.number((candidate.score * 1000).rounded() / 1000)
      writer.member("reason", candidate.reason)
      writer.end(.object)
    }
    writer.end(.array)
    return writer.bytes
  }

  private func printTable(_ found: [PlaceCandidate], _ gazetteer: Gazetteer) {
    if found.isEmpty { return print("No place of that name is known.") }
    let rows = found.map { candidate -> [String] in
      let place = candidate.place
      let wider = gazetteer.ancestors(of: place.number).prefix(2).map { gazetteer.place($0).name }
      return [
        place.name, place.kind.word, wider.joined(separator: ", "), place.pcode ?? "", place.id,
        candidate.reason,
      ]
    }
    let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    for row in rows {
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      print(line)
    }
  }
}
