import ArgumentParser
import Foundation

/// How a run ended, for the shell: the numbers of `sysexits.h`.
enum ExitStatus: Int32, CaseIterable, Sendable {
  /// All well.
  case success = 0
  /// The command line was wrong.
  case usage = 64
  /// Some input was not valid; the rest was done.
  case inputData = 65
  /// An input does not exist or cannot be opened.
  case noInput = 66
  /// Something needed is not installed; `patchwork doctor` names it.
  case unavailable = 69
  /// A mistake of the program's own.
  case internalError = 70
  /// Reading or writing failed underway.
  case inputOutput = 74

  /// What ends the run with this status, silently.
  var code: ExitCode { ExitCode(rawValue) }

  /// Says a sentence on standard error and returns what ends the run with this status.
  ///
  /// ```swift
  /// throw ExitStatus.noInput.saying("reports.txt does not exist")
  /// ```
  func saying(_ sentence: String) -> ExitCode {
    FileHandle.standardError.write(Data("patchwork: \(sentence)\n".utf8))
    return code
  }
}
