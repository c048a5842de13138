import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord
import PatchworkStore

extension IncidentPage {
  /// Sources grouped by the hand that their words come from.
  var origins: HTML {
    let groups = Dictionary(grouping: view.accounts, by: \.origin)
    let order = view.accounts.map(\.origin).reduce(into: [String]()) {
      if !$0.contains($1) { $0.append($1) }
    }
    let items = order.map { origin -> HTML in
      let accounts = groups[origin] ?? []
      let reports = accounts.map(\.report).reduce(into: [String]()) {
        if !$0.contains($1) { $0.append($1) }
      }
      let copies = reports.filter { $0 != origin }
      let outlet = accounts.first { $0.report == origin }?.outlet ?? ""
      let also = copies.map { copy -> HTML in
        let words = view.refutations.contains(copy) ? "reproduced and refuted" : "word for word"
        return """
          <li>\(words) in \(link(copy)): \(passage(accounts.filter { $0.report == copy }))</li>

          """
      }
      return """
        <li>\(link(origin)) <small>\(outlet)</small>\(also.isEmpty ? "" : "<ul class=\"plain copies\">\n\(also)</ul>")</li>

        """
    }
    return """
      <section id="origins"><h2>Origins</h2>
      <p class="lead">\(Plural.text(view.origins, "independent origin")) behind \
      \(Plural.text(view.accounts.count, "account")). Text that is copied counts once.</p>
      <ul class="plain">
      \(items)</ul></section>

      """
  }

  /// The sentences of a copy that the first hand wrote, each once, three at most.
  private func passage(_ accounts: [IncidentAccount]) -> HTML {
    var seen: Set<Quote> = []
    let own = accounts.filter { seen.insert($0.account.sentence).inserted }
    let quotes = own.prefix(3).map { entry -> HTML in
      """
      <a href="\(Address.account(entry.report, entry.account.number))"><q dir="auto">\(entry.account.sentence.text)</q></a>
      """
    }
    let more: HTML = own.count > 3 ? " and \(own.count - 3) more sentences" : ""
    return HTML(quotes, separator: " ") + more
  }

  private func link(_ report: String) -> HTML {
    "<a href=\"\(Address.report(report))\"><bdi>\(titles[report] ?? report)</bdi></a>"
  }

  var unknowns: HTML {
    let items = view.analysis.unknowns.map { "<li>\(UnknownText.of($0))</li>\n" as HTML }
    let all: HTML = "<li>Every field that is asked for is said by some account.</li>\n"
    return """
      <section id="unknown"><h2>What is not known</h2>
      <ul class="plain unknown">
      \(items.isEmpty ? all : HTML(items))</ul></section>

      """
  }

  /// Why reports were brought together, and what is possibly the same.
  var alike: HTML {
    let links = view.links.map { item -> HTML in
      "<li>\(link(item.report)) is like \(link(item.to)): <small>\(item.reasons)</small></li>\n"
    }
    let same = view.possiblySame.map { item -> HTML in
      let merge: HTML =
        visit.visitor.may(.analyst)
        ? " <a href=\"/review/merge?incident=\(view.id)&amp;other=\(item.id)\">compare</a>" : ""
      return """
        <li><a href="\(Address.incident(item.id))"><code>\(item.id)</code></a> <small>\(item.reasons)</small>\(merge)</li>

        """
    }
    if links.isEmpty, same.isEmpty { return "" }
    let grounds: HTML = links.isEmpty ? "" : "<ul class=\"plain\">\n\(links)</ul>\n"
    let doubts: HTML =
      same.isEmpty
      ? "" : "<h3>Possibly the same incident</h3>\n<ul class=\"plain\">\n\(same)</ul>\n"
    return """
      <section id="links"><h2>Why these reports stand together</h2>
      \(grounds)\(doubts)</section>

      """
  }

  /// What people decided, with who, when and why, and the machine's value beside the corrected one.
  var history: HTML {
    let items = view.judgements.map { JudgementItem(judgement: $0, visit: visit).html }
    let none: HTML =
      "<p class=\"none\">Nobody has judged anything here: all of it is the machine's.</p>\n"
    return """
      <section id="history"><h2>History and corrections</h2>
      \(items.isEmpty ? none : "<ol class=\"judgements\">\n\(items)</ol>\n")</section>

      """
  }
}

/// A judgement as a line of a history.
struct JudgementItem {
  let judgement: Judgement
  let visit: Visit

  var html: HTML {
    let number = judgement.account
    let what: HTML =
      number.map {
        " <a href=\"\(Address.account(judgement.report, $0))\">account \($0 + 1) of <bdi>\(judgement.report)</bdi></a>"
      } ?? (judgement.other.isEmpty ? "" : " <bdi>\(judgement.other)</bdi>")
    let change: HTML =
      judgement.field.isEmpty || judgement.action != .edit
      ? judgement.value.isEmpty || judgement.action == .note || judgement.action == .account
        ? "" : ": \(judgement.value)"
      : ": \(judgement.field) <del>\(judgement.machineValue.isEmpty ? "nothing" : judgement.machineValue)</del> <ins>\(judgement.value)</ins>"
    let conflict: HTML =
      judgement.conflict.isEmpty
      ? "" : "<br><span class=\"badge warn\">in conflict: \(judgement.conflict)</span>"
    return """
      <li id="j\(judgement.number)"><b>\(judgement.action.rawValue)</b>\(what)\(change)<br>\
      <small><time>\(judgement.at)</time> <bdi>\(judgement.who)</bdi>: \(judgement.reason)</small>\(conflict)</li>

      """
  }
}
