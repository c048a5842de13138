import Foundation
import Testing

@testable import PatchworkExtraction

@Suite struct DetectedEncodingTests {
  static let russian = """
    Представитель армии сообщил в понедельник, что колонна с гуманитарной помощью вошла в город утром. Жители говорят, \
    что ночью были слышны взрывы, а дорога к северу от города остаётся закрытой.
    """
  static let arabic = """
    قال متحدث باسم الجيش يوم الاثنين إن قافلة المساعدات دخلت المدينة صباحا. ويقول السكان إنهم سمعوا انفجارات في الليل \
    وإن الطريق شمال المدينة لا تزال مغلقة أمام الجميع منذ أسبوع.
    """
  static let japanese = "軍の報道官は月曜日、援助物資を積んだ車列が朝に町へ入ったと述べた。住民によると、夜に爆発音が聞こえたという。町の北の道路は閉鎖されたままだ。"
  static let chinese = "军方发言人周一表示，援助车队早上进入了该城。居民说夜里听到了爆炸声，城北的道路仍然关闭。联合国呼吁各方让更多的卡车通过。"

  @Test(arguments: [
    (russian, "windows-1251", "CP1251"), (russian, "koi8-r", "KOI8-R"),
    (arabic, "iso-8859-6", "ISO-8859-6"), (arabic, "windows-1256", "CP1256"),
    (japanese, "shift_jis", "CP932"), (chinese, "gb18030", "GB18030"),
    (russian, "utf-16le", "UTF-16LE"), (russian, "utf-16be", "UTF-16BE"),
  ])
  func `text in any encoding is read, declared or not`(
    text: String, name: String, converter: String
  ) throws {
    let bytes = try #require(encoded(text, converter))
    let isWide = name.hasPrefix("utf-16")
    let mark: [UInt8] = name == "utf-16le" ? [0xFF, 0xFE] : [0xFE, 0xFF]
    let declared = DecodedTextTests.decoded(isWide ? mark + bytes : bytes, declared: name)
    #expect(declared.0 == text)
    #expect(declared.1 == name)
    // Without mark or label, wide text is told by its zero bytes, of which Cyrillic has too few.
    guard !isWide else { return }
    #expect(DecodedTextTests.decoded(bytes).0 == text)
  }

  @Test(arguments: ["UTF-16LE", "UTF-16BE"])
  func `wide text of Latin letters needs no mark`(converter: String) throws {
    let bytes = try #require(encoded("The convoy entered the town – in the morning.", converter))
    #expect(
      DecodedTextTests.decoded(bytes).0 == "The convoy entered the town – in the morning.")
  }

  @Test func `a few foreign bytes in UTF-8 lose nothing`() throws {
    let stray = try #require(encoded("déjà", "CP1252"))
    let found = DecodedTextTests.decoded(Array(Self.arabic.utf8) + [0x20] + stray)
    #expect(found.0 == Self.arabic + " déjà")
  }

  private func encoded(_ text: String, _ converter: String) -> [UInt8]? {
    guard let handle = iconv_open(converter, "UTF-8"), handle != iconv_t(bitPattern: -1) else {
      return nil
    }
    defer { iconv_close(handle) }
    var input = text.utf8.map { CChar(bitPattern: $0) }
    var output = [CChar](repeating: 0, count: input.count * 4)
    let room = output.count
    let made: Int? = input.withUnsafeMutableBufferPointer { from in
      output.withUnsafeMutableBufferPointer { to in
        var (source, left) = (from.baseAddress, from.count)
        var (target, free) = (to.baseAddress, room)
        let done = iconv(handle, &source, &left, &target, &free)
        return done == Int(bitPattern: UInt.max) ? nil : room - free
      }
    }
    return made.map { output[..<$0].map { UInt8(bitPattern: $0) } }
  }
}
