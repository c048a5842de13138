import Foundation
import PatchworkDisplay
import PatchworkExtraction
import PatchworkLanguage
import PatchworkPlaces
import PatchworkReading
import PatchworkRecord
import PatchworkText

/// Everything that `patchwork doctor` finds, as it is shown and as it goes into JSON.
struct Checkup: Encodable, Equatable, Sendable {
  /// A data package and its state.
  struct Package: Encodable, Equatable, Sendable {
    var name: String
    var version: String
    var licence: String
    var credit: String
    var needed: Bool
    var state: String
  }

  /// The gazetteer index and its state.
  struct Index: Encodable, Equatable, Sendable {
    var path: String
    var state: String
    var places: Int?
    var sources: [Source]
  }

  /// Whose data the gazetteer holds.
  struct Source: Encodable, Equatable, Sendable {
    var title: String
    var licence: String
    var attribution: String
  }

  /// The lexicons of the reader.
  struct Lexicons: Encodable, Equatable, Sendable {
    var files: Int
    var rows: Int
  }

  /// A loaded library of the system.
  struct Library: Encodable, Equatable, Sendable {
    var name: String
    var version: String
    var use: String
  }

  /// Something that must be mended, and how.
  struct Fault: Encodable, Equatable, Sendable {
    var what: String
    var command: String
  }

  var version: String
  var system: String
  var dataFolder: String
  var models: [Package]
  var gazetteer: Index
  var gazetteerSources: [Package]
  var lexicons: Lexicons
  var libraries: [Library]
  var faults: [Fault]
}

extension Checkup {
  /// Looks at everything, reading every byte of the data.
  init(version: String, data: DataFolder, packages: [DataPackage]) {
    self.version = version
    let processors = ProcessInfo.processInfo.activeProcessorCount
    system = "\(Self.architecture) Linux, \(processors) processor\(processors == 1 ? "" : "s")"
    dataFolder = data.path
    faults = []
    models = []
    gazetteerSources = []
    let (index, opened) = GazetteerState.of(data.path + "/gazetteer")
    for package in packages {
      let state = FolderState.of(data.path + "/" + package.folder, pinned: package.sums)
      let shown = Package(
        name: package.id, version: package.version, licence: package.licence,
        credit: package.credit, needed: package.isNeeded, state: state.words)
      if package.kind == "model" { models.append(shown) } else { gazetteerSources.append(shown) }
      // A gazetteer that was built needs its sources no more.
      let isSpare = package.kind != "model" && index.fault == nil
      switch state {
      case .verified: break
      case .missing where !package.isNeeded || isSpare: break
      default:
        faults.append(Fault(what: "\(package.title) \(state.sentence)", command: package.command))
      }
    }
    gazetteer = Index(
      path: data.gazetteerIndex, state: index.words, places: opened?.count,
      sources: (opened?.sources ?? []).map {
        Source(title: $0.title, licence: $0.licence, attribution: $0.attribution)
      })
    if let fault = index.fault {
      faults.append(Fault(what: "the gazetteer index \(fault)", command: "make build"))
    }
    let inventory = LexiconInventory()
    lexicons = Lexicons(
      files: inventory.rows.count, rows: inventory.rows.reduce(0) { $0 + $1.count })
    for fault in inventory.faults {
      faults.append(Fault(what: "a lexicon cannot be read: \(fault)", command: "make build"))
    }
    libraries = [SystemLibrary.libxml2, .pcre2, .libcrypto, .zlib].map {
      Library(name: $0.name, version: $0.version, use: $0.use)
    }
  }

  private static var architecture: String {
    #if arch(x86_64)
      "x86_64"
    #elseif arch(arm64)
      "arm64"
    #else
      "other"
    #endif
  }
}
