/// The English words that numbers are made of.
enum NumberWord: Equatable {
  /// Zero to nineteen.
  case unit(Int)
  /// Twenty to ninety.
  case ten(Int)
  case hundred
  /// Thousand and above.
  case scale(Double)
  case dozen
  case half
  case and
  case article
  /// An ordinal and the cardinal it stands for.
  case ordinal(Int)

  static let byKey = WordTable(table)

  /// The words that a number may begin with.
  static let startingWords: [WordKey] = table.compactMap { key, word in
    switch word {
    case .and, .hundred, .scale, .dozen: return nil
    default: return key
    }
  }

  private static let table: [WordKey: NumberWord] = {
    var table: [WordKey: NumberWord] = [:]
    let units = [
      "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
      "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
      "nineteen",
    ]
    for (value, word) in units.enumerated() { table[WordKey(word)] = .unit(value) }
    let tens = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
    for (index, word) in tens.enumerated() { table[WordKey(word)] = .ten(20 + 10 * index) }
    let ordinals = [
      "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
      "eleventh", "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth",
      "eighteenth", "nineteenth",
    ]
    for (index, word) in ordinals.enumerated() { table[WordKey(word)] = .ordinal(index + 1) }
    let tenths = [
      "twentieth", "thirtieth", "fortieth", "fiftieth", "sixtieth", "seventieth", "eightieth",
      "ninetieth", "hundredth",
    ]
    for (index, word) in tenths.enumerated() { table[WordKey(word)] = .ordinal(20 + 10 * index) }
    let scales: [(String, Double)] = [
      ("thousand", 1e3), ("lakh", 1e5), ("million", 1e6), ("crore", 1e7), ("billion", 1e9),
      ("trillion", 1e12),
    ]
    for (word, value) in scales { table[WordKey(word)] = .scale(value) }
    table[WordKey("hundred")] = .hundred
    table[WordKey("dozen")] = .dozen
    table[WordKey("half")] = .half
    table[WordKey("and")] = .and
    table[WordKey("a")] = .article
    table[WordKey("an")] = .article
    return table
  }()

  /// Letters set right behind a number that multiply it: "1.2m", "40k", "3bn".
  static let suffixes = WordTable<Double>([
    WordKey("k"): 1e3, WordKey("m"): 1e6, WordKey("mn"): 1e6, WordKey("mln"): 1e6,
    WordKey("b"): 1e9, WordKey("bn"): 1e9, WordKey("tn"): 1e12,
  ])

  /// Letters set right behind a number that make it an ordinal.
  static let ordinalEndings: Set<WordKey> = [
    WordKey("st"), WordKey("nd"), WordKey("rd"), WordKey("th"),
  ]
}
