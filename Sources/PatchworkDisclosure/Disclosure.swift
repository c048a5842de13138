public import PatchworkRecord
import PatchworkText

/// What of some reports may be shown: their values without names of private persons, contacts, the points of sensitive
/// places and movements that have not ended.
///
/// Names are masked by one number a person throughout what was given, so that a speaker's statements stay together.
/// Under a warrant every value comes back as it is.
public struct Disclosure: Sendable {
  /// What may be seen.
  public let right: Right
  /// What was left out of all that was asked for so far.
  public internal(set) var removals = Removals()

  let rules: DisclosureRules
  let names: PrivateNames
  private var reports: [String: Prepared] = [:]
  var levels: [String: PlaceLevel] = [:]
  /// Short texts as they may be shown: the same names come again and again.
  private var masks: [String: MaskedText] = [:]

  /// A report with its text as it may be shown.
  struct Prepared: Sendable {
    let report: Report
    let reading: Reading
    let mask: MaskedText
    let withheld: Set<Int>
  }

  /// Prepares reports that were looked through; O(length of their texts).
  ///
  /// `day` is the day on which it is shown, by which movements have ended or not; `known` are the persons of whom any
  /// report states a public office; names are looked for in the further `texts` too.
  public init(
    _ right: Right, on day: CivilDay, rules: DisclosureRules, known: PublicPersons,
    reports: [ScannedReport], texts: [String] = []
  ) {
    self.right = right
    self.rules = rules
    let finder = PersonFinder(rules: rules)
    names = PrivateNames(
      right.isFull
        ? [] : reports.flatMap(\.names) + texts.flatMap { finder.names(in: $0) },
      known: known, rules: rules)
    for scanned in reports {
      let (report, reading) = (scanned.report, scanned.reading)
      self.reports[report.id] =
        right.isFull
        ? Prepared(
          report: report, reading: reading, mask: MaskedText(report.text, cuts: []), withheld: [])
        : prepare(scanned, on: day)
      levels.merge(scanned.levels, uniquingKeysWith: max)
    }
  }

  /// How many private persons the reports name.
  public var privatePersons: Int { names.count }

  /// A report and its reading as they may be shown, or nil where it was not given; spans count in the new text.
  public mutating func report(_ id: String) -> (report: Report, reading: Reading)? {
    guard let prepared = reports[id] else { return nil }
    if right.isFull { return (prepared.report, prepared.reading) }
    let mask = prepared.mask
    for cut in mask.cuts { removals.add(cut.kind, why: cut.why) }
    var report = prepared.report
    report.id = identifier(id)
    report.text = mask.text
    report.blocks = report.blocks.map { TextBlock(span: mask.map($0.span), part: $0.part) }
    report.dropped = report.dropped.map { DroppedText(quote: mask.quote($0.quote), why: $0.why) }
    report.title = title(of: id)
    report.outlet = text(report.outlet)
    if !report.byline.isEmpty { removals.add(.byline, why: "line that names the author") }
    report.byline = ""
    report.imprint = imprint(report.imprint)
    report.url = address(report.url)
    // Offsets count in a text that nobody else has, so it must come along.
    report.textIsDerived = true
    let accounts = prepared.reading.accounts.compactMap { account($0, of: id) }
    func isShown(_ quote: Quote) -> Bool { !mask.touches(quote.span, .movement) }
    let reading = Reading(
      accounts: accounts,
      places: prepared.reading.places.filter { isShown($0.quote) }.map { place($0, mask) },
      times: prepared.reading.times.filter { isShown($0.quote) }.map { Self.time($0, mask) },
      quantities: prepared.reading.quantities.filter { isShown($0.quote) }.map { count($0, mask) },
      entities: prepared.reading.entities.filter { isShown($0.quote) }.map {
        EntityMention(quote: mask.quote($0.quote), label: $0.label)
      })
    return (report, reading)
  }

  /// The text of a report that was given, as it may be shown and as its accounts' spans count in it.
  public func shownText(of id: String) -> String { reports[id]?.mask.text ?? "" }

  /// The title of a report that was given, as it may be shown.
  public mutating func title(of id: String) -> String {
    guard let prepared = reports[id] else { return "" }
    let title = prepared.report.title
    if !right.isFull, !prepared.withheld.isEmpty, rules.movements.isTold(in: title) {
      removals.add(.movement, why: MovementRules.movement)
      return MovementRules.withheld
    }
    return text(title)
  }

