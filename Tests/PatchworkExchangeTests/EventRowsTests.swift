import PatchworkExchange
import PatchworkRecord
import PatchworkText
import Testing

@Suite struct EventRowsTests {
  static let acled = """
    event_id_cnty,event_date,time_precision,sub_event_type,actor1,location,admin1,latitude,longitude,geo_precision,source,notes,fatalities
    SYR1,19 September 2016,1,Air/drone strike,Military Forces of Russia,Urum al-Kubra,Aleppo,36.148,36.947,1,A monitor,"A strike hit lorries, and a ""warehouse"".",20
    SYR2,,1,Attack,x,y,z,1,2,1,s,n,1
    """

  @Test func `a row of ACLED becomes a report with one account of ACLED`() throws {
    let table = try CSVTable(Array(Self.acled.utf8))
    let (report, reading) = try EventRows().report(0, of: table, as: .acled) { _ in nil }
    #expect(report.id == "acled-SYR1")
    #expect(report.text.hasSuffix("A strike hit lorries, and a \"warehouse\"."))
    let account = try #require(reading.accounts.first)
    #expect((account.source.who, account.stance, account.via) == ("ACLED", .report, "A monitor"))
    let happening = try #require(account.happening)
    #expect(happening.type == .airStrike)
    #expect(happening.time?.edtf == "2016-09-19")
    #expect((happening.killed?.low, happening.killed?.high) == (20, 20))
    #expect(happening.actor?.who == "Military Forces of Russia")
    #expect((happening.place?.name, happening.place?.precision) == ("Urum al-Kubra", 1))
    #expect(report.text[account.sentence.span] == account.sentence.text)
  }

  @Test func `a row without its date names what is missing`() throws {
    let table = try CSVTable(Array(Self.acled.utf8))
    #expect(throws: EventRowError.self) {
      try EventRows().report(1, of: table, as: .acled) { _ in nil }
    }
  }

  @Test func `a row of UCDP keeps its low and high and its days`() throws {
    let table = try CSVTable(
      Array(
        """
        id,type_of_violence,side_a,side_b,where_coordinates,adm_1,latitude,longitude,where_prec,date_start,date_end,date_prec,best,low,high
        77,3,Government of Syria,Civilians,Hass,Idlib,35.5,36.6,1,2016-10-26,2016-10-27,2,30,22,35
        """.utf8))
    let (_, reading) = try EventRows().report(0, of: table, as: .ucdp) { _ in nil }
    let happening = try #require(reading.accounts.first?.happening)
    #expect((happening.type, happening.killed?.low, happening.killed?.high) == (.killing, 22, 35))
    #expect((happening.time?.edtf, happening.time?.precision) == ("2016-10-26/2016-10-27", 2))
  }

  @Test(arguments: [
    ("a,b\n1,2\n", ["1", "2"]), ("a,b\r\n\"x,y\",\"q\"\"q\"\r\n", ["x,y", "q\"q"]),
    ("a,b\n\"two\nlines\",2", ["two\nlines", "2"]), ("\u{FEFF}a,b\n,2\n", ["", "2"]),
  ])
  func `tables are read as RFC 4180 has them`(_ text: String, _ row: [String]) throws {
    let table = try CSVTable(Array(text.utf8))
    #expect(table.columns == ["a", "b"])
    #expect(table.rows == [row])
  }

  @Test func `an open quote and an empty file are told`() {
    #expect(throws: CSVError.openQuote(line: 2)) { try CSVTable(Array("a\n\"x".utf8)) }
    #expect(throws: CSVError.empty) { try CSVTable([]) }
  }
}
