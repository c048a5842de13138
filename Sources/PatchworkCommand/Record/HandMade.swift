import ArgumentParser
import Foundation
import PatchworkExtraction
import PatchworkReading
import PatchworkRecord
import PatchworkStore

/// `patchwork note`: a person's own information as a report.
struct Note: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Adds a person's own note, call or form to a record; it is read as any report is.",
    discussion: """
      Examples:
        patchwork note --db aleppo.record --by "R. Haddad" --kind call --published 2016-09-22 "The council says the road is open."
        patchwork note --db aleppo.record --by "R. Haddad" --kind form - < form.txt
      """)

  /// What it is.
  enum Kind: String, CaseIterable, ExpressibleByArgument {
    case note, call, form
  }

  @OptionGroup var record: RecordOption

  @Option(name: .customLong("by"), help: ArgumentHelp("Who noted it.", valueName: "name"))
  var who: String

  @Option(help: "What it is: note, call or form.")
  var kind: Kind = .note

  @Option(help: ArgumentHelp("The day that it is of; today when not given.", valueName: "date"))
  var published: String?

  @Argument(help: "The words; - is standard input.")
  var words: String

  func validate() throws {
    if let published, !ReportDate.isValid(published) {
      throw ValidationError("--published must be a day like 2016-09-19 or an RFC 3339 time.")
    }
  }

  func run() throws {
    let bytes =
      words == "-" ? Array(FileHandle.standardInput.readDataToEndOfFile()) : Array(words.utf8)
    let reader = try Reader.installed(.sm)
    let now = Clock.now()
    let id = "\(kind.rawValue)-\(sha256Hex(bytes + Array(who.utf8)).prefix(12))"
    var report: Report
    do throws(ExtractionError) {
      report = try Report(id: id, bytes: bytes, as: .plain)
    } catch {
      throw ExitStatus.inputData.saying("the \(kind.rawValue) cannot be read: \(error.sentence)")
    }
    report.outlet = "\(kind.rawValue) of \(who)"
    report.published = SourcedDate(value: published ?? String(now.prefix(10)), origin: "supplied")
    let reading = reader.read([report], threads: 1)[0]
    let file = try record.open(create: true)
    try RecordOption.ending {
      let outcome = try file.add([
        NewReport(
          report: report, reading: reading, bytes: bytes, isJSONLine: false, acquiredAt: now,
          acquiredHow: "\(kind.rawValue) entered by \(who)",
          tool: "patchwork \(Patchwork.version)")
      ])
      print(outcome.known == 0 ? "report \(id)" : "report \(id) was there already")
    }
  }
}

/// Adds an account that a person read.
struct JudgeRead: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read",
    abstract: "Adds an account that a person reads in a report, in any language.",
    discussion: """
      The words must stand in the report as given; they are the account's sentence.

      Example:
        patchwork judge read --db a.record --by "R. Haddad" --reason "not read by the machine" --who "the local council" \
      --stance state --type shelling --place Darayya --killed 3..5 wire-1 "قصف على داريا"
      """)

  @OptionGroup var record: RecordOption
  @OptionGroup var decision: DecisionOptions
  @Option(help: "Who says it.") var who: String
  @Option(help: "The stance (\"state\").") var stance = "state"
  @Option(help: "The type of what happened (\"shelling\").") var type: String?
  @Option(help: "Where.") var place = ""
  @Option(help: "On which day.") var day: String?
  @Option(help: "How many were killed: 13 or 13..20.") var killed: String?
  @Argument(help: "The report.") var report: String
  @Argument(help: "The words, as they stand there.") var words: String

  func run() throws {
    guard let stance = Stance(rawValue: stance) else {
      throw ExitStatus.usage.saying("“\(stance)” is no stance")
    }
    let type = try type.map { word in
      guard let type = HappeningType(rawValue: word) else {
        throw ExitStatus.usage.saying("“\(word)” is no type of happening")
      }
      return type
    }
    let day = try day.map { text in
      guard let day = CivilDay(iso: text) else {
        throw ExitStatus.usage.saying("--day must be a day like 2016-09-19")
      }
      return day
    }
    let killed = try killed.map { text in
      guard let bounds = AccountField.bounds(text), let low = bounds.low ?? bounds.high,
        let high = bounds.high ?? bounds.low
      else { throw ExitStatus.usage.saying("--killed must be a number like 13 or 13..20") }
      return low...high
    }
    let file = try record.open()
    let entry = try RecordOption.ending {
      try file.add(
        HandAccount(
          words: words, who: who, stance: stance, type: type, place: place, day: day,
          killed: killed), to: report, decision.decision)
    }
    print("entry \(entry)")
  }
}
