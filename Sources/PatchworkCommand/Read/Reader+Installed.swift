import PatchworkLanguage
import PatchworkPlaces
import PatchworkReading
import PatchworkText

extension Reader {
  /// The reader with an installed model and, where there is one, the installed gazetteer.
  ///
  /// Throws an exit status after saying what is missing.
  static func installed(
    _ model: LanguageModelChoice, in data: DataFolder = DataFolder()
  ) throws -> Reader {
    let pipeline = try model.load(from: data)
    let gazetteer: Gazetteer?
    do {
      gazetteer = try Gazetteer.inDataFolder(data.path)
    } catch {
      // Its sentence names the file and what mends it; to read, the gazetteer is something that must be installed.
      _ = error.ending
      throw ExitStatus.unavailable.code
    }
    do {
      return try Reader(pipeline: pipeline, gazetteer: gazetteer)
    } catch {
      throw ExitStatus.unavailable.saying(
        "the lexicons beside the program cannot be used (\(error)); install it again")
    }
  }
}
