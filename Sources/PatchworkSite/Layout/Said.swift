import PatchworkDisplay
import PatchworkLinking
import PatchworkRecord

/// Who speaks and what they said, the same on every page: a name leads to its speaker, a sentence to where it stands.
enum Said {
  /// The name of who speaks, a link where the speaker has a name of their own.
  static func speaker(_ account: Account) -> HTML {
    let nameless: [SourceKind] = [.author, .unstated, .anonymous]
    if account.source.who.isEmpty || nameless.contains(account.source.kind) {
      return "<b class=\"who\"><bdi>\(account.speaker)</bdi></b>"
    }
    return
      "<a class=\"who\" href=\"\(Address.speaker(account.source.who))\"><bdi>\(account.speaker)</bdi></a>"
  }

  /// An account's sentence.
  static func sentence(_ report: String, _ account: Account) -> HTML {
    """
    <blockquote dir="auto"><a href="\(Address.account(report, account.number))">\
    \(MarkedSentence.html(account))</a></blockquote>
    """
  }

  /// Day and outlet of the report.
  static func published(_ entry: IncidentAccount) -> HTML {
    let outlet = entry.outlet.isEmpty ? "outlet unknown" : entry.outlet
    let day = entry.published.map { DayText.of($0.iso) } ?? "no date"
    return "<time>\(day)</time> · <bdi>\(outlet)</bdi>"
  }
}

/// Two statements of one speaker side by side, with how the later one stands to the earlier.
struct ShiftPair {
  let shift: SpeakerThread.Shift
  let accounts: [IncidentAccount]

  var html: HTML {
    let slot: HTML = shift.slot.isEmpty ? "" : " \(shift.slot)"
    return """
      <div class="shift"><p class="badge">\(shift.change.rawValue)\(slot)</p>
      <div class="pair">\(told(shift.from))\(told(shift.to))</div></div>

      """
  }

  private func told(_ index: Int) -> HTML {
    let entry = accounts[index]
    return """
      <div class="account f-\(entry.account.stance.family.rawValue)"><p class="says">\(Said.speaker(entry.account)) \
      <span class="stance">\(entry.account.stanceWord)</span></p>\(Said.sentence(entry.report, entry.account))\
      <p class="origin">\(Said.published(entry))</p></div>
      """
  }
}
