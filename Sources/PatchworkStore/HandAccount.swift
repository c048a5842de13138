import GRDB
import PatchworkLinking
public import PatchworkRecord
import PatchworkText

/// An account that a person reads in a report, in any language, where the machine read none.
public struct HandAccount: Hashable, Sendable {
  /// The words that say it, as they stand in the report.
  public var words: String
  /// Who says it.
  public var who: String
  /// What they do by saying it.
  public var stance: Stance
  /// What happened, where it tells of a happening.
  public var type: HappeningType?
  /// How it stands in their telling.
  public var modality: Modality
  /// Name of the place, and the day, where they are said.
  public var place: String
  /// The day, where one is said.
  public var day: CivilDay?
  /// Bounds of the killed, where they are said.
  public var killed: ClosedRange<Int>?

  /// Makes an account of some words.
  public init(
    words: String, who: String, stance: Stance, type: HappeningType? = nil,
    modality: Modality = .happened, place: String = "", day: CivilDay? = nil,
    killed: ClosedRange<Int>? = nil
  ) {
    self.words = words
    self.who = who
    self.stance = stance
    self.type = type
    self.modality = modality
    self.place = place
    self.day = day
    self.killed = killed
  }

  /// The account with a number in its report, or nil where the words do not stand there.
  func account(_ number: Int, in text: String, by person: String) -> Account? {
    guard let range = text.firstRange(of: words), !words.isEmpty else { return nil }
    let start = text.utf8.distance(from: text.startIndex, to: range.lowerBound)
    let quote = Quote(span: Span(start, start + words.utf8.count), text: words)
    var account = Account(
      number: number, sentence: quote,
      source: Source(kind: .person, who: who, rule: "read by \(person)"), content: [quote],
      quoted: .none, stance: stance)
    guard let type else { return account }
    var happening = Happening(type: type, trigger: quote, modality: modality)
    if !place.isEmpty {
      happening.place = Place(quote: quote, name: place, rule: "read by \(person)")
    }
    if let day {
      happening.time = TimeExpression(
        quote: quote, kind: .date, edtf: day.iso, from: day.iso, to: day.iso, precision: 1,
        rule: "read by \(person)")
    }
    if let killed {
      happening.killed = Count(
        quote: quote, low: killed.lowerBound, high: killed.upperBound,
        relation: killed.count == 1 ? .exact : .range, measure: .killed, unit: "person")
    }
    account.happening = happening
    return account
  }

  /// The account as it is kept.
  var json: String {
    var writer = JSONWriter()
    writer.begin(.object)
    writer.member("words", words)
    writer.member("who", who)
    writer.member("stance", stance.rawValue)
    writer.member("type", orNull: type?.rawValue)
    writer.member("modality", modality.rawValue)
    writer.member("place", place)
    writer.member("day", orNull: day?.iso)
    writer.member("killed_low", orNull: killed?.lowerBound)
    writer.member("killed_high", orNull: killed?.upperBound)
    writer.end(.object)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  /// Reads what `json` wrote, or nil where it is something else.
  init?(json: String) {
    var json = json
    guard let value = json.withUTF8({ try? JSONParser.parse($0) }),
      let words = value["words"]?.string, let who = value["who"]?.string,
      let stance = value["stance"]?.string.flatMap(Stance.init(rawValue:))
    else { return nil }
    func integer(_ name: String) -> Int? {
      if case .number(let text)? = value[name] { Int(text) } else { nil }
    }
    var killed: ClosedRange<Int>?
    if let low = integer("killed_low"), let high = integer("killed_high"), low <= high {
      killed = low...high
    }
    self.init(
      words: words, who: who, stance: stance,
      type: value["type"]?.string.flatMap(HappeningType.init(rawValue:)),
      modality: value["modality"]?.string.flatMap(Modality.init(rawValue:)) ?? .happened,
      place: value["place"]?.string ?? "", day: value["day"]?.string.flatMap(CivilDay.init(iso:)),
      killed: killed)
  }
}

extension RecordFile {
  /// Adds an account that a person read in a report, and links the report's accounts anew.
  @discardableResult
  public func add(_ account: HandAccount, to report: String, _ decision: Decision) throws -> Int {
    try changing(decision) { db in
      guard
        let row = try Row.fetchOne(
          db, sql: "SELECT row, text FROM report WHERE id = ? AND is_latest = 1",
          arguments: [report])
      else { throw JudgementError.noReport(report) }
      guard account.account(0, in: row["text"], by: decision.who) != nil else {
        throw JudgementError.noWords(report: report, words: account.words)
      }
      let entry = try Journal.append(
        at: decision.at, who: decision.who, action: Judgement.Action.account.rawValue,
        subject: "report \(report)", detail: account.json, reason: decision.reason, in: db)
      try Self.insert(
        Judgement(
          number: entry, action: .account, report: report, account: nil, incident: "", other: "",
          field: "", value: account.json, machineValue: "", conflict: "", who: decision.who,
          at: decision.at, reason: decision.reason), anchor: "", in: db)
      linker.kept.removeAll()
      try linker.replaceOccurrences(of: [row["row"]], in: db)
      return entry
    }
  }

  /// A reading with the accounts that people added to its report, numbered after its own.
  static func withHandAccounts(
    _ reading: Reading, of report: String, text: String, in db: Database
  ) throws -> Reading {
    let added = try Row.fetchAll(
      db.cachedStatement(
        sql: """
          SELECT j.value, e.who FROM judgement j JOIN journal e ON e.number = j.number
          WHERE j.report = ? AND j.action = 'account' AND undone_by IS NULL ORDER BY j.number
          """), arguments: [report])
    var reading = reading
    for row in added {
      if let account = HandAccount(json: row["value"])?
        .account(reading.accounts.count, in: text, by: row["who"])
      {
        reading.accounts.append(account)
      }
    }
    return reading
  }
}
