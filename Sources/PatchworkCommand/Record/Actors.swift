import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// `patchwork actors`: who speaks in a record, under all names, with offices and affiliations.
struct Actors: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract:
      "Lists the actors of a record: names, spellings, offices with their days, affiliations.",
    discussion: """
      Offices are as reports introduce a speaker, from the first day to the last on which one does. Affiliations are what \
      people entered, declared ones and suspected ones apart. Anonymous speakers are no one.

      Example:
        patchwork actors --db aleppo.record --name Lavrov
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var filter: FilterOptions
  @OptionGroup var list: ListOptions

  @Option(help: "Part of a name or spelling.")
  var name: String?

  func run() throws {
    let file = try record.open(readOnly: true)
    let wanted = try filter.filter(in: file)
    // Those who speak in accounts that fit.
    let speaking =
      wanted == RecordFilter()
      ? nil : Set(try RecordOption.ending { try file.speakers(wanted) }.map(\.who))
    let actors = try RecordOption.ending { try file.actors() }.filter { actor in
      let isNamed = name.map { part in
        actor.spellings.contains { $0.localizedCaseInsensitiveContains(part) }
      }
      return isNamed ?? true && speaking.map { !$0.isDisjoint(with: actor.spellings) } ?? true
    }
    var table = RecordTable(columns: [
      .init(name: "name", heading: "actor"), .init(name: "kind", heading: "kind"),
      .init(name: "party", heading: "party"),
      .init(name: "accounts", heading: "accounts", isNumber: true),
      .init(name: "spellings", heading: "also"), .init(name: "offices", heading: "offices"),
      .init(name: "affiliations", heading: "affiliations"),
    ])
    table.rows = actors.map { actor in
      [
        .text(actor.name), .text(actor.kind.rawValue), .some(actor.party),
        .number(actor.accounts),
        .some(actor.spellings.filter { $0 != actor.name }.joined(separator: "; ")),
        .some(actor.offices.map(Self.text).joined(separator: "; ")),
        .some(actor.affiliations.map(Self.text).joined(separator: "; ")),
      ]
    }
    list.print(table)
  }

  private static func text(_ office: Actor.Office) -> String {
    let days = [office.first, office.last].compactMap { $0?.iso }
    let span = days.isEmpty ? "" : days[0] == days.last ? ", \(days[0])" : ", \(days[0])–\(days[1])"
    return "\(office.words) (\(office.report)#\(office.account)\(span))"
  }

  private static func text(_ affiliation: Actor.Affiliation) -> String {
    let days = [affiliation.from, affiliation.until].filter { !$0.isEmpty }.joined(separator: "–")
    return
      "\(affiliation.with), \(affiliation.isDeclared ? "declared" : "suspected")\(days.isEmpty ? "" : " \(days)") (\(affiliation.who): \(affiliation.reason))"
  }
}

/// Joins two names of one actor.
struct JudgeAlias: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "alias", abstract: "Joins two names of one actor.",
    discussion: """
      Example:
        patchwork judge alias --db a.record --by "R. Haddad" --reason "a slip" "Anthony Lake" "Alan Lane"
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var decision: DecisionOptions
  @Argument(help: "The name that stays.") var name: String
  @Argument(help: "The other name.") var other: String

  func run() throws {
    let file = try record.open()
    print(
      "entry", try RecordOption.ending { try file.join(name, with: other, decision.decision) })
  }
}

/// Enters to whom an actor belongs.
struct JudgeAffiliation: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "affiliation", abstract: "Enters to whom an actor belongs, declared or suspected.",
    discussion: """
      Example:
        patchwork judge affiliation --db a.record --by "R. Haddad" --reason "its own statement of 28 July" \
      --declared --from 2016-07-28 "Jabhat Fateh al-Sham" "no outside body"
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var decision: DecisionOptions
  @Flag(help: "The actor says so itself; without it others suspect it.") var declared = false
  @Option(help: "From when.") var from = ""
  @Option(help: "Until when.") var until = ""
  @Argument(help: "The actor.") var name: String
  @Argument(help: "To whom it belongs.") var other: String

  func run() throws {
    let file = try record.open()
    print(
      "entry",
      try RecordOption.ending {
        try file.affiliate(
          name, with: other, isDeclared: declared, from: from, until: until, decision.decision)
      })
  }
}
