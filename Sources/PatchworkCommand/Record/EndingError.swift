import ArgumentParser

/// An error of the record's keepers that ends a verb with a sentence and an exit status of its own.
protocol EndingError: Error {
  /// The status, once the sentence has been said.
  var ending: ExitCode { get }
}

extension EndingError {
  /// Runs what uses a record; this error and those of any record end with a sentence.
  static func ending<Value>(_ body: () throws -> Value) throws -> Value {
    do {
      return try RecordOption.ending(body)
    } catch let error as Self {
      throw error.ending
    }
  }
}
