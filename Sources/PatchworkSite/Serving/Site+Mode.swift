import PatchworkDisplay
import PatchworkStore

extension Site {
  /// What may be done with the record now: what was set for it, or less where the site was started so.
  func mode() throws -> RecordModeState {
    let state = try record.mode()
    guard options.mode > state.mode else { return state }
    return RecordModeState(mode: options.mode)
  }

  /// Refuses what the record's mode does not let through, whoever asks.
  func check(_ route: Route, in state: RecordModeState) throws {
    if route.most < state.mode { throw state.refusal }
  }
}

extension RecordModeState {
  /// The mode in words.
  var words: String { ModeText.of(mode.rawValue, who: who, at: at, reason: reason) }

  /// The refusal that says so; of a locked record nobody is told more than that it is.
  var refusal: Refusal {
    mode == .locked
      ? Refusal(
        status: 423, code: "locked",
        message: "The record is locked: nothing of it is shown until a manager opens it.")
      : Refusal(
        status: 423, code: "read-only",
        message:
          "The record is \(words). Nothing that it holds is changed until a manager opens it.")
  }
}
