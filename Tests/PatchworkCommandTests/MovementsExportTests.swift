import Foundation
import Testing

/// Plans of movements leave the record only after their movement, from the built program.
@Suite(.enabled(if: Built.program != nil, "The program is not beside the tests."))
struct MovementsExportTests {
  private static func plan(_ purpose: String, year: Int) -> String {
    """
    {"purpose": "\(purpose)", "organisation": "convoy", "assessor": "desk", "legs": [{
       "from": {"name": "Aleppo", "lat": 36.2, "lon": 37.16}, "to": {"name": "Urum", "lat": 36.15, "lon": 36.95}}],
     "window": {"start": "\(year)-09-19T10:00:00+03:00", "arrival": "\(year)-09-19T13:00:00+03:00"},
     "unloading_minutes": 120}
    """
  }

  @Test func `a plan leaves after its movement, one ahead does not, and both readings are kept`()
    throws
  {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    func path(_ name: String) -> String { folder.appending(path: name).path }
    let (db, key) = (path("a.record"), path("movements.key"))
    #expect(try Built.run(["init", "--db", db]).status == 0)
    #expect(try Built.run(["movements", "key", key]).status == 0)
    for (purpose, year) in [("flour", 2016), ("blankets", 2999)] {
      let file = path("\(purpose).json")
      try Self.plan(purpose, year: year).write(toFile: file, atomically: true, encoding: .utf8)
      let kept = try Built.run([
        "movements", "keep", "--db", db, "--key", key, "--by", "Rana", file,
      ])
      #expect(kept.status == 0, "\(kept.errors)")
    }
    let done = try Built.run([
      "movements", "export", "--db", db, "--key", key, "--by", "Omar", "--reason", "review",
    ])
    #expect(done.status == 0, "\(done.errors)")
    let lines = done.output.split(whereSeparator: \.isNewline)
    #expect(lines.count == 1 && lines.allSatisfy { $0.contains("flour") })
    #expect(!done.output.contains("blankets"))
    #expect(done.errors.contains("1 movement left out"))
    // No other verb's output has what is sealed.
    for verb in [["journal"], ["status"], ["export", "--to", "jsonl"], ["movements", "list"]] {
      let shown = try Built.run(verb + ["--db", db])
      for word in ["flour", "blankets", "Urum", "36.15"] {
        #expect(!shown.output.contains(word), "\(verb) \(word)")
      }
    }
  }
}