  /// An account as it may be shown, or nil where it is withheld or its report was not given.
  ///
  /// The account may have been corrected since it was read; its spans count in the report's text.
  public mutating func account(_ account: Account, of id: String) -> Account? {
    guard let prepared = reports[id] else { return nil }
    if right.isFull { return account }
    let mask = prepared.mask
    let held = mask.cuts.first { $0.kind == .movement && $0.span.overlaps(account.sentence.span) }
    if let held {
      removals.add(.movement, why: held.why)
      return nil
    }
    for cut in mask.cuts where cut.span.overlaps(account.sentence.span) {
      removals.add(cut.kind, why: cut.why)
    }
    var shown = account
    shown.sentence = quote(account.sentence, mask)
    shown.cue = account.cue.map { quote($0, mask) }
    shown.content = account.content.map { quote($0, mask) }
    shown.source.who = text(account.source.who)
    shown.source.role = text(account.source.role)
    shown.source.mention = account.source.mention.map { quote($0, mask) }
    shown.via = text(account.via)
    shown.addressee = text(account.addressee)
    shown.evidence = account.evidence.map { Evidence(kind: $0.kind, quote: quote($0.quote, mask)) }
    shown.said = account.said.map { Self.time($0, mask) }
    if let about = account.about, prepared.withheld.contains(about) { shown.about = nil }
    if var happening = account.happening {
      happening.trigger = quote(happening.trigger, mask)
      happening.actor = happening.actor.map { participant($0, mask) }
      happening.target = happening.target.map { participant($0, mask) }
      happening.place = happening.place.map { place($0, mask) }
      happening.time = happening.time.map { Self.time($0, mask) }
      happening.killed = happening.killed.map { count($0, mask) }
      happening.injured = happening.injured.map { count($0, mask) }
      happening.affected = happening.affected.map { count($0, mask) }
      happening.weapon = happening.weapon.map { quote($0, mask) }
      shown.happening = happening
    }
    if var condition = account.condition {
      condition.trigger = quote(condition.trigger, mask)
      condition.value = text(condition.value)
      condition.place = condition.place.map { place($0, mask) }
      condition.holder = condition.holder.map { participant($0, mask) }
      condition.since = condition.since.map { Self.time($0, mask) }
      condition.until = condition.until.map { Self.time($0, mask) }
      condition.people = condition.people.map { count($0, mask) }
      shown.condition = condition
    }
    return shown
  }

  /// Any other text that goes with the reports (a highlight of a search, a note) as it may be shown.
  public mutating func text(_ text: String) -> String {
    if right.isFull || text.isEmpty { return text }
    let mask = masks[text] ?? MaskedText(text, cuts: personal(text))
    masks[text] = mask
    for cut in mask.cuts { removals.add(cut.kind, why: cut.why) }
    return mask.text
  }

  /// A passage of a report that was given, cut out by a search; nil where it tells of a movement that is withheld.
  public mutating func passage(_ passage: String, of id: String) -> String? {
    guard let prepared = reports[id] else { return nil }
    if !right.isFull, !prepared.withheld.isEmpty, rules.movements.isTold(in: passage) {
      removals.add(.movement, why: MovementRules.movement)
      return nil
    }
    return text(passage)
  }

  /// A place as it may be shown, wherever its words stand.
  public mutating func place(_ place: Place) -> Place {
    if right.isFull { return place }
    var shown = coarse(place)
    shown.name = text(place.name)
    shown.quote = Quote(span: place.quote.span, text: text(place.quote.text))
    return shown
  }

  /// Whether a report was given.
  public func knows(_ id: String) -> Bool { reports[id] != nil }

  /// Identifier of a report as it may be shown: a digest where it has the name of a private person.
  public mutating func identifier(_ id: String) -> String {
    guard !right.isFull, names.stand(in: Self.spaced(id)) else { return id }
    removals.add(.name, why: "name within an identifier")
    return Self.standIn(for: id)
  }

  /// What stands for an identifier that has the name of a private person.
  public static func standIn(for id: String) -> String { standInHead + sha256Hex(id).prefix(12) }

  /// How every such stand-in begins.
  public static let standInHead = "withheld-"

  /// The address of a page as it may be shown: the site alone where it has the name of a private person.
  public mutating func address(_ url: String) -> String {
    let isHidden =
      !right.isFull
      && (names.stand(in: Self.spaced(url)) || !ContactScan(url).all().isEmpty)
    guard isHidden else { return url }
    removals.add(.contact, why: "address with a name")
    let parts = url.split(separator: "/", maxSplits: 3, omittingEmptySubsequences: false)
    guard parts.count > 2, !names.stand(in: Self.spaced(String(parts[2]))),
      ContactScan(String(parts[2])).all().isEmpty
    else { return "" }
    return parts.prefix(3).joined(separator: "/") + "/"
  }

  /// Whether an account of a report is withheld whole.
  public func withholds(account number: Int, of id: String) -> Bool {
    reports[id]?.withheld.contains(number) ?? false
  }
}
