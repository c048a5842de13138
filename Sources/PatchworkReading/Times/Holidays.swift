import PatchworkRecord
import PatchworkText

/// Feasts that reports date things by.
struct Holidays: Sendable {
  /// How the days of a feast are found.
  enum Rule: Hashable, Sendable {
    case fixed(month: Int, day: Int)
    case nth(month: Int, number: Int, weekday: Int)
    case easter(offset: Int)
    case moon(String)
    case month(String, until: String)
  }

  struct Name: Sendable {
    let rest: [WordKey]
    let rule: Rule
  }

  private let byFirstWord: WordTable<[Name]>
  private let moonFeasts: [String: [CivilDay]]

  init() throws(LexiconError) {
    let feasts = try LexiconFolder.table("moon-feasts.tsv")
    var moon: [String: [CivilDay]] = [:]
    for row in feasts.rows {
      guard let day = CivilDay(iso: row["day"]) else {
        throw .unknownValue(file: feasts.file, line: row.line, field: "day", value: row["day"])
      }
      moon[row["feast"], default: []].append(day)
    }
    let table = try LexiconFolder.table("holidays.tsv")
    var names: [WordKey: [Name]] = [:]
    for row in table.rows {
      let words = row["name"].split(separator: " ").map { WordKey(String($0)) }
      guard let rule = Self.rule(row["rule"]), let first = words.first else {
        throw .unknownValue(file: table.file, line: row.line, field: "rule", value: row["rule"])
      }
      names[first, default: []].append(Name(rest: Array(words.dropFirst()), rule: rule))
    }
    // The longest name wins.
    byFirstWord = WordTable(names.mapValues { $0.sorted { $0.rest.count > $1.rest.count } })
    moonFeasts = moon.mapValues { $0.sorted() }
  }

  private static func rule(_ text: String) -> Rule? {
    let words = text.split(separator: " ").map(String.init)
    let numbers = words.dropFirst().map { Int($0) ?? .min }
    switch words.first {
    case "fixed" where words.count == 3: return .fixed(month: numbers[0], day: numbers[1])
    case "nth" where words.count == 4:
      return .nth(month: numbers[0], number: numbers[1], weekday: numbers[2])
    case "easter" where words.count == 2: return .easter(offset: numbers[0])
    case "moon" where words.count > 1: return .moon(words.dropFirst().joined(separator: " "))
    case "month" where words.count > 2:
      return .month(words[1], until: words.dropFirst(2).joined(separator: " "))
    default: return nil
    }
  }

  /// The feast whose name starts at an atom, with one past its last atom.
  func feast(at start: Int, in atoms: Atoms) -> (rule: Rule, end: Int)? {
    guard let names = byFirstWord[atoms[start].key] else { return nil }
    search: for name in names {
      var at = start + 1
      for word in name.rest {
        if atoms.isSign(at, "-") || atoms.isSign(at, "'") { at += 1 }
        guard at < atoms.count, atoms[at].kind == .word, atoms[at].key == word else {
          continue search
        }
        at += 1
      }
      return (name.rule, at)
    }
    return nil
  }

  /// Whether the name of a feast may start at an atom.
  func mayStart(at start: Int, in atoms: Atoms) -> Bool {
    atoms[start].isCapitalised && byFirstWord.contains(atoms[start].key)
  }

  /// The days of a feast in a year, or nil where the table does not reach.
  func period(_ rule: Rule, in year: Int) -> Period? {
    switch rule {
    case .fixed(let month, let day): return CivilDay(year, month, day).map(Period.day)
    case .nth(let month, let number, let weekday):
      return Self.nth(month, number, weekday, in: year).map(Period.day)
    case .easter(let offset): return .day(Self.easter(year) + offset)
    case .moon(let feast): return day(of: feast, in: year).map(Period.day)
    case .month(let feast, let next):
      guard let first = day(of: feast, in: year),
        let end = moonFeasts[next]?.first(where: { $0 > first })
      else { return nil }
      return Period(first: first, last: end - 1, grain: .day)
    }
  }

  private func day(of feast: String, in year: Int) -> CivilDay? {
    moonFeasts[feast]?.first { $0.year == year }
  }

  private static func nth(_ month: Int, _ number: Int, _ weekday: Int, in year: Int) -> CivilDay? {
    if number > 0, let first = CivilDay(year, month, 1) {
      return first + ((weekday - first.weekday + 7) % 7 + 7 * (number - 1))
    }
    guard let last = CivilDay(year, month, CivilDay.length(ofMonth: month, in: year)) else {
      return nil
    }
    return last - (last.weekday - weekday + 7) % 7
  }

  /// Western Easter Sunday, by the anonymous Gregorian computus.
  private static func easter(_ year: Int) -> CivilDay {
    let golden = year % 19
    let (century, rest) = (year / 100, year % 100)
    let epact =
      (19 * golden + century - century / 4 - (century - (century + 8) / 25 + 1) / 3 + 15) % 30
    let letter = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7
    let shift = (golden + 11 * epact + 22 * letter) / 451
    let total = epact + letter - 7 * shift + 114
    return CivilDay(year, total / 31, total % 31 + 1) ?? CivilDay(number: 0)
  }
}
