import PatchworkDisplay
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkCommand

@Suite struct TerminalReportTests {
  private func shown(
    _ width: Int, colour: Bool = false, _ report: Report = Convoy.report,
    _ reading: Reading = Convoy.reading
  ) -> String {
    let form = TerminalForm(width: width, hasColour: colour)
    return TerminalReport(report, reading, form: form).lines().joined(separator: "\n")
  }

  @Test func `aligns sources and stances on a wide terminal`() {
    #expect(
      shown(100) == """
        ────────────────────────────────────────────────────────────────────────────────────────────────────
        Convoy destroyed near Aleppo
        Levant Wire · 20 September 2016 · convoy
        4 accounts by 4 sources · 1 happening or state

        AID ATTACK Urum al-Kubra · 19 September 2016
          the federation                     states            about 20 killed
            «An aid convoy was attacked at Urum al-Kubra on Monday, killing about 20 civilians», the
            federation said.
          Russia’s defence ministry          denies            air strike, by its aircraft
            Russia’s defence ministry denied that «its aircraft had bombed it».
          Igor Konashenkov                   states            through RIA
            «The damage was the result of a fire», he said.

        STATEMENTS
          residents                          does not state
            Residents did not say «who was responsible».

        Left unread: 1 piece of boilerplate.

        """)
  }

  @Test func `stacks them on a narrow one`() {
    #expect(
      shown(40) == """
        ────────────────────────────────────────
        Convoy destroyed near Aleppo
        Levant Wire · 20 September 2016 · convoy
        4 accounts by 4 sources · 1 happening or
        state

        AID ATTACK Urum al-Kubra · 19 September
        2016
         the federation states: about 20 killed
          «An aid convoy was attacked at Urum
          al-Kubra on Monday, killing about 20
          civilians», the federation said.
         Russia’s defence ministry denies: air
         strike, by its aircraft
          Russia’s defence ministry denied that
          «its aircraft had bombed it».
         Igor Konashenkov states: through RIA
          «The damage was the result of a fire»,
          he said.

        STATEMENTS
         residents does not state
          Residents did not say «who was
          responsible».

        Left unread: 1 piece of boilerplate.

        """)
  }

  @Test func `marks spans by weight and colour where there is colour`() {
    let lines = shown(100, colour: true).replacing("\u{1B}[0m", with: "}")
      .replacing("\u{1B}[", with: "{").split(separator: "\n")
    #expect(
      lines.dropFirst(8).prefix(3) == [
        "  {1mRussia’s defence ministry         } {1;33mdenies           } air strike, by its aircraft",
        "    {1mRussia’s defence ministry} {1;33mdenied} {2mthat} its aircraft had {4mbombed} it{2m.}",
        "  {1mIgor Konashenkov                  } {1;34mstates           } through RIA",
      ])
  }

  @Test(arguments: [1, 24, 31, 40, 71, 72, 99, 100, 110, 400])
  func `no line is wider than the terminal`(width: Int) {
    let form = TerminalForm(width: width, hasColour: false)
    for line in TerminalReport(Convoy.report, Convoy.reading, form: form).lines() {
      #expect(TerminalWidth.of(line) <= form.width, "\(line)")
    }
  }

  @Test func `says so where nothing was found, and what is unknown`() {
    let report = Report(id: "empty", text: "", blocks: [])
    let lines = shown(80, report, Reading())
    #expect(lines.contains("outlet unknown · date unknown"))
    #expect(lines.contains("No account was found."))
    let arabic = shown(80, Report(id: "ar", text: "قال", blocks: [], language: "ar-SY"), Reading())
    #expect(arabic.contains("Not read: only English is, and this is in Arabic."))
    #expect(!arabic.contains("0 accounts"))
  }

  @Test func `text from a report cannot steer the terminal`() {
    let text = "Rebels\u{1B}]0;owned\u{7} \u{202E}denied\u{9B}31m it\r\nall."
    var account = Convoy.residents
    account.sentence = Quote(Span(0, text.utf8.count), in: text)
    account.source = Source(kind: .collective, who: "re\u{1B}[2Jbels", rule: "subject")
    account.cue = []
    account.content = [account.sentence]
    account.via = "a\u{1B}[1mb"
    let report = Report(id: "\u{1B}[31m", text: text, blocks: [], title: "\u{8}\u{1B}c")
    for colour in [false, true] {
      let lines = shown(80, colour: colour, report, Reading(accounts: [account]))
      let escapes = lines.unicodeScalars.indices.filter { lines.unicodeScalars[$0] == "\u{1B}" }
      for index in escapes {
        #expect(colour)
        let rest = lines.unicodeScalars[index...].dropFirst().prefix { $0 != "m" }
        #expect(
          rest.first == "["
            && rest.dropFirst().allSatisfy { "0123456789;".unicodeScalars.contains($0) })
      }
      let banned = lines.unicodeScalars.filter {
        $0 != "\n" && $0 != "\u{1B}" && ShownText.replacement(for: $0) != nil
      }
      #expect(banned.isEmpty)
    }
  }
}
