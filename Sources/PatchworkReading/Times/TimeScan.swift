import PatchworkLanguage
import PatchworkRecord
import PatchworkText

/// A stretch of atoms that names a time, with what it was resolved to.
struct TimeMatch {
  var atoms: Range<Int>
  var kind: TimeKind
  /// The days it names, nil when they cannot be told.
  var period: Period?
  var opensBefore = false
  var opensAfter = false
  /// Last day where words end a period early ("earlier this month" ends today).
  var cut: Period?
  var precision: Int
  var length: String?
  /// ISO-TimeML value, where it does not follow from the days and the length.
  var value: String?
  var rule: String
  /// Whether the words name the year.
  var namesYear = false
  /// The times that a told interval begins and ends with, where they are times of their own.
  var ends: [TimeMatch] = []

  init(
    _ atoms: Range<Int>, _ kind: TimeKind, _ period: Period?, precision: Int? = nil,
    length: String? = nil, rule: String
  ) {
    self.atoms = atoms
    self.kind = kind
    self.period = period
    self.precision = precision ?? period?.precision ?? 5
    self.length = length
    self.rule = rule
    namesYear = rule == "calendar"
  }

  /// A plain date.
  init(
    _ atoms: Range<Int>, _ period: Period?, precision: Int? = nil, length: String? = nil,
    rule: String
  ) {
    self.init(atoms, .date, period, precision: precision, length: length, rule: rule)
  }

  /// Whether words name a day or month with its year, so that a later day without one may share it.
  ///
  /// "since 2012" does not: what such a year opens may reach to any later one.
  func tellsYear(of period: Period) -> Bool {
    rule.hasPrefix("calendar") && period.grain <= .month && !opensBefore && !opensAfter
  }

  func widened(from start: Int) -> TimeMatch {
    var copy = self
    copy.atoms = start..<atoms.upperBound
    return copy
  }

  func extended(to end: Int) -> TimeMatch {
    var copy = self
    copy.atoms = atoms.lowerBound..<end
    return copy
  }
}

/// One pass over a text for its times; productions of the grammar are methods that read from an atom on.
struct TimeScan {
  let tree: ParseTree
  let atoms: Atoms
  let lexicon: TimeLexicon
  /// What each atom is to the grammar.
  let words: [TimeWord]
  /// The token that each atom lies in.
  let tokens: [Int32]
  let outlooks: Outlooks
  let days: PublicationDays
  /// The day that the words at hand were published on.
  var published: CivilDay?
  /// The last day or period that something told happened in.
  var anchor: Period?
  /// The year named last, for days without a year in a report without a date.
  var year: Int?

  init(tree: ParseTree, atoms: Atoms, lexicon: TimeLexicon, days: PublicationDays) {
    self.tree = tree
    self.atoms = atoms
    self.lexicon = lexicon
    self.days = days
    published = days.report
    outlooks = Outlooks(tree: tree)
    words = atoms.list.map { $0.kind == .word ? lexicon.words[$0.key] ?? .none : .none }
    tokens = Self.align(atoms, with: tree)
  }

  /// The token of every atom, by a walk over both.
  static func align(_ atoms: Atoms, with tree: ParseTree) -> [Int32] {
    var tokens: [Int32] = []
    tokens.reserveCapacity(atoms.count)
    var token = 0
    for atom in atoms.list {
      while token + 1 < tree.count, tree[token].span.end <= atom.span.start { token += 1 }
      tokens.append(Int32(token))
    }
    return tokens
  }

  // MARK: Looking

  func kind(_ index: Int) -> TimeWord.Class {
    index >= 0 && index < words.count ? words[index].kind : .none
  }

  func value(_ index: Int) -> Int { words[index].value }

  func isNumber(_ index: Int) -> Bool {
    index >= 0 && index < atoms.count && atoms[index].kind == .number
  }

  /// A plain whole number of at most four digits, or nil.
  func number(_ index: Int) -> Int? {
    guard isNumber(index), atoms[index].span.length <= 4,
      let value = Numerals.value(of: atoms[index], in: atoms.bytes), !atoms.isGrouped(index)
    else { return nil }
    return Int(exactly: value)
  }

  /// The index behind an optional sign.
  func skip(_ index: Int, _ sign: Unicode.Scalar) -> Int {
    atoms.isSign(index, sign) ? index + 1 : index
  }

  /// The index behind an optional word.
  func skip(_ index: Int, _ word: TimeWord.Class) -> Int { kind(index) == word ? index + 1 : index }

  /// Whether the clause around an atom looks ahead; "by" and "until" do unless the clause looks back.
  func outlook(_ index: Int) -> Outlook {
    guard index < tokens.count else { return .unknown }
    let clause = outlooks.outlook(of: Int(tokens[index]))
    guard clause == .unknown else { return clause }
    return kind(index - 1) == .by || kind(index - 1) == .until ? .future : .unknown
  }

  func tag(_ index: Int) -> Tag {
    index < tokens.count && Int(tokens[index]) < tree.count ? tree[Int(tokens[index])].tag : .none
  }

  /// Whether an atom touches the one before it or is joined to it by a hyphen.
  func isJoined(_ index: Int) -> Bool {
    index > 0 && index < atoms.count && !atoms[index].isSpaced
  }
}

extension Atoms {
  /// Whether a number atom has commas or points.
  func isGrouped(_ index: Int) -> Bool {
    let span = self[index].span
    for offset in span.start..<span.end where bytes[offset] < 0x30 { return true }
    return false
  }
}
