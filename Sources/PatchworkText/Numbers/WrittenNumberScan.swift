/// Reads numbers of any kind: signs and percent around them; digits and words have files of their own.
struct WrittenNumberScan {
  let atoms: Atoms

  /// A number read from somewhere on, with the index behind it.
  struct Reading {
    var value: Double
    var kind: WrittenNumber.Kind
    var end: Int

    init(_ value: Double, _ kind: WrittenNumber.Kind, _ end: Int) {
      (self.value, self.kind, self.end) = (value, kind, end)
    }

    /// The same, an integer or a decimal by its value.
    static func plain(_ value: Double, _ end: Int) -> Reading {
      Reading(value, value == value.rounded() ? .integer : .decimal, end)
    }
  }

  func number(at start: Int) -> Reading? {
    // "percent of twenty": the share that the number behind tells.
    if atoms[start].kind == .word, let end = percentEnd(start), isWord(end, "of"),
      let reading = digits(at: end + 1) ?? words(at: end + 1), reading.kind != .ordinal
    {
      return Reading(reading.value, .percentage, reading.end)
    }
    let body = signEnd(start)
    guard var reading = digits(at: body ?? start) ?? words(at: body ?? start) else { return nil }
    if body != nil {
      guard reading.kind != .ordinal else { return nil }
      reading.value = -reading.value
    }
    if let end = percentEnd(reading.end), reading.kind != .ordinal {
      reading = Reading(reading.value, .percentage, end)
    }
    return reading
  }

  /// The index behind a minus, or nil: a hyphen inside a word or between numbers is none.
  private func signEnd(_ start: Int) -> Int? {
    if isWord(start, "minus") || isWord(start, "negative") { return start + 1 }
    guard atoms.isSign(start, "-"), atoms[start].isSpaced, start + 1 < atoms.count,
      start == 0 || atoms[start - 1].kind != .number,
      atoms[start + 1].kind == .number || atoms.isSign(start + 1, ".")
    else { return nil }
    return start + 1
  }

  private func percentEnd(_ index: Int) -> Int? {
    if atoms.isSign(index, "%") { return index + 1 }
    if isWord(index, "per"), isWord(index + 1, "cent") { return index + 2 }
    for word in ["percent", "percents", "percentage"] where isWord(index, word) {
      return index + 1
    }
    return nil
  }

  /// The index to go on from where no number starts: behind a number that is part of a word ("180ml").
  func behindPiece(at index: Int) -> Int {
    guard atoms[index].kind == .number, index + 1 < atoms.count, atoms[index + 1].kind == .word,
      !atoms[index + 1].isSpaced
    else { return index + 1 }
    return index + 2
  }

  // MARK: Looking

  func isWord(_ index: Int, _ word: String) -> Bool {
    index >= 0 && index < atoms.count && atoms[index].kind == .word
      && atoms[index].key == WordKey(word)
  }

  func isNumber(_ index: Int) -> Bool {
    index >= 0 && index < atoms.count && atoms[index].kind == .number
  }

  /// Whether an atom is there and touches the one before.
  func isJoined(_ index: Int) -> Bool { index > 0 && index < atoms.count && !atoms[index].isSpaced }

  /// The word of numbers at an atom, not over a line's end.
  func word(_ index: Int) -> NumberWord? {
    guard index < atoms.count, atoms[index].kind == .word else { return nil }
    return NumberWord.byKey[atoms[index].key]
  }

  /// The letters of an atom, for words whose case counts ("M" is a million, "m" a metre).
  func letters(_ index: Int) -> ArraySlice<UInt8> {
    atoms.bytes[atoms[index].span.start..<atoms[index].span.end]
  }

  /// Whether a phrase ends before an atom.
  func endsPhrase(_ index: Int) -> Bool {
    index >= atoms.count || atoms[index].kind == .sign || atoms[index].startsLine
  }
}
