import ArgumentParser
import Foundation
import Testing

@testable import PatchworkCommand

@Suite struct PlacesCommandTests {
  private static let table = """
    level\tpcode\tname_en\tname_ar\tlat\tlon\tparent_pcode\tadm1_pcode
    1\tSY02\tAleppo\tحلب\t36.21809\t37.64271\tSY\t
    4\tC1029\tBig Orm\tأورم الكبرى\t36.147967\t36.947234\tSY02\tSY02
    """

  private let badInput = ExitCode(65)
  private let noInput = ExitCode(66)

  /// A fresh folder with a table and where its index is to lie.
  private func folder(_ table: String) throws -> (file: String, index: String) {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    let file = folder.appending(path: "table.tsv")
    try Data(table.utf8).write(to: file)
    return (file.path, folder.appending(path: "new/index.places").path)
  }

  private func importing(_ file: String, _ index: String) throws {
    try PlacesImport.parse(["--gazetteer", index, file]).run()
  }

  @Test func `imports a table, and again without a change`() throws {
    let (file, index) = try folder(Self.table)
    try importing(file, index)
    let once = try Data(contentsOf: URL(filePath: index))
    try importing(file, index)
    #expect(try Data(contentsOf: URL(filePath: index)) == once)
  }

  @Test func `a bad row costs the status of bad input, not the other rows`() throws {
    let (file, index) = try folder(Self.table + "\nnonsense")
    #expect(throws: badInput) { try importing(file, index) }
    #expect(FileManager.default.fileExists(atPath: index))
  }

  @Test func `a file that is not there costs the status of no input`() throws {
    let (_, index) = try folder(Self.table)
    #expect(throws: noInput) { try importing("absent.tsv", index) }
  }

  @Test func `a table of no known kind is bad input`() throws {
    let (file, index) = try folder("some\ttable\n1\t2")
    #expect(throws: badInput) { try importing(file, index) }
  }

  @Test func `asking an index that is not there is no input`() throws {
    let find = try PlacesFind.parse(["--gazetteer", "/nonexistent/index", "Aleppo"])
    #expect(throws: noInput) { try find.run() }
  }

  @Test(arguments: [["--limit", "0", "Aleppo"], ["--to", "yaml", "Aleppo"], []])
  func `wrong options of find are refused`(arguments: [String]) {
    #expect(throws: (any Error).self) { try PlacesFind.parse(arguments) }
  }
}
