import PatchworkRecord
import PatchworkText

/// One account in the margin: who, stance, what, where, when, and what is unknown.
struct PageNote {
  private let account: Account
  private let member: Int
  private let anchor: String
  private let extra: String
  private let positionOfAbout: Int?

  init(_ reading: Reading, _ member: Int, anchor: String, extra: String = "") {
    account = reading.accounts[member]
    self.member = member
    self.anchor = anchor
    self.extra = extra
    positionOfAbout = account.about.flatMap { about in
      reading.accounts.firstIndex { $0.number == about }
    }
  }

  func html() -> String {
    """
    <li class="note f-\(account.stance.family.rawValue)" id="\(anchor)-a\(account.number)" data-a="\(member)">\
    <a class="no" href="#\(anchor)-t\(account.number)">\(member + 1)</a> \
    <span class="who" dir="auto">\(HTMLText.escape(account.speaker))</span> \
    <span class="stance">\(account.stanceWord)</span>\(what)\(source)\(extra)</li>
    """
  }

  private var what: String {
    var parts: [String] = []
    if let happening = account.happening {
      parts.append("<b>\(happening.type.words)</b>")
      parts.append(known(happening.place?.quote.text, or: "place unknown"))
      parts.append(known(happening.time?.text, or: "date unknown"))
    } else if let condition = account.condition {
      parts.append("<b>\(condition.kind.rawValue)</b>")
      parts.append(known(condition.place?.quote.text, or: "place unknown"))
    }
    parts += account.details().map(HTMLText.isolated)
    if parts.isEmpty { return "" }
    return " <span class=\"what\">\(parts.joined(separator: " · "))</span>"
  }

  /// How the speaker was found where the sentence does not name one, when it spoke, whom the words passed, what they answer.
  private var source: String {
    var parts: [String] = []
    if !account.source.role.isEmpty { parts.append(HTMLText.isolated(account.source.role)) }
    if let mention = account.source.mention,
      !account.sentence.span.contains(mention.span), account.source.kind != .author
    {
      parts.append("named earlier (\(HTMLText.escape(account.source.rule)))")
    }
    if let said = account.said { parts.append("said \(HTMLText.isolated(said.text))") }
    if let entry = account.entry {
      parts.append("entry of \(HTMLText.isolated(DayText.of(entry)))")
    }
    parts += account.passage.map(HTMLText.isolated)
    if let about = positionOfAbout, about != member {
      parts.append("on <a href=\"#\(anchor)-a\(account.about ?? about)\">\(about + 1)</a>")
    }
    if parts.isEmpty { return "" }
    return " <span class=\"source\">\(parts.joined(separator: " · "))</span>"
  }

  private func known(_ value: String?, or unknown: String) -> String {
    guard let value, !value.isEmpty else { return "<i>\(unknown)</i>" }
    return HTMLText.isolated(value)
  }
}
