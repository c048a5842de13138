import Foundation
import PatchworkExtraction
import PatchworkRecord
import PatchworkText
import Testing

/// The report that the product began with, outside the repository.
private let seedReport = ProcessInfo.processInfo.environment["PATCHWORK_SHARED"]
  .map { $0 + "/reports/seed-report.txt" }
  .flatMap { FileManager.default.fileExists(atPath: $0) ? $0 : nil }

@Suite(.enabled(if: seedReport != nil, "PATCHWORK_SHARED names no folder with the seed report"))
struct SeedReportTests {
  @Test func `leaves three labels unread and keeps two headlines`() throws {
    let path = try #require(seedReport)
    let report = try Report(id: "seed", bytes: InputBytes.read(path))
    #expect(report.dropped.map(\.quote.text) == ["Share", "Advertisement", "Advertisement"])
    let headlines = report.blocks.filter { $0.part == .headline }.map { report.text[$0.span] }
    #expect(headlines.count == 2)
    #expect(headlines.first?.hasSuffix("– RIA") == true)
    #expect(headlines.last?.hasSuffix("Convoy") == true)
    #expect(report.blocks.count { $0.part == .body } == 19)
    #expect(report.language == "en")
  }
}
