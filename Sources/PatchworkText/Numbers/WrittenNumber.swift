/// A number as a text writes it, with a fraction, a sign or an order where it has one: "-4/5", "two and a half million", "21st".
public struct WrittenNumber: Hashable, Sendable {
  /// What kind of number the words make.
  public enum Kind: String, Sendable {
    case integer, decimal, fraction, power, ordinal, percentage
  }

  /// Its value; of a percentage the number before the sign.
  public let value: Double
  /// What kind it is.
  public let kind: Kind
  /// Where it stands, in UTF-8 bytes.
  public let span: Span

  /// Every number of a text, left to right, none inside another; O(atoms).
  ///
  /// `Numerals` reads what may count people and things; this reads every number, and judges none.
  public static func all(in atoms: Atoms) -> [WrittenNumber] {
    let scan = WrittenNumberScan(atoms: atoms)
    var found: [WrittenNumber] = []
    var index = 0
    while index < atoms.count {
      if let parts = scan.dotted(at: index) {
        found += parts
        index += 1
      } else if let number = scan.number(at: index) {
        let span = Span(atoms[index].span.start, atoms[number.end - 1].span.end)
        found.append(WrittenNumber(value: number.value, kind: number.kind, span: span))
        index = number.end
      } else {
        index = scan.behindPiece(at: index)
      }
    }
    return found
  }
}
