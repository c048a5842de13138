import FoundationEssentials

/// Norms of words and signs, by the number of the written form.
struct LexicalTables: Sendable {
  /// Number of the norm by number of the form.
  let norms: [UInt64: UInt64]

  init(_ file: ModelFile) throws(ModelError) {
    var norms = Self.signs
    for (form, norm) in try file.message().required("lexeme_norm").pairs() {
      guard case .integer(let number) = form.value else {
        throw file.unsupported("a norm without a number")
      }
      norms[number] = StringID.of(try norm.text())
    }
    self.norms = norms
  }

  /// Typographic variants and the plain sign each stands for; a model's own norms go before.
  private static let signs: [UInt64: UInt64] = {
    var table: [UInt64: UInt64] = [:]
    for (norm, forms) in variants {
      for form in forms { table[StringID.of(form)] = StringID.of(norm) }
    }
    return table
  }()

  private static let variants: [(String, [String])] = [
    ("'s", ["'s", "'S", "\u{2019}s", "\u{2019}S"]),
    ("'", ["\u{2019}", "\u{2018}", "\u{B4}", "`"]),
    (
      "\"",
      [
        "\u{201D}", "\u{201C}", "''", "``", "\u{B4}\u{B4}", "\u{201E}", "\u{BB}", "\u{AB}",
        "\u{2018}\u{2018}", "\u{2019}\u{2019}",
      ]
    ),
    ("?", ["\u{FF1F}"]), ("!", ["\u{FF01}"]), (",", ["\u{FF0C}"]), (";", ["\u{FF1B}"]),
    (":", ["\u{FF1A}"]), (".", ["\u{3002}", "\u{964}"]), ("...", ["\u{2026}"]),
    ("-", ["\u{2014}", "\u{2013}", "--", "---", "\u{2014}\u{2014}"]),
    (
      "$",
      [
        "\u{20AC}", "\u{A3}", "\u{A5}", "\u{E3F}", "US$", "C$", "A$", "\u{20BA}", "\u{20B9}",
        "\u{9F3}", "\u{20A9}", "Mex$", "\u{20A3}", "E\u{A3}",
      ]
    ),
  ]
}

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
