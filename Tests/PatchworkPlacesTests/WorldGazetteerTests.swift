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
    // Syria's Madaya is a village, Myanmar's a town of 20,000: neighbours, nearness and the country decide.
    ("Shells hit «Madaya», near «Damascus».", "geonames:167558"),
    ("Aid reached «Madaya» and «Zabadani».", "geonames:167558"),
    ("The ‹n:«Syrian»› army shelled «Madaya».", "geonames:163843"),
    ("Shells hit «Madaya», north of «Mandalay» in «Myanmar».", "geonames:1312649"),
    // A metropolis is meant before a town of its name in the report's country, a region before a village; a list is no address.
    (
      "At «London» agents of the «United States» met others from «Chicago» and «Houston».",
      "geonames:2643743"
    ),
    (
      "In «England» it fell, unlike in the «United States», in «Chicago» and «Houston».",
      "patchwork:gb/england.region"
    ),
    (
      "After «Washington», «New York» and «Boston» he left the «United States».",
      "geonames:4140963"
    ),
    ("Voters in «London», «Ohio», waited.", "geonames:4517009"),
    // Counties are meant by their names and states, the largest where nothing tells; never the town of the name.
    ("Fires spread in «Orange County», «California».", "geonames:5379524"),
    ("Fires spread in «Orange County» on Monday.", "geonames:5379524"),
    ("Fires spread in «Orange County», «Florida».", "geonames:4167060"),
    ("Deputies of «Harris County», «Texas», came.", "geonames:4696376"),
    ("The sheriff of «Clare County» in «Michigan» came.", "geonames:4988934"),
    ("The sheriff of «St. Louis County» in «Missouri» came.", "geonames:4407074"),
    ("Floods reached ‹l:«Kent»› and ‹l:«Essex»› in the «United Kingdom».", "geonames:3333158"),
    ("Floods reached «County Durham» in «England».", "geonames:2650629"),
  ])
  func `tells namesakes of the world apart`(marked: String, id: String) throws {
    let report = MarkedReport(marked)
    let places = PlaceFinder(gazetteer: World.gazetteer).places(in: report.context)
    let first = try #require(places.first { $0.quote.span == report.expected.first })
    #expect(first.id == id)
  }

  @Test func `a name vouches for no country by itself, and the reason is told`() throws {
    let report = MarkedReport("The ‹n:Syrian› army shelled «Madaya» on Monday.")
    let places = PlaceFinder(gazetteer: World.gazetteer).places(in: report.context)
    let madaya = try #require(places.first { $0.quote.text == "Madaya" })
    #expect(madaya.within.contains("geonames:163843"))
    #expect(madaya.rule.hasPrefix("country of the report: SY"))
  }

  @Test func `a neighbour that turns the choice is the reason that is told`() throws {
    let report = MarkedReport("Aid reached «Madaya» and «Zabadani».")
    let places = PlaceFinder(gazetteer: World.gazetteer).places(in: report.context)
    let madaya = try #require(places.first { $0.quote.text == "Madaya" })
    #expect(madaya.rule == "neighbour: Zabadani")
  }

  @Test func `no pin where every namesake lies far from what it is told to be near`() throws {
    let report = MarkedReport("The shelling of ‹l:«Victoria»›, near ‹l:«Damascus»›, went on.")
    let places = PlaceFinder(gazetteer: World.gazetteer).places(in: report.context)
    let victoria = try #require(places.first { $0.quote.text == "Victoria" })
    #expect(victoria.latitude == nil)
    #expect(victoria.rule == "unresolved")
  }

  @Test func `an illness is not where it is named after`() throws {
    let report = MarkedReport("The ‹l:Marburg› virus was found in ‹l:«Angola»›.")
    let places = PlaceFinder(gazetteer: World.gazetteer).places(in: report.context)
    #expect(places.map(\.quote.text) == ["Angola"])
  }

  @Test func `what one sentence makes a place is one in the next`() throws {
    let report = MarkedReport("They fled to ‹l:«Azaz»›. ‹p:«Azaz»› was shelled.")
    let places = PlaceFinder(gazetteer: World.gazetteer).places(in: report.context)
    #expect(places.map(\.quote.span) == report.expected)
  }

  @Test func `a capitalised direction makes a name of its own beside a village`() {
    let report = MarkedReport("Aides in the ‹l:«West Wing»› of the «United States» spoke.")
    let places = PlaceFinder(gazetteer: World.gazetteer).places(in: report.context)
    #expect(places.first?.quote.span == report.expected.first)
    #expect(places.first?.id == nil)
  }

  @Test func `a pair of towns is no organisation`() throws {
    let report = MarkedReport("Fighters entered ‹o:«Zaranj» and «Herat»›.")
    let places = PlaceFinder(gazetteer: World.gazetteer).places(in: report.context)
    #expect(places.map(\.quote.span) == report.expected)
  }

  @Test(
    arguments: [
      ("Trucks wait at the ‹n:Turkish›-‹n:Syrian› border.", "Turkish border", 37.0, 38.5, 400.0),
      ("Trucks wait at the border between ‹l:Syria› and ‹l:Lebanon›.", "", 34.2, 36.2, 120),
      ("Trucks wait at ‹l:Jordan›'s border with ‹l:Syria›.", "", 32.8, 37.5, 200),
      ("A camp near the ‹n:Lebanese› border in ‹l:Syria›.", "", 34.2, 36.2, 120),
    ] as [(String, String, Double, Double, Double)])
  func `a border has the ground where its two countries meet`(
    marked: String, words: String, north: Double, east: Double, reach: Double
  ) throws {
    let places = PlaceFinder(gazetteer: World.gazetteer).places(in: MarkedReport(marked).context)
    let border = try #require(places.first { $0.kind == "border" })
    #expect(border.use == .relative)
    #expect(((border.latitude ?? 0) - north).magnitude < 1)
    #expect(((border.longitude ?? 0) - east).magnitude < 1.5)
    #expect((border.radius ?? 0) < reach)
  }

  @Test func `a name that only its sentence makes a place gets no far pin`() throws {
    var context = MarkedReport("Rebels shelled ‹p:Mleiha›.").context
    for index in context.tokens.indices where context.tokens[index].entity == .person {
      context.tokens[index].fit = .sure
    }
    let places = PlaceFinder(gazetteer: World.gazetteer).places(in: context)
    #expect(places.map(\.quote.text) == ["Mleiha"])
    #expect(places.first?.within.contains("geonames:163843") == true)
  }
}
