import PatchworkDisplay
import PatchworkStore

/// The names of a speaker that people joined: nothing is joined by the machine, and every joining can be undone.
struct SpeakerNames {
  let names: [String]
  let visit: Visit

  private static let other = Parameter(
    name: "other", kind: .text(most: 400), summary: "The other name, as reports write it.",
    isRequired: true)

  static let routes = [
    Route(
      "/speakers/{name}/names", method: .post, name: "joinNames",
      summary: "Says that another name is the same speaker’s.", role: .reviewer,
      parameters: [other, .reason, .next]
    ) { visit in
      let (name, other) = (visit.part("name"), visit.value("other") ?? "")
      var filter = RecordFilter()
      filter.names = [name]
      if try visit.record.accountCount(filter) == 0 { throw JudgementError.noActor(name) }
      if try visit.record.spellings(of: name).contains(other) {
        throw Refusal.against("These are one speaker’s names already.")
      }
      let entry = try visit.record.join(name, with: other, visit.decision)
      return .redirect(
        visit.next(or: Address.speaker(name), entry: entry), done: Done(entry: entry))
    }
  ]

  /// Who joined the names, and the form that joins another; for who may judge.
  func html() throws -> HTML {
    guard visit.visitor.may(.analyst) else { return "" }
    let known = Set(names)
    let joined = try visit.record.judgements().filter {
      $0.action == .alias && (known.contains($0.value) || known.contains($0.other))
    }
    let history: HTML =
      joined.isEmpty
      ? ""
      : "<ol class=\"judgements\">\n\(joined.map { JudgementItem(judgement: $0, visit: visit).html })</ol>\n"
    guard visit.visitor.may(.reviewer) else {
      return joined.isEmpty ? "" : "<section id=\"names\"><h2>Names</h2>\n\(history)</section>\n"
    }
    var form = ChangeForm(
      visit: visit, address: "\(Address.speaker(names[0]))/names",
      buttons: [("They are one", "")])
    form.fields = """
      <p><label>Another name of this speaker, as reports write it <input name="other" required maxlength="400"></label></p>

      """
    return """
      <section id="names"><h2>Names</h2>
      \(history)<details><summary>Join another name</summary>\(form.html)</details></section>

      """
  }
}
