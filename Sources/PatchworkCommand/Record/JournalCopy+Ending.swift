import ArgumentParser
import PatchworkDisplay
import PatchworkStore

extension JournalCopy.Failure: EndingError {
  var ending: ExitCode {
    switch self {
    case .unreadable(let path):
      ExitStatus.noInput.saying("\(ShownText.clean(path)) cannot be read")
    case .unwritable(let path):
      ExitStatus.inputOutput.saying("\(ShownText.clean(path)) cannot be appended to")
    case .departs(let path, let number):
      ExitStatus.inputData.saying(
        "entry \(number), the last in \(ShownText.clean(path)), is not the record’s: it is another record’s copy, or the journal was changed; `patchwork verify --journal-copy` says more"
      )
    case .notACopy(let path):
      ExitStatus.inputData.saying("\(ShownText.clean(path)) is no copy of a journal")
    }
  }
}
