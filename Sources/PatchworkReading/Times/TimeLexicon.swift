import PatchworkText

/// What a word is to the grammar of times.
struct TimeWord: Hashable, Sendable {
  /// The classes of `times.tsv`.
  enum Class: String, Sendable {
    case none = ""
    case month, monthShort = "month-short", weekday, weekdayShort = "weekday-short", weekdays
    case day, night, overnight, unit, units, fortnight, weekend, part, season
    case decadeWord = "decade-word", early, earlier, late, later, mid, half, last, past, previous
    case next, coming, following, this, that, same, recent, few, several, couple, the, a, its, of
    case `in`, on, at, since, until, by, before, after, between, and, or, to, from, `for`, within
    case during, over, every, ago, more, than, less, approx, least, straight, old, ahead, then
    case now, lately, latest, soon, periodic, anniversary, only, another, meridiem, zone, oclock,
      local,
      clockTime = "clock-time", limit,
      have
  }

  var kind: Class
  var value: Int

  static let none = TimeWord(kind: .none, value: 0)
}

/// The words of times, by key.
struct TimeLexicon: Sendable {
  let words: WordTable<TimeWord>
  let holidays: Holidays

  /// The lexicon that ships with this target, or the reason why it cannot be used.
  static let shipped = Result { () throws(LexiconError) in try TimeLexicon() }

  init() throws(LexiconError) {
    let table = try LexiconFolder.table("times.tsv")
    var words: [WordKey: TimeWord] = [:]
    for row in table.rows {
      guard let kind = TimeWord.Class(rawValue: row["class"]) else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "class", value: row["class"])
      }
      guard let value = Int(row["value"]) else {
        throw .unknownValue(
          file: table.file, line: row.line, field: "value", value: row["value"])
      }
      words[WordKey(row["word"])] = TimeWord(kind: kind, value: value)
    }
    self.words = WordTable(words)
    holidays = try Holidays()
  }
}
