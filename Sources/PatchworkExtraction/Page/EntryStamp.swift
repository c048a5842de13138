import PatchworkRecord
import PatchworkText

/// When an entry of a live blog was added, as far as the entry itself says.
struct EntryStamp: Equatable {
  /// A day, or a time with its day.
  var date: String?
  /// A time of day alone.
  var clock: ClockTime?

  /// Reads the time element at a node; nil where it is none, or holds nothing of the kind.
  init?(element node: Int, of page: PageArena) {
    guard page.nodes[node].tag == .time else { return nil }
    let shown = page.words(in: node)
    for given in [page.value(.datetime, of: node) ?? "", shown] {
      if let date = PageDate.normalised(given) {
        self.date = date
        clock = date.utf8.count > 10 ? nil : ClockTime(whole: shown)
        return
      }
      if let clock = ClockTime(whole: given) {
        self.clock = clock
        return
      }
    }
    return nil
  }

  /// Words that are a time of day and nothing else.
  init?(line: String) {
    guard let clock = ClockTime(whole: line) else { return nil }
    self.clock = clock
  }

  /// The time of day before a paragraph, told apart from its words by a mark or a capital, and what is behind it.
  static func leading(_ paragraph: String) -> (stamp: EntryStamp, rest: String)? {
    guard let (clock, rest) = ClockTime.leading(paragraph) else { return nil }
    let words = rest.drop { " :-–—|•".contains($0) }
    let isMarked = rest.drop { $0 == " " }.first.map { ":-–—|•".contains($0) } == true
    guard let first = words.first, isMarked || first.isUppercase || "“\"‘'".contains(first) else {
      return nil
    }
    return (EntryStamp(clock: clock), String(words))
  }

  private init(clock: ClockTime) { self.clock = clock }
}

/// The day that a line between entries states: "Monday 19 September", "September 20, 2016".
enum DayHeading {
  private static let most = 6

  /// The day of a line that is a day and nothing else; one without a year is in the year nearest to publication.
  static func day(_ line: String, near published: SourcedDate?) -> String? {
    let words = line.split { " ,.".contains($0) }
    guard (2...most).contains(words.count), line.utf8.count <= 48 else { return nil }
    var hasMonth = false
    for word in words {
      let isMonth = MonthNames.shipped.month(word) != nil
      hasMonth = hasMonth || isMonth
      guard
        isMonth || isNumber(word) || weekdays.contains(word.lowercased().prefix(3)) || word == "of"
      else { return nil }
    }
    guard hasMonth else { return nil }
    let plain = words.map { isNumber($0) ? $0.prefix { $0.isNumber } : $0 }.joined(separator: " ")
    return DayOfYear(plain)?.day(near: published)
  }

  /// "19", "19th", "2016".
  private static func isNumber(_ word: Substring) -> Bool {
    let digits = word.prefix { $0.isASCII && $0.isNumber }
    let rest = word.dropFirst(digits.count)
    return !digits.isEmpty && digits.count <= 4 && (rest.isEmpty || ordinals.contains(rest))
  }

  private static let ordinals: Set<Substring> = ["st", "nd", "rd", "th"]
  private static let weekdays: Set<String.SubSequence> = [
    "mon", "tue", "wed", "thu", "fri", "sat", "sun",
  ]
}
