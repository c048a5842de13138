import Foundation
import PatchworkRecord
import PatchworkTestSupport
import Testing

@testable import PatchworkPlaces

/// The gazetteer that set-up builds, where it has.
private enum World {
  static let gazetteer: Gazetteer? = try? Gazetteer.inDataFolder(TestData.folder)
}

@Suite(.enabled(if: World.gazetteer != nil, "No gazetteer in the data folder."))
struct WorldGazetteerTests {
  @Test(arguments: [
    ("Damascus", "geonames:170654"), ("Halab", "geonames:170063"), ("Kiev", "geonames:703448"),
    ("Deir Ezzor", "geonames:170794"), ("US", "geonames:6252001"), ("NY", "geonames:5128581"),
    ("حلب", "geonames:170063"), ("Київ", "geonames:703448"), ("Khan Sheikhoun", "geonames:168325"),
  ])
  func `finds towns by the names of reports`(name: String, id: String) throws {
    let gazetteer = try #require(World.gazetteer)
    #expect(gazetteer.find(name).first?.place.id == id)
  }

  @Test(arguments: [
    ("A blast hit «Tripoli», «Lebanon», and not «Beirut».", "geonames:266826"),
    ("Militias fought in «Tripoli» and «Benghazi» in «Libya».", "geonames:2210247"),
    ("Voters in «Paris», «Texas», waited.", "geonames:4717560"),
    ("Voters in «Paris» and «Lyon» waited.", "geonames:2988507"),
    ("The ‹l:«Georgia»› state police went to «Atlanta».", "geonames:4197000"),
  ])
  func `tells namesakes of the world apart`(marked: String, id: String) throws {
    let report = MarkedReport(marked)
    let places = PlaceFinder(gazetteer: World.gazetteer).places(in: report.context)
    let first = try #require(places.first { $0.quote.span == report.expected.first })
    #expect(first.id == id)
  }
}
