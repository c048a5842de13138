import ArgumentParser
import Foundation
import PatchworkPlaces
import PatchworkRecord

/// `patchwork places near`: what lies around a place or a point.
struct PlacesNear: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "near",
    abstract: "Lists the places around a place or a point, nearest first.",
    discussion: """
      A point is given as degrees north and east: 36.2,37.15; before one with a minus write --.

      Example:
        patchwork places near "Urum al-Kubra" --within 10
      """)

  @OptionGroup var place: GazetteerOption

  @Option(help: "What to print: text, json or geojson.")
  var to: PlaceFormat = .text

  @Option(help: ArgumentHelp("Greatest distance in km.", valueName: "km"))
  var within: Double = 10

  @Option(help: "Most places to give.")
  var limit = 20

  @OptionGroup var text: TextOptions

  @Argument(help: "A name, identifier, P-code or point.")
  var centre: String

  func validate() throws {
    guard limit > 0 else { throw ValidationError("--limit must be at least 1.") }
    guard within > 0, within <= 20_100 else {
      throw ValidationError("--within must be more than 0 and at most 20100 km.")
    }
  }

  func run() throws {
    let gazetteer = try place.open()
    let (point, itself) = try centre(in: gazetteer)
    let found = gazetteer.places(around: point, within: within).lazy
      .filter { $0.place != itself }.prefix(limit)
    var writer = JSONWriter(capacity: 4096)
    func writeDistance(_ neighbour: Gazetteer.Neighbour, _ writer: inout JSONWriter) {
      writer.member("km", orNull: (neighbour.kilometres * 100).rounded() / 100)
      writer.member("bearing", orNull: neighbour.bearing.rounded())
    }
    switch to {
    case .text: return printTable(Array(found), gazetteer)
    case .json:
      writer.begin(.array)
      for neighbour in found {
        writer.begin(.object)
        writer.members(of: neighbour.place, in: gazetteer)
        writeDistance(neighbour, &writer)
        writer.end(.object)
      }
      writer.end(.array)
      writer.newline()
    case .geojson:
      writer.featureCollection(of: gazetteer) { writer in
        for neighbour in found {
          writer.feature(of: neighbour.place, in: gazetteer) { writeDistance(neighbour, &$0) }
        }
      }
    }
    FileHandle.standardOutput.write(Data(writer.bytes))
  }

  /// The point that is meant, and the place whose it is.
  private func centre(in gazetteer: Gazetteer) throws -> (GeoPoint, PlaceNumber?) {
    let numbers = centre.split(separator: ",").map {
      Double($0.trimmingCharacters(in: .whitespaces))
    }
    if numbers.count == 2, let latitude = numbers[0], let longitude = numbers[1] {
      guard latitude.magnitude <= 90, longitude.magnitude <= 180 else {
        throw ExitStatus.usage.saying(
          "\(centre) is no point: degrees north go to 90, degrees east to 180")
      }
      return (GeoPoint(latitude: latitude, longitude: longitude), nil)
    }
    let number = try gazetteer.named(centre)
    guard let point = gazetteer.point(of: number) else {
      throw ExitStatus.inputData.saying("it is not known where \(gazetteer.name(number)) lies")
    }
    return (point, number)
  }

  private func printTable(_ found: [Gazetteer.Neighbour], _ gazetteer: Gazetteer) {
    if found.isEmpty {
      return print("No place is known within \(PlaceCard.tenths(within)) km of it.")
    }
    var table = RecordTable(columns: [
      .init(name: "km", heading: "km", isNumber: true), .init(name: "direction", heading: ""),
      .init(name: "name", heading: "place"), .init(name: "kind", heading: "kind"),
      .init(name: "within", heading: "lies in"), .init(name: "id", heading: "id"),
    ])
    for neighbour in found {
      let place = gazetteer.place(neighbour.place)
      table.rows.append([
        .text(PlaceCard.tenths(neighbour.kilometres)), .text(Compass.wind(neighbour.bearing)),
        .text(place.name), .text(place.kind.word),
        .some(gazetteer.widerNames(of: neighbour.place)), .text(place.id),
      ])
    }
    let form = text.form
    FileHandle.standardOutput.write(Data(table.bytes(.text, form: form)))
  }
}
