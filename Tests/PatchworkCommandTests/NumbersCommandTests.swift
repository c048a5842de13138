import Testing

@testable import PatchworkCommand

@Suite struct NumbersCommandTests {
  @Test(arguments: [
    ("Nothing here", "[]\n"),
    (
      "Überall 2½ Tonnen",
      #"[{"start":8,"end":10,"text":"2½","kind":"fraction","value":2.5}]"# + "\n"
    ),
    (
      "two of the 21st",
      #"[{"start":0,"end":3,"text":"two","kind":"integer","value":2.0},"#
        + #"{"start":11,"end":15,"text":"21st","kind":"ordinal","value":21.0}]"# + "\n"
    ),
  ])
  func `numbers of a line come out with places in code points`(text: String, line: String) {
    #expect(String(decoding: Numbers.line(text), as: UTF8.self) == line)
  }
}
