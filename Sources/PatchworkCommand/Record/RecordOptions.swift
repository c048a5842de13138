import ArgumentParser
import Foundation
import PatchworkDisplay
import PatchworkPlaces
import PatchworkRecord
import PatchworkStore

/// The option that names the record.
struct RecordOption: ParsableArguments {
  @Option(
    name: .customLong("db"),
    help: ArgumentHelp(
      "The record: one file, with two beside it while it is open.", valueName: "file"))
  var path: String

  /// Opens the record; ends with a sentence where that fails, or where the record is locked.
  func open(
    create: Bool = false, readOnly: Bool = false, evenLocked: Bool = false
  ) throws -> RecordFile {
    try Self.ending {
      let file = try RecordFile(path: path, create: create, readOnly: readOnly)
      let state = try file.mode()
      if state.mode == .locked, !evenLocked { throw RecordFileError.held(path: path, state) }
      return file
    }
  }

  /// Runs what uses the record; its errors become sentences and exit statuses.
  static func ending<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try body()
    } catch let error as RecordFileError {
      throw error.ending
    } catch let error as JudgementError {
      throw ExitStatus.inputData.saying(error.sentence)
    }
  }
}

/// How a list is printed.
struct ListOptions: ParsableArguments {
  @Option(help: "What to print: text, jsonl or csv.")
  var to: ListFormat = .text

  @OptionGroup var text: TextOptions

  var form: TerminalForm { text.form }

  func print(_ table: RecordTable) {
    FileHandle.standardOutput.write(Data(table.bytes(to, form: form)))
  }
}

/// Which rows of a list are wanted.
struct FilterOptions: ParsableArguments {
  @Option(help: ArgumentHelp("First day (2016-09-19).", valueName: "date"))
  var since: String?

  @Option(help: ArgumentHelp("Last day.", valueName: "date"))
  var until: String?

  @Option(help: "A place, by name or id; what lies within it counts.")
  var place: String?

  @Option(help: "A type of happening (\"air-strike\").")
  var type: String?

  @Option(help: "A stance (\"deny\").")
  var stance: String?

  @Option(help: "Part of a speaker's name.")
  var speaker: String?

  @Option(help: "Rows at most.")
  var limit: Int?

  /// The filter; a place's name is looked up in the record first, then in the gazetteer.
  func filter(in record: RecordFile) throws -> RecordFilter {
    var filter = RecordFilter()
    filter.since = try since.map { try Self.day($0, "--since") }
    filter.until = try until.map { try Self.day($0, "--until") }
    filter.type = try type.map { try word($0, "--type") }
    filter.stance = try stance.map { try word($0, "--stance") }
    filter.speaker = speaker
    filter.limit = limit
    filter.place = try place.map { try Self.place($0, in: record) }
    return filter
  }

  /// The id of a place by its name: one that the record names, else one of the gazetteer.
  static func place(_ name: String, in record: RecordFile) throws -> String {
    let gazetteer = { try? Gazetteer.inDataFolder(DataFolder().path) }
    guard
      let id = try record.placeID(named: name)
        ?? gazetteer()?.find(name, near: nil, limit: 1).first?.place.id
    else {
      throw ExitStatus.inputData.saying("no place of the name “\(ShownText.clean(name))” is known")
    }
    return id
  }

  static func day(_ text: String, _ option: String) throws -> CivilDay {
    guard let day = CivilDay(iso: text) else {
      throw ExitStatus.usage.saying("\(option) must be a day like 2016-09-19")
    }
    return day
  }

  private func word<Word: RawRepresentable<String> & CaseIterable>(
    _ text: String, _ option: String
  ) throws -> Word {
    guard let word = Word(rawValue: text) else {
      let known = Word.allCases.map(\.rawValue).joined(separator: ", ")
      throw ExitStatus.usage.saying("\(option) must be one of \(known)")
    }
    return word
  }
}

extension RecordFileError {
  /// What ends the run, after saying why.
  var ending: ExitCode {
    let path = ShownText.clean(path)
    return switch self {
    case .missing:
      ExitStatus.noInput.saying("\(path) does not exist; `patchwork init --db \(path)` makes it")
    case .notARecord: ExitStatus.inputData.saying("\(path) is not a record of Patchwork")
    case .newer(_, let version, let known):
      ExitStatus.inputData.saying(
        "\(path) was written by a newer Patchwork (format \(version), this one knows up to \(known))"
      )
    case .older(_, let version, let needed):
      ExitStatus.inputData.saying(
        "\(path) has format \(version), this asks for \(needed); `patchwork reread --db \(path)` brings it forward"
      )
    case .damaged(_, let reason):
      ExitStatus.inputData.saying(
        "\(path) is damaged (\(reason)); put back a backup, and see what `patchwork verify` says of it"
      )
    case .held(_, let state):
      ExitStatus.inputData.saying(
        "\(path) is \(state.words); `patchwork mode --db \(path) normal` opens it")
    case .readOnly: ExitStatus.inputOutput.saying("\(path) cannot be written")
    case .busy: ExitStatus.inputOutput.saying("another program is writing to \(path); try again")
    case .full:
      ExitStatus.inputOutput.saying("the disk of \(path) is full; nothing of this step was kept")
    case .unusable(_, let reason):
      ExitStatus.inputOutput.saying("\(path) cannot be used: \(reason)")
    }
  }

  private var path: String {
    switch self {
    case .missing(let path), .notARecord(let path), .newer(let path, _, _), .damaged(let path, _),
      .held(let path, _), .readOnly(let path), .busy(let path), .full(let path),
      .unusable(let path, _),
      .older(let path, _, _):
      path
    }
  }
}

extension JudgementError {
  /// Why the judgement was not taken, in one sentence.
  var sentence: String {
    switch self {
    case .noReport(let id): "there is no report “\(ShownText.clean(id))” in the record"
    case .noAccount(let report, let number):
      "report “\(ShownText.clean(report))” has no account \(number)"
    case .noIncident(let id): "there is no incident “\(ShownText.clean(id))” in the record"
    case .noJudgement(let number): "entry \(number) is no judgement that counts"
    case .value(let field, let value):
      "“\(ShownText.clean(value))” is nothing that \(field.rawValue) can be there"
    case .notInIncident(let report, let incident):
      "report “\(ShownText.clean(report))” is not on incident \(incident)"
    case .noWords(let report, let words):
      "report “\(ShownText.clean(report))” has no words “\(ShownText.clean(words))”"
    case .noActor(let name): "no speaker of the name “\(ShownText.clean(name))” is in the record"
    case .nameless: "who decides must be named (--by)"
    case .unreasoned: "a reason must be given (--reason)"
    }
  }
}
