import GRDB

/// The tables of a record, a step a released version; a file is brought forward by the steps that it lacks.
enum Schema {
  /// The version that this program writes.
  static var version: Int { steps.count }

  static let steps = [
    first, second, third, fourth, fifth, sixth, seventh, eighth, ninth, tenth,
  ]

  /// What a step asks for beside its tables, for a file that held reports before it.
  static func fill(step: Int, _ linker: RecordLinker, in db: Database) throws {
    // The layouts of the fifth and the eighth step are overtaken by that of the tenth.
    if step == 9 { try linker.layOutLayers(of: nil, in: db) }
  }
}
