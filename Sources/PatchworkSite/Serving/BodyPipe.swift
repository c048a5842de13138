import Dispatch
import Synchronization

/// Hands pieces of a body from the thread that makes them to the task that sends them; the thread waits while a few are not taken.
final class BodyPipe: Sendable {
  /// What comes out of it: a piece, or the end with the fields that follow.
  enum Step: Sendable {
    case piece([UInt8])
    case end([(name: String, value: String)])
  }

  /// Nobody takes what is made: whoever asked is gone, or took nothing for a minute.
  struct Abandoned: Error {}

  private struct State {
    var steps: [Result<Step, any Error>] = []
    var taker: CheckedContinuation<Step, any Error>?
    var isAbandoned = false
  }

  private let state = Mutex(State())
  /// Signalled once for every piece that may be made.
  private let room = DispatchSemaphore(value: 0)
  private static let most = 4
  private static let pieceBytes = 1 << 16

  /// How long a piece may wait to be taken.
  private let patience: DispatchTimeInterval

  init(patience: DispatchTimeInterval = .seconds(60)) {
    self.patience = patience
    for _ in 0..<Self.most { room.signal() }
  }

  /// Makes the body, on a thread of its own; gives the error by which it broke off.
  func fill(from stream: BodyStream) -> (any Error)? {
    do {
      let fields = try stream.write(most: Self.pieceBytes) { piece in
        guard room.wait(timeout: .now() + patience) == .success else { throw Abandoned() }
        if state.withLock({ $0.isAbandoned }) { throw Abandoned() }
        hand(.success(.piece(piece)))
      }
      hand(.success(.end(fields)))
      return nil
    } catch {
      hand(.failure(error))
      return error
    }
  }

  /// What comes next; throws what making it threw.
  ///
  /// One task asks at a time.
  func next() async throws -> Step {
    let step = try await withCheckedThrowingContinuation {
      (taker: CheckedContinuation<Step, any Error>) in
      let ready = state.withLock { state -> Result<Step, any Error>? in
        if state.steps.isEmpty {
          state.taker = taker
          return nil
        }
        return state.steps.removeFirst()
      }
      if let ready { taker.resume(with: ready) }
    }
    if case .piece = step { room.signal() }
    return step
  }

  /// Says that nothing is made.
  func breakOff() { hand(.failure(Abandoned())) }

  /// Says that nothing more is taken.
  func abandon() {
    state.withLock { $0.isAbandoned = true }
    room.signal()
  }

  private func hand(_ step: Result<Step, any Error>) {
    let taker = state.withLock { state in
      if state.taker == nil { state.steps.append(step) }
      defer { state.taker = nil }
      return state.taker
    }
    taker?.resume(with: step)
  }
}
