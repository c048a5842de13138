import Foundation
import PatchworkRecord
import Testing

@testable import PatchworkExtraction

@Suite struct ArchiveTests {
  static let page = Array(AnyArchive.page.utf8)
  static let good = AnyArchive.record(AnyArchive.response(page))

  @Test func `a response is a report with its address and when it was acquired`() throws {
    let found = try parcels(of: Self.good)
    let report = try #require(found.reports.first)
    #expect(report.id == "urn:uuid:1")
    #expect(report.url == "http://example.org/mill")
    #expect(report.acquired == SourcedDate(value: "2016-09-20T08:00:00Z", origin: "archive"))
    #expect(report.title == "Mill hit by shells")
    #expect(report.text.contains("residents said by telephone"))
    #expect(found.places == [.record(0)])
  }

  @Test(arguments: [
    ("Transfer-Encoding: chunked\r\n", AnyArchive.chunked(page)),
    ("Transfer-Encoding: chunked\r\n", page),
    ("Transfer-Encoding: chunked\r\n", Array("-20\r\n".utf8) + page),
    ("Transfer-Encoding: chunked\r\n", Array("+20\r\n".utf8) + page),
    ("", AnyArchive.packed(page)),
    ("Content-Encoding: gzip\r\n", AnyArchive.packed(page)),
    ("Content-Encoding: gzip\r\n", page),
    ("Content-Encoding: deflate\r\n", AnyArchive.packed(page, window: 15)),
    ("Content-Encoding: deflate\r\n", AnyArchive.packed(page, window: -15)),
    ("Content-Encoding: br\r\n", page),
    ("Content-Encoding: br\r\n", AnyArchive.packed(page)),
    ("Content-Encoding: zstd\r\n", page),
    (
      "Content-Encoding: gzip\r\nTransfer-Encoding: chunked\r\n",
      AnyArchive.chunked(AnyArchive.packed(page))
    ),
  ])
  func `a body is read however it was sent, and whatever its headers claim`(
    headers: String, body: [UInt8]
  ) throws {
    let record = AnyArchive.record(AnyArchive.response(body, headers: headers))
    let reports = try parcels(of: record).reports
    #expect(reports.first?.text.contains("two of its own men had been hurt") == true)
  }

  @Test(arguments: [false, true], [false, true])
  func `records are read one by one or packed together`(packed: Bool, whole: Bool) throws {
    let records = (1...3).map {
      AnyArchive.record(AnyArchive.response(Self.page), id: "<r\($0)>")
    }
    let bytes =
      !packed
      ? records.flatMap { $0 }
      : whole
        ? AnyArchive.packed(records.flatMap { $0 }) : records.flatMap { AnyArchive.packed($0) }
    #expect(try parcels(of: bytes).reports.map(\.id) == ["r1", "r2", "r3"])
  }

  @Test func `what is no report is passed over, and counted`() throws {
    let bytes =
      AnyArchive.record(Array("software: a\r\n".utf8), type: "warcinfo")
      + AnyArchive.record(Array("GET / HTTP/1.1\r\n\r\n".utf8), type: "request")
      + AnyArchive.record(AnyArchive.response(Self.page, status: "404 Not Found"))
      + AnyArchive.record(AnyArchive.response([0xFF, 0xD8, 0xFF], type: "image/jpeg"))
      + AnyArchive.record(Self.page, type: "resource", id: "<r>", mediaType: "text/html")
    let found = try parcels(of: bytes)
    #expect(found.ids == ["r"])
    #expect(found.passedOver == 4)
  }

  @Test(arguments: [
    AnyArchive.record(page, length: "many"), AnyArchive.record(page, length: "-5"),
    AnyArchive.record(AnyArchive.response(page), length: "100"), Array("WARX/1.0\r\n\r\n".utf8),
    Array(repeating: 0x61, count: 1 << 17) + [0x0A],
  ])
  func `a broken record is named, and those around it are read`(broken: [UInt8]) throws {
    let first = AnyArchive.record(AnyArchive.response(Self.page), id: "<a>")
    let last = AnyArchive.record(AnyArchive.response(Self.page), id: "<b>")
    let found = try parcels(of: first + broken + last)
    #expect(found.reports.map(\.id).first == "a")
    #expect(found.reports.map(\.id).last == "b")
    #expect(found.codes.count { $0 == .brokenRecord || $0 == .lineTooLong } == 1)
  }

  @Test func `a packed record that is damaged is named, and those around it are read`() throws {
    let members = ["a", "b", "c"].map {
      AnyArchive.packed(AnyArchive.record(AnyArchive.response(Self.page), id: "<\($0)>"))
    }
    var broken = members[1]
    for index in 60..<100 { broken[index] = 0xFF }
    let found = try parcels(of: members[0] + broken + members[2])
    #expect(found.reports.map(\.id) == ["a", "c"])
    #expect(found.codes == [.badCompression])
  }

