import Foundation
import PatchworkRecord
import PatchworkText
import Testing

@testable import PatchworkCommand
@testable import PatchworkDisplay

@Suite struct PageArticleTests {
  @Test func `marks every account in place and lists it beside its paragraph`() {
    let html = PageArticle(Convoy.report, Convoy.reading, anchor: "r1").html()
    let rows = html.components(separatedBy: "<div class=\"row")
    #expect(
      rows[2] == """
         body"><p class="text" dir="auto"><span class="s k1 k2" data-a="1 2">Russia’s defence ministry\
        </span> <span class="q f-deny k1" data-a="1">denied</span> that <span class="c f-deny k1" data-a="1">\
        its aircraft had </span><span class="c t f-deny k1" data-a="1">bombed</span>\
        <span class="c f-deny k1" data-a="1"> it</span>\
        <a class="no" id="r1-t1" href="#r1-a1" data-a="1">2</a>. \
        <span class="c f-assert k2" data-a="2">The damage was the result of a fire</span>\
        <a class="no" id="r1-t2" href="#r1-a2" data-a="2">3</a>, he \
        <span class="q f-assert k2" data-a="2">said</span>.</p><ol class="notes">
        <li class="note f-deny" id="r1-a1" data-a="1"><a class="no" href="#r1-t1">2</a> \
        <span class="who" dir="auto">Russia’s defence ministry</span> <span class="stance">denies</span> \
        <span class="what"><b>air strike</b> · <i>place unknown</i> · <i>date unknown</i> · \
        <bdi>by its aircraft</bdi></span> <span class="source">on <a href="#r1-a0">1</a></span></li>
        <li class="note f-assert" id="r1-a2" data-a="2"><a class="no" href="#r1-t2">3</a> \
        <span class="who" dir="auto">Igor Konashenkov</span> <span class="stance">states</span> \
        <span class="source"><bdi>spokesman</bdi> · named earlier (coref:pronoun) · <bdi>through RIA</bdi> · \
        on <a href="#r1-a1">2</a></span></li>
        </ol></div>

        """)
  }

  @Test func `sets rival tellings of one happening side by side`() {
    let html = PageDigest(Convoy.reading, anchor: "r1").html()
    #expect(
      html.contains("<h4>aid attack <span><bdi>Urum al-Kubra</bdi> · 19 September 2016</span></h4>")
    )
    #expect(
      html.contains("<span class=\"stance\">denies</span> <span>air strike, by its aircraft</span>")
    )
    #expect(!html.contains("residents"))
  }

  @Test func `says when a source spoke and of which day an entry is`() {
    var reading = Convoy.reading
    reading.accounts[0].said = TimeExpression(
      quote: reading.accounts[0].sentence, kind: .date, edtf: "2016-09-20", from: "2016-09-20",
      to: "2016-09-20", precision: 1, rule: "calendar")
    reading.accounts[0].entry = "2016-09-21"
    let html = PageArticle(Convoy.report, reading, anchor: "r1").html()
    #expect(
      html.contains("said <bdi>20 September 2016</bdi> · entry of <bdi>21 September 2016</bdi>"))
  }

  @Test func `says what was left unread, in its own words`() {
    let html = PageArticle(Convoy.report, Convoy.reading, anchor: "r1").html()
    #expect(html.contains("<summary>Left unread: 1 piece of boilerplate.</summary>"))
    #expect(html.contains("<li><span>boilerplate</span> <q dir=\"auto\">Share</q></li>"))
  }

  @Test func `text between the blocks shows nowhere but the words of every block show once`() {
    let html = PageArticle(Convoy.report, Reading(), anchor: "r1").html()
    let plain = html.replacing(/<[^>]*>/, with: "")
    for block in Convoy.report.blocks {
      #expect(plain.components(separatedBy: Convoy.report.text[block.span]).count == 2)
    }
  }

  @Test func `an account before the first block or in a report without blocks is still listed`() {
    var report = Convoy.report
    report.blocks = []
    let html = PageArticle(report, Convoy.reading, anchor: "r1").html()
    for member in Convoy.reading.accounts.indices {
      #expect(html.contains("id=\"r1-a\(member)\""))
      #expect(html.contains("id=\"r1-t\(member)\""))
    }
  }

  @Test func `a report of many blocks and accounts keeps each account with its paragraph`() {
    let count = 3000
    let sentence = "The army denied it."
    let text = String(repeating: sentence + "\n", count: count)
    let blocks = (0..<count).map { number in
      let start = number * (sentence.utf8.count + 1)
      return TextBlock(span: Span(start, start + sentence.utf8.count), part: .body)
    }
    let accounts = blocks.enumerated().map { number, block in
      let whole = Quote(span: block.span, text: sentence)
      return Account(
        number: number, sentence: whole,
        source: Source(kind: .organisation, who: "the army", rule: "subject"), content: [whole],
        quoted: .indirect, stance: .deny)
    }
    let report = Report(id: "long", text: text, blocks: blocks)
    let html = PageArticle(report, Reading(accounts: accounts), anchor: "r1").html()
    let rows = html.components(separatedBy: "<div class=\"row")
    #expect(rows.count == count + 1)
    for number in stride(from: 0, to: count, by: 499) {
      #expect(rows[number + 1].contains("id=\"r1-a\(number)\""))
      #expect(rows[number + 1].components(separatedBy: "class=\"note ").count == 2)
    }
  }

  @Test func `hostile text stays text`() throws {
    let hostile = "</p><script>alert(1)</script><img src=x onerror='a()'>\"&amp; \u{202E}evil\u{0}"
    let whole = Quote(Span(0, hostile.utf8.count), in: hostile)
    var account = Account(
      number: 0, sentence: whole,
      source: Source(
        kind: .person, who: hostile, role: hostile, mention: whole, rule: hostile),
      cue: [whole], content: [whole], quoted: .direct, stance: .accuse, about: 0, via: hostile,
      addressee: hostile)
    var happening = Happening(type: .other, trigger: whole)
    happening.actor = Participant(quote: whole, who: hostile)
    happening.place = Place(quote: whole, name: hostile)
    happening.time = TimeExpression(
      quote: whole, kind: .date, edtf: hostile, from: hostile, precision: 1, rule: hostile)
    happening.weapon = whole
    account.happening = happening
    account.said = happening.time
    account.entry = hostile
    var state = account
    state.happening = nil
    state.condition = Condition(
      kind: .siege, value: hostile, trigger: whole,
      holder: Participant(quote: whole, who: hostile), since: happening.time)
    let report = Report(
      id: hostile, text: hostile, blocks: [],
      dropped: [DroppedText(quote: whole, why: .advert)], title: hostile, outlet: hostile,
      language: "\" onload=\"x", published: SourcedDate(value: hostile, origin: ""))
    var book = PageBook()
    book.failures.append(hostile)
    let page =
      book.beginning() + book.article(report, Reading(accounts: [account, state])) + book.end()
    #expect(page.components(separatedBy: "<script>").count == 2)
    #expect(!page.contains("<img"))
    #expect(!page.contains("onerror='"))
    #expect(!page.contains("\" onload="))
    #expect(!page.unicodeScalars.contains("\u{202E}") && !page.unicodeScalars.contains("\u{0}"))
  }
}
