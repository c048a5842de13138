import Dispatch
import Synchronization
import Testing

@testable import PatchworkSite

/// Bodies that are made on one thread while a task sends them.
@Suite struct BodyPipeTests {
  private struct Broken: Error {}

  /// What comes out of a pipe that a stream fills: all bytes and the fields after them.
  private func taken(_ stream: BodyStream) async throws -> (
    bytes: [UInt8], pieces: Int, fields: [String]
  ) {
    // However long other tests keep the machine, who takes comes.
    let pipe = BodyPipe(patience: .never)
    DispatchQueue.global().async { _ = pipe.fill(from: stream) }
    var bytes: [UInt8] = []
    var pieces = 0
    while true {
      switch try await pipe.next() {
      case .piece(let piece):
        bytes += piece
        pieces += 1
      case .end(let fields): return (bytes, pieces, fields.map { "\($0.name): \($0.value)" })
      }
    }
  }

  @Test func `every byte comes out once and in order, in pieces that are worth sending`()
    async throws
  {
    let stream = BodyStream(trailers: ["X-Rows"]) { sink in
      for row in 0..<100_000 { try sink(Array("\(row)\n".utf8)) }
      return ["100000"]
    }
    let found = try await taken(stream)
    #expect(found.bytes == (0..<100_000).flatMap { Array("\($0)\n".utf8) })
    #expect((2...found.bytes.count / 65_536 + 2).contains(found.pieces))
    #expect(found.fields == ["X-Rows: 100000"])
    #expect(try await taken(BodyStream(trailers: []) { _ in [] }).pieces == 0)
  }

  @Test func `what breaks off while it is made breaks off for who takes it`() async {
    let stream = BodyStream(trailers: []) { sink in
      try sink([UInt8](repeating: 1, count: 70_000))
      throw Broken()
    }
    await #expect(throws: Broken.self) { try await taken(stream) }
  }

  @Test func `making ends when nobody takes any more`() async throws {
    // However long other tests keep the machine, who takes comes.
    let pipe = BodyPipe(patience: .never)
    let made = Mutex(0)
    let broke = Mutex(false)
    let stream = BodyStream(trailers: []) { sink in
      for _ in 0..<1000 {
        try sink([UInt8](repeating: 1, count: 70_000))
        made.withLock { $0 += 1 }
      }
      return []
    }
    await withCheckedContinuation { (done: CheckedContinuation<Void, Never>) in
      DispatchQueue.global().async {
        let error = pipe.fill(from: stream)
        broke.withLock { $0 = error is BodyPipe.Abandoned }
        done.resume()
      }
      Task {
        _ = try? await pipe.next()
        pipe.abandon()
      }
    }
    #expect(broke.withLock { $0 })
    #expect(made.withLock { $0 } <= 6)
  }
}
