import ArgumentParser
import Foundation
import PatchworkExtraction
import PatchworkRecord

/// In which form reports come in.
enum ReadSource: String, CaseIterable, ExpressibleByArgument {
  case text, html, jsonl
}

/// Takes reports out of files and standard input, one after the other, never more than one in memory.
struct ReportSource: Sequence, IteratorProtocol {
  /// Bytes looked at to tell the form of an input.
  private static let reach = 1 << 16

  private let form: ReadSource?
  private let published: String?
  private let limits: ExtractionLimits
  private var waiting: ArraySlice<String>
  private var open: OpenLines?
  /// Bytes of inputs that are done with.
  private var doneBytes = 0

  /// An input of JSON lines underway.
  private struct OpenLines {
    let name: String
    let descriptor: Int32
    var lines: LineStream
  }

  /// Reads inputs in order; "-" is standard input.
  init(
    _ inputs: [String], form: ReadSource?, published: String?,
    limits: ExtractionLimits = ExtractionLimits()
  ) {
    waiting = inputs[...]
    self.form = form
    self.published = published
    self.limits = limits
  }

  mutating func next() -> ReadItem? {
    while true {
      if let item = nextLine() { return item }
      guard let name = waiting.popFirst() else { return nil }
      if let item = begin(name) { return item }
    }
  }

  /// Bytes taken so far, for progress; an input of JSON lines counts as far as it was read.
  var bytesTaken: Int {
    guard let open else { return doneBytes }
    return doneBytes + Swift.max(0, Int(lseek(open.descriptor, 0, SEEK_CUR)))
  }

  /// Whether the next report can be had without waiting for whoever writes the input.
  var isReady: Bool {
    guard let open else { return true }
    if open.lines.hasBytesAtHand { return true }
    var request = pollfd(fd: open.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) != 0
  }

  private mutating func nextLine() -> ReadItem? {
    guard var lines = open else { return nil }
    guard let raw = lines.lines.next() else {
      doneBytes = bytesTaken
      if lines.name != "-" { close(lines.descriptor) }
      open = nil
      return nil
    }
    open = lines
    let line = ReportLine(raw, limits: limits)
    switch line.result {
    case .success(let report):
      let bytes = if case .bytes(let bytes) = raw.content { bytes } else { [UInt8]() }
      return .report(
        dated(report), original(bytes, of: lines.name, line: line.lineNumber))
    case .failure(let error):
      return .failure(
        ReadFailure(input: lines.name, line: line.lineNumber, id: line.id, error: error))
    }
  }

  /// Opens an input; gives its report or failure where it holds just one.
  private mutating func begin(_ name: String) -> ReadItem? {
    let descriptor = name == "-" ? STDIN_FILENO : Glibc.open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return failure(name, .unreadable, .system(errno)) }
    var taken: [UInt8] = []
    var fault: Int32 = 0
    if form == nil {
      // No more than is there: whoever writes lines to a pipe may wait for an answer to the first.
      repeat {
        let had = taken.count
        fault = Self.take(&taken, upTo: Self.reach, from: descriptor)
        if taken.count == had { break }
      } while taken.count < Self.reach && Self.firstByte(of: taken) == nil
    }
    if fault == 0, (form ?? Self.guess(taken)) == .jsonl {
      open = OpenLines(
        name: name, descriptor: descriptor,
        lines: LineStream(descriptor: descriptor, begun: taken, limits: limits))
      return nil
    }
    while fault == 0, taken.count <= limits.bytes {
      let had = taken.count
      fault = Self.take(&taken, upTo: limits.bytes + 1, from: descriptor)
      if taken.count == had { break }
    }
    if name != "-" { close(descriptor) }
    doneBytes += taken.count
    guard fault == 0 else { return failure(name, .unreadable, .system(fault)) }
    let type: MediaType? =
      switch form {
      case .text?: .plain
      case .html?: .html
      case .jsonl?, nil: nil
      }
    do throws(ExtractionError) {
      let id = Self.identifier(of: name)
      let report = try Report(id: id, bytes: taken, as: type, limits: limits)
      return .report(dated(report), original(taken, of: name))
    } catch {
      return .failure(ReadFailure(input: name, id: Self.identifier(of: name), error: error))
    }
  }

  private func original(_ bytes: [UInt8], of name: String, line: Int? = nil) -> Original {
    let file = name == "-" ? "standard input" : "file \(name)"
    return Original(
      bytes: bytes, how: line.map { "\(file), line \($0)" } ?? file, isJSONLine: line != nil)
  }

  private func failure(
    _ name: String, _ code: ExtractionError.Code, _ cause: ExtractionError.Cause
  ) -> ReadItem {
    .failure(
      ReadFailure(
        input: name, id: Self.identifier(of: name), error: ExtractionError(code, cause: cause)))
  }

  /// Gives the day named on the command line to a report that has none of its own.
  private func dated(_ report: Report) -> Report {
    guard let published, report.published == nil else { return report }
    var report = report
    report.published = SourcedDate(value: published, origin: "supplied")
    return report
  }

  /// The name of a file without its folders and ending.
  static func identifier(of name: String) -> String {
    if name == "-" { return "standard-input" }
    let file = name.split(separator: "/").last.map(String.init) ?? name
    guard let dot = file.lastIndex(of: "."), dot > file.startIndex else { return file }
    return String(file[..<dot])
  }

  /// JSON lines begin with an object that has a member; all else is left to the doors of single reports.
  static func guess(_ head: [UInt8]) -> ReadSource? {
    let mark = head.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    let text = head[mark...].drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    guard text.first == UInt8(ascii: "{") else { return nil }
    let member = text.dropFirst().drop { $0 == 0x20 || (0x09...0x0D).contains($0) }
    return member.first == UInt8(ascii: "\"") || member.first == UInt8(ascii: "}") ? .jsonl : nil
  }

  /// The first byte behind a byte order mark that is no white space.
  private static func firstByte(of bytes: [UInt8]) -> UInt8? {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[mark...].first { $0 != 0x20 && !(0x09...0x0D).contains($0) }
  }

  /// Reads once, up to a number of bytes in all; gives the system's error number, 0 when all is well.
  private static func take(_ bytes: inout [UInt8], upTo count: Int, from descriptor: Int32) -> Int32
  {
    var chunk = [UInt8](repeating: 0, count: Swift.min(1 << 16, count - bytes.count))
    while true {
      let got = chunk.withUnsafeMutableBytes { read(descriptor, $0.baseAddress, $0.count) }
      if got >= 0 {
        bytes.append(contentsOf: chunk[..<got])
        return 0
      }
      if errno != EINTR { return errno }
    }
  }
}
