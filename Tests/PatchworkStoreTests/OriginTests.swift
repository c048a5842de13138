import PatchworkLinking
import PatchworkRecord
import Testing

@testable import PatchworkStore

/// Whose words a report's are, from report text.
@Suite(.enabled(if: SampleRecord.isPossible, "The small model is not installed."))
struct OriginTests {
  static let story = """
    Barrel bombs fell on the market of Hayyan at noon on Monday, residents said, and rescuers dug through the rubble of three \
    shops until dark. The local council counted nine dead and thirty wounded. A doctor at the field hospital said that \
    four of the wounded were children and that the hospital had run out of blood by the evening.
    """

  static func origins(_ reports: [NewReport]) throws -> [OriginView] {
    try SampleRecord.withPath { path in
      var found: [OriginView] = []
      try SampleRecord.make(at: path, of: reports).forEachOrigin { found.append($0) }
      return found
    }
  }

  @Test
  func `an origin names who was first by time of publication, and the agency that is credited`()
    throws
  {
    let found = try Self.origins([
      SampleRecord.new(
        id: "late", "HAYYAN, Sept 20 (Reuters) - \(Self.story)", published: "2016-09-20T16:00:00Z"),
      SampleRecord.new(
        id: "third", "Markets were open again. \(Self.story)", published: "2016-09-21"),
      SampleRecord.new(id: "wire", Self.story, published: "2016-09-20T09:00:00Z"),
    ])
    let origin = try #require(found.first)
    #expect(found.count == 1)
    #expect(origin.first == "wire")
    #expect(origin.reports == ["wire", "late", "third"])
    #expect(origin.agencies == ["Reuters"])
    #expect(origin.members.map(\.agencies) == [[], ["Reuters"], []])
    #expect(origin.members.map(\.role) == [.original, .copy, .copy])
    #expect(origin.members.allSatisfy { (0.8...1).contains($0.share) })
    #expect(Set(origin.passages.map(\.report)) == ["wire", "late", "third"])
  }

  @Test func `a report that reproduces a text to refute it is marked, quoted or not`() throws {
    for (open, close) in [("", ""), ("“", "”")] {
      let refutation = """
        On Monday a wire told this story. \(open)\(Self.story)\(close)

        The story is false: the market was closed and nobody was hurt.
        """
      let found = try Self.origins([
        SampleRecord.new(id: "wire", Self.story, published: "2016-09-20"),
        SampleRecord.new(id: "check", refutation, published: "2016-09-22"),
        SampleRecord.new(id: "copy", Self.story + " More follows.", published: "2016-09-21"),
      ])
      let origin = try #require(found.first)
      #expect(
        origin.members.map(\.role) == [.original, .copy, .refutation], "\(origin.members)")
    }
  }

  @Test func `accounts in words that a report refutes are not its own`() throws {
    try SampleRecord.withPath { path in
      let file = try SampleRecord.make(
        at: path,
        of: [
          SampleRecord.new(id: "wire", Self.story, published: "2016-09-20"),
          SampleRecord.new(
            id: "check", "This story was made up.\n\n\(Self.story)", published: "2016-09-22"),
        ])
      let row = try #require(try file.incidents().first { $0.reports == 2 })
      let view = try #require(try file.incident(row.id))
      #expect(view.refutations == ["check"])
      #expect(view.origins == 1)
    }
  }

  /// Pairs of reports that share a speaker's words and nothing else.
  static let quotations: [(String, String)] = [
    (
      "The envoy spoke in Geneva on Tuesday. “We have not struck any vehicle on that road, and whoever says so must show the footage that proves it to the whole world,” he said before leaving.",
      "Asked in New York, a diplomat recalled: “We have not struck any vehicle on that road, and whoever says so must show the footage that proves it to the whole world.” No one answered."
    ),
    (
      "\"The hospital was marked on every map that we gave to every army in this war, and it burnt for six hours while we rang them one after the other,\" the surgeon told a radio station.",
      "Doctors without beds: a surgeon remembers. \"The hospital was marked on every map that we gave to every army in this war, and it burnt for six hours while we rang them one after the other.\" She left in May."
    ),
    (
      "«We will let the lorries pass when the shelling has stopped for two whole days, and not one hour before that, whatever the papers in Geneva may say about it», the commander said.",
      "A commander set his terms. «We will let the lorries pass when the shelling has stopped for two whole days, and not one hour before that, whatever the papers in Geneva may say about it». Drivers waited."
    ),
  ]

  @Test(arguments: quotations.indices)
  func `two reports that share only a speaker's words are of two origins`(_ index: Int) throws {
    let (a, b) = Self.quotations[index]
    let found = try Self.origins([
      SampleRecord.new(id: "a", a, published: "2016-09-20"),
      SampleRecord.new(id: "b", b, published: "2016-09-20"),
    ])
    #expect(found.isEmpty)
  }
}
