import Foundation
import PatchworkExtraction

/// Opens files, folders and standard input one after the other, and takes parcels out of them through the doors.
struct ParcelSource: Sequence, IteratorProtocol {
  /// Bytes looked at to tell the form of an input.
  private static let reach = 1 << 16

  private let form: ReadSource
  private let limits: ExtractionLimits
  private let identify: (String) -> String
  private var waiting: [InputPath]
  private var open: OpenInput?
  /// Bytes of inputs that are done with.
  private var doneBytes = 0
  private var donePassedOver = 0

  /// An input underway.
  private struct OpenInput {
    let name: String
    let descriptor: Int32
    var parcels: any ParcelStream
  }

  /// Reads inputs in order; "-" is standard input.
  init(
    _ inputs: [String], form: ReadSource, limits: ExtractionLimits = ExtractionLimits(),
    identify: @escaping (String) -> String = InputPath.identifier
  ) {
    waiting = inputs.reversed().map { InputPath(path: $0, id: identify($0)) }
    self.form = form
    self.limits = limits
    self.identify = identify
  }

  mutating func next() -> (input: String, parcel: Parcel)? {
    while true {
      if var current = open {
        if let parcel = current.parcels.next() {
          open = current
          return (current.name, parcel)
        }
        doneBytes = bytesTaken
        donePassedOver += current.parcels.passedOver
        if current.name != "-" { close(current.descriptor) }
        open = nil
      }
      guard let path = waiting.popLast() else { return nil }
      if let inside = path.inside(identify) {
        waiting += inside.reversed()
      } else if let error = begin(path) {
        return (path.path, Parcel(id: path.id, failure: error))
      }
    }
  }

  /// As many parcels as asked for, fewer at the end.
  mutating func next(_ count: Int) -> [(input: String, parcel: Parcel)] {
    var batch: [(input: String, parcel: Parcel)] = []
    while batch.count < count, let next = next() { batch.append(next) }
    return batch
  }

  /// Bytes taken so far, for progress; the input underway counts as far as it was read.
  var bytesTaken: Int {
    guard let open else { return doneBytes }
    return doneBytes + Swift.max(0, Int(lseek(open.descriptor, 0, SEEK_CUR)))
  }

  /// Records of archives that hold no report.
  var passedOver: Int { donePassedOver + (open?.parcels.passedOver ?? 0) }

  /// Whether the next parcel can be had without waiting for whoever writes the input.
  var isReady: Bool {
    guard let open else { return true }
    if open.parcels.hasParcelAtHand { return true }
    var request = pollfd(fd: open.descriptor, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, 0) != 0
  }

  /// Opens an input; gives the error where that cannot be done or no door is its own.
  private mutating func begin(_ path: InputPath) -> ExtractionError? {
    let name = path.path
    let descriptor = name == "-" ? STDIN_FILENO : Glibc.open(name, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return ExtractionError(.unreadable, cause: .system(errno)) }
    var head: [UInt8] = []
    var fault: Int32 = 0
    // No more than is there: whoever writes lines to a pipe may wait for an answer to the first.
    repeat {
      let had = head.count
      fault = Self.take(&head, upTo: Self.reach, from: descriptor)
      if head.count == had { break }
    } while head.count < Self.reach && Self.isBlank(head)
    let door = form.door ?? Door.recognising(head, among: ReadSource.doors)
    guard fault == 0, !head.isEmpty, let door else {
      if name != "-" { close(descriptor) }
      if fault != 0 { return ExtractionError(.unreadable, cause: .system(fault)) }
      return ExtractionError(head.isEmpty ? .empty : .binary)
    }
    let input = DoorInput(
      id: path.id, descriptor: descriptor, begun: head, limits: limits, doors: ReadSource.doors)
    open = OpenInput(name: name, descriptor: descriptor, parcels: door.parcels(of: input))
    return nil
  }

  /// Whether nothing but white space stands behind a byte order mark.
  private static func isBlank(_ bytes: [UInt8]) -> Bool {
    let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    return bytes[mark...].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
  }

  /// Reads once, up to a number of bytes in all; gives the system's error number, 0 when all is well.
  private static func take(_ bytes: inout [UInt8], upTo count: Int, from descriptor: Int32) -> Int32
  {
    var chunk = [UInt8](repeating: 0, count: count - bytes.count)
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
