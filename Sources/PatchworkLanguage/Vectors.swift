/// Pretrained vectors by the number of the written form; empty where the model has none.
final class Vectors: Sendable {
  static let width = 300
  let rows: Int
  let block: FloatBlock
  private let rowByForm: [UInt64: Int32]

  /// A model without vectors.
  init() {
    rows = 0
    block = FloatBlock(zeros: 0)
    rowByForm = [:]
  }

  init(_ file: ModelFile, keys: ModelFile) throws(ModelError) {
    let offset = 128
    let magic: [UInt8] = [0x93, 0x4E, 0x55, 0x4D, 0x50, 0x59, 1, 0, 118, 0]
    guard file.bytes.count >= offset, file.bytes.starts(with: magic) else {
      throw .damaged(file: file.name, offset: 0, cause: "not an array file")
    }
    let header = String(decoding: file.bytes[10..<offset], as: UTF8.self)
    guard header.contains("'descr': '<f4'"), header.contains("'fortran_order': False"),
      header.contains(", \(Self.width))")
    else { throw file.unsupported("an array of another kind") }
    let size = file.bytes.count - offset
    guard size % (4 * Self.width) == 0 else {
      throw .damaged(file: file.name, offset: file.bytes.count, cause: "cut short")
    }
    rows = size / (4 * Self.width)
    guard header.contains("(\(rows), \(Self.width))") else {
      throw .damaged(file: file.name, offset: file.bytes.count, cause: "cut short")
    }
    block = FloatBlock(Tensor.floats(file.bytes, at: offset, count: rows * Self.width))
    var reader = MessageReader(keys.bytes, file: keys.name)
    let count = try reader.mapHeader()
    var rowByForm: [UInt64: Int32] = [:]
    rowByForm.reserveCapacity(count)
    for _ in 0..<count {
      let form = try reader.unsigned()
      let row = try reader.unsigned()
      guard row < UInt64(rows) else { throw reader.damaged("row \(row) of \(rows)") }
      rowByForm[form] = Int32(row)
    }
    self.rowByForm = rowByForm
  }

  /// The vector of a form, or nil.
  func vector(of form: UInt64) -> UnsafePointer<Float>? {
    rowByForm[form].map { block.pointer + Int($0) * Self.width }
  }
}
