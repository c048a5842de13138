import PatchworkDisplay

/// Breaks styled text into lines at spaces.
struct TerminalWrap {
  let form: TerminalForm
  /// Columns left empty before every line.
  let indent: Int

  /// The lines of a paragraph, control sequences included, none wider than the form; spaces at breaks are dropped.
  func lines(_ runs: [TerminalRun]) -> [String] {
    var line = Line(form: form, indent: indent)
    for word in Self.words(of: runs) { line.add(word) }
    return line.finished()
  }

  /// Maximal stretches without a space, each with its styles.
  private static func words(of runs: [TerminalRun]) -> [[TerminalRun]] {
    var words: [[TerminalRun]] = []
    var word: [TerminalRun] = []
    for run in runs {
      let pieces = run.text.split(separator: " ", omittingEmptySubsequences: false)
      for (index, piece) in pieces.enumerated() {
        if index > 0, !word.isEmpty {
          words.append(word)
          word = []
        }
        if !piece.isEmpty { word.append(TerminalRun(String(piece), run.style)) }
      }
    }
    if !word.isEmpty { words.append(word) }
    return words
  }

  /// The line that is being filled, and the ones before it.
  private struct Line {
    let form: TerminalForm
    let indent: Int
    var done: [String] = []
    var text = ""
    var columns = 0
    var style = TerminalStyle.plain

    var room: Int { max(8, form.width - indent) }

    mutating func add(_ word: [TerminalRun]) {
      let width = word.reduce(0) { $0 + TerminalWidth.of($1.text) }
      if columns > 0 {
        if columns + 1 + width > room {
          end()
        } else {
          if style != word[0].style { set(.plain) }
          text += " "
          columns += 1
        }
      }
      for run in word { write(run) }
    }

    /// Writes a run, breaking inside a word only where it is wider than a whole line.
    private mutating func write(_ run: TerminalRun) {
      set(run.style)
      if columns + TerminalWidth.of(run.text) <= room {
        text += run.text
        columns += TerminalWidth.of(run.text)
        return
      }
      for character in run.text {
        let width = TerminalWidth.of(String(character))
        if columns + width > room {
          end()
          set(run.style)
        }
        text.append(character)
        columns += width
      }
    }

    private mutating func set(_ new: TerminalStyle) {
      guard form.hasColour, new != style else { return }
      if !style.sequence.isEmpty { text += "\u{1B}[0m" }
      text += new.sequence
      style = new
    }

    private mutating func end() {
      set(.plain)
      done.append(String(repeating: " ", count: indent) + text)
      text = ""
      columns = 0
    }

    mutating func finished() -> [String] {
      if columns > 0 { end() }
      return done
    }
  }
}