  @Test func `an archive cut off at any byte gives what is whole, and says that it ends`() throws {
    let first = AnyArchive.record(AnyArchive.response(Self.page), id: "<a>")
    let bytes = first + AnyArchive.record(AnyArchive.response(Self.page), id: "<b>")
    for end in stride(from: first.count + 5, to: bytes.count - 4, by: 37) {
      let found = try parcels(of: Array(bytes[..<end]))
      #expect(found.reports.map(\.id) == ["a"], "\(end)")
      #expect(found.codes == [.brokenRecord], "\(end)")
      let packed = AnyArchive.packed(bytes)
      let cut = try parcels(of: Array(packed[..<(packed.count * end / bytes.count)]))
      #expect(cut.codes.count == 1, "\(end)")
    }
  }

  @Test func `an ARC archive is read, spaces in addresses too`() throws {
    let bytes =
      AnyArchive.arcHead + AnyArchive.arc(AnyArchive.response(Self.page))
      + AnyArchive.arc([], length: "-1") + AnyArchive.arc([], length: "abc")
      + AnyArchive.arc([], date: "201609200800000000")
      + AnyArchive.arc(AnyArchive.response(Self.page))
    for bytes in [bytes, AnyArchive.packed(bytes)] {
      let found = try parcels(of: bytes)
      #expect(found.reports.map(\.url) == Array(repeating: "http://example.org/the mill", count: 2))
      #expect(found.reports.first?.acquired?.value == "2016-09-20T08:00:00Z")
      #expect(Set(found.reports.map(\.id)).count == 2)
      #expect(!found.codes.isEmpty)
    }
  }

  @Test func `a body that unpacks to more than the limit is refused`() throws {
    let bomb = AnyArchive.packed([UInt8](repeating: 0x20, count: 1 << 20))
    let record = AnyArchive.record(AnyArchive.response(bomb, headers: "Content-Encoding: gzip\r\n"))
    let found = try parcels(of: record, limits: ExtractionLimits(bytes: 1 << 16))
    #expect(found.codes == [.tooLarge])
  }

  @Test func `a page in the encoding of its transfer's headers`() throws {
    let page = AnyArchive.page.replacing("residents", with: "жители")
    let bytes = page.unicodeScalars.map { scalar in
      scalar.value < 0x80 ? UInt8(scalar.value) : UInt8(scalar.value - 0x430 + 0xE0)
    }
    let record = AnyArchive.record(
      AnyArchive.response(bytes, type: "text/html; charset=windows-1251"))
    #expect(try parcels(of: record).reports.first?.text.contains("жители") == true)
  }

  @Test(
    .enabled(if: sharedFolder("") != nil, "PATCHWORK_SHARED is not set"),
    arguments: [
      ("iipc-20130729-heritrix-original.warc.gz", 1, 0),
      ("iipc-20130729-heritrix-revisit-with-http-headers.warc.gz", 0, 0),
      ("iipc-20141124-heritrix-server-not-modified.warc.gz", 0, 0),
      ("iipc-20141129-heritrix-original.warc.gz", 1, 0),
      ("iipc-20141129-heritrix-revisit-with-http-headers-and-new-warc-headers.warc.gz", 0, 0),
      ("iipc-hello-world.warc", 1, 0), ("iipc-hello-world.warc.gz", 1, 0),
      ("warcio-bad.arc", 0, 2), ("warcio-example-bad-non-chunked.warc.gz", 1, 0),
      ("warcio-example-bad.warc.gz.bad", 1, 0), ("warcio-example-digest.warc", 0, 0),
      ("warcio-example-iana.org-chunked.warc", 1, 0), ("warcio-example-resource.warc.gz", 1, 0),
      ("warcio-example-space-in-target-uri.warc.gz", 0, 0),
      ("warcio-example-space-in-url.arc", 1, 0),
      ("warcio-example-trunc.warc", 1, 1), ("warcio-example-wget-bad-target-uri.warc.gz", 1, 0),
      ("warcio-example-wrong-chunks.warc.gz", 1, 0), ("warcio-example.arc", 1, 0),
      ("warcio-example.arc.gz", 1, 0), ("warcio-example.warc", 1, 0),
      ("warcio-example.warc.gz", 1, 0), ("warcio-post-test.warc.gz", 0, 0),
    ])
  func `archives of other writers are read`(name: String, reports: Int, broken: Int) throws {
    let folder = try #require(sharedFolder("gold/extraction/formats/warc"))
    let bytes = try Data(contentsOf: URL(fileURLWithPath: "\(folder)/\(name)"))
    let found = try parcels(of: Array(bytes))
    // Pages without an article are read too: that they hold none is said of them, not of the archive.
    let isBroken = { (code: ExtractionError.Code) in
      [.brokenRecord, .badCompression, .unreadable].contains(code)
    }
    #expect(found.codes.count(where: isBroken) == broken)
    #expect(found.results.count - found.codes.count(where: isBroken) == reports)
  }
}
