import Foundation
import PatchworkDisclosure
import PatchworkDisplay
import PatchworkExchange
import PatchworkPlaces
import PatchworkRecord
import PatchworkStore

/// One export into a file or onto standard output.
struct ExportRun {
  private let export: RecordExport
  private let sink: ExportSink

  init(
    _ record: DisclosedRecord, to format: ExportFormat, filter: RecordFilter, words: String,
    output: String?
  ) throws {
    let gazetteer = (try? Gazetteer.inDataFolder(DataFolder().path)) ?? nil
    export = RecordExport(
      record, to: format, filter: filter, words: words,
      sources: ExportAbout.Source.all(of: gazetteer),
      tables: try ExportTables()
    ) { id in gazetteer.flatMap { AdminArea(id, in: $0) } }
    sink = try ExportSink(output)
  }

  /// Rows of everything that the filter lets through.
  func rows(_ rows: ExportRows) throws {
    let about = try export.write(rows) { sink.write($0) }
    if !RecordExport.holdsAbout(export.format, rows) { try beside(about) }
  }

  /// One incident.
  func incident(_ id: String) throws {
    do {
      let about = try export.write(incident: id) { sink.write($0) }
      if !RecordExport.holdsAbout(export.format, .incidents) { try beside(about) }
    } catch ExportError.noIncident {
      throw ExitStatus.inputData.saying(
        "there is no incident “\(ShownText.clean(id))” in the record")
    } catch ExportError.withheld {
      throw ExitStatus.inputData.saying(
        "incident “\(ShownText.clean(id))” is a movement that has not ended long enough before; --full shows it"
      )
    }
  }

  /// Beside a file in another, beside standard output on standard error.
  private func beside(_ about: ExportAbout) throws {
    var json = JSONWriter(capacity: 8192)
    about.write(to: &json)
    json.newline()
    try sink.beside(json.bytes, about.lines())
  }
}

/// Where an export goes: a file with another beside it, or standard output with standard error.
struct ExportSink {
  private let handle: FileHandle
  private let path: String?

  init(_ path: String?) throws {
    self.path = path
    guard let path else {
      handle = .standardOutput
      return
    }
    guard FileManager.default.createFile(atPath: path, contents: nil),
      let file = FileHandle(forWritingAtPath: path)
    else { throw ExitStatus.inputOutput.saying("\(ShownText.clean(path)) cannot be written") }
    handle = file
  }

  func write(_ bytes: [UInt8]) {
    if !bytes.isEmpty { handle.write(Data(bytes)) }
  }

  func beside(_ json: [UInt8], _ lines: [String]) throws {
    guard let path else {
      FileHandle.standardError.write(Data(lines.map { $0 + "\n" }.joined().utf8))
      return
    }
    let name = path + ".about.json"
    guard FileManager.default.createFile(atPath: name, contents: Data(json)) else {
      throw ExitStatus.inputOutput.saying("\(ShownText.clean(name)) cannot be written")
    }
  }
}
