import PatchworkLinking
import PatchworkRecord
import PatchworkText

/// What the record keeps of an occurrence beside its report, as JSON.
struct OccurrencePayload {
  let accounts: [Int]
  private let types: [HappeningType]
  let places: [Place]
  private let isPlaceSaid: Bool
  private let times: [ClosedRange<CivilDay>]
  private let isTimeSaid: Bool
  let words: [UInt64]
  private let targets: [UInt64]
  private let killed: [Int]

  init(_ occurrence: Occurrence) {
    accounts = occurrence.accounts
    types = occurrence.types
    places = occurrence.places
    isPlaceSaid = occurrence.isPlaceSaid
    times = occurrence.times
    isTimeSaid = occurrence.isTimeSaid
    words = occurrence.words
    targets = occurrence.targets
    killed = occurrence.killed
  }

  func occurrence(report: String, number: Int, published: CivilDay?) -> Occurrence {
    Occurrence(
      report: report, number: number, published: published, accounts: accounts, types: types,
      places: places, isPlaceSaid: isPlaceSaid, times: times, isTimeSaid: isTimeSaid, words: words,
      targets: targets, killed: killed)
  }

  var json: String {
    var writer = JSONWriter(capacity: 512)
    func list<Value>(_ name: StaticString, _ values: [Value], _ write: (Value) -> Void) {
      writer.key(name)
      writer.begin(.array)
      for value in values { write(value) }
      writer.end(.array)
    }
    writer.begin(.object)
    list("accounts", accounts) { writer.integer($0) }
    list("types", types) { writer.string($0.rawValue) }
    list("killed", killed) { writer.integer($0) }
    list("words", words) { writer.string(String($0, radix: 36)) }
    list("targets", targets) { writer.string(String($0, radix: 36)) }
    list("times", times.flatMap { [$0.lowerBound, $0.upperBound] }) { writer.integer($0.number) }
    writer.key("place_said")
    writer.boolean(isPlaceSaid)
    writer.key("time_said")
    writer.boolean(isTimeSaid)
    list("places", places) { place in
      writer.begin(.object)
      list("span", [place.quote.span.start, place.quote.span.end]) { writer.integer($0) }
      writer.member("text", place.quote.text)
      writer.member("id", orNull: place.id)
      writer.member("pcode", orNull: place.pcode)
      writer.member("name", place.name)
      writer.member("kind", place.kind)
      writer.member("lat", orNull: place.latitude)
      writer.member("lon", orNull: place.longitude)
      if let radius = place.radius { writer.member("radius_km", orNull: radius) }
      writer.member("precision", orNull: place.precision)
      writer.member("use", place.use.rawValue)
      list("within", place.within) { writer.string($0) }
      writer.member("candidates", orNull: place.candidates)
      writer.member("rule", place.rule)
      writer.end(.object)
    }
    writer.end(.object)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Reads what `json` wrote, or nil where it is something else.
  init?(json: String) {
    var json = json
    let parsed = json.withUTF8 { try? JSONParser.parse($0) }
    guard let value = parsed, let accounts = Self.integers(value["accounts"]),
      let killed = Self.integers(value["killed"]), case .array(let types)? = value["types"],
      case .array(let words)? = value["words"]
    else { return nil }
    self.accounts = accounts
    self.killed = killed
    self.types = types.compactMap { $0.string.flatMap(HappeningType.init(rawValue:)) }
    self.words = words.compactMap { $0.string.flatMap { UInt64($0, radix: 36) } }
    targets = Self.array(value["targets"]).compactMap {
      $0.string.flatMap { UInt64($0, radix: 36) }
    }
    // Records of earlier formats hold one stretch of days and one place.
    let bounds = Self.integers(value["times"] ?? value["days"]) ?? []
    times = stride(from: 0, to: bounds.count - 1, by: 2).compactMap { at in
      bounds[at] <= bounds[at + 1]
        ? CivilDay(number: bounds[at])...CivilDay(number: bounds[at + 1]) : nil
    }
    places = (value["places"].map { Self.array($0) } ?? [value["place"]].compactMap { $0 })
      .compactMap(Self.place)
    isPlaceSaid = Self.bool(value["place_said"]) ?? true
    isTimeSaid = Self.bool(value["time_said"]) ?? false
    if self.types.isEmpty { return nil }
  }

  private static func array(_ value: JSONValue?) -> [JSONValue] {
    if case .array(let items)? = value { items } else { [] }
  }

  private static func bool(_ value: JSONValue?) -> Bool? {
    if case .bool(let found)? = value { found } else { nil }
  }

  private static func integers(_ value: JSONValue?) -> [Int]? {
    guard case .array(let items)? = value else { return nil }
    return items.compactMap { if case .number(let text) = $0 { Int(text) } else { nil } }
  }

  private static func place(_ value: JSONValue) -> Place? {
    func real(_ name: String) -> Double? {
      if case .number(let text)? = value[name] { Double(text) } else { nil }
    }
    guard let span = integers(value["span"]), span.count == 2, span[0] <= span[1],
      let name = value["name"]?.string
    else { return nil }
    var within: [String] = []
    if case .array(let items)? = value["within"] { within = items.compactMap(\.string) }
    return Place(
      quote: Quote(span: Span(span[0], span[1]), text: value["text"]?.string ?? ""),
      id: value["id"]?.string, pcode: value["pcode"]?.string, name: name,
      kind: value["kind"]?.string ?? "", latitude: real("lat"), longitude: real("lon"),
      radius: real("radius_km"), precision: real("precision").map(Int.init) ?? 6,
      use: value["use"]?.string.flatMap(PlaceUse.init(rawValue:)) ?? .literal, within: within,
      candidates: real("candidates").map(Int.init) ?? 0, rule: value["rule"]?.string ?? "")
  }
}
