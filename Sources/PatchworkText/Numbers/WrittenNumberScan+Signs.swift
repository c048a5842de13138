/// Fractions that are one sign: "½", "⅔", "2¾".
extension WrittenNumberScan {
  /// The value of a fraction sign, or nil for any other atom.
  func fractionSign(_ index: Int) -> Double? {
    guard index < atoms.count, atoms[index].kind == .sign else { return nil }
    return Self.fractionSigns[atoms[index].key]
  }

  private static let fractionSigns: [WordKey: Double] = {
    // Latin-1 signs come out of the scanner as their last byte, which is their code.
    let signs: [(Unicode.Scalar, Double, Double)] = [
      ("¼", 1, 4), ("½", 1, 2), ("¾", 3, 4), ("⅐", 1, 7), ("⅑", 1, 9), ("⅒", 1, 10), ("⅓", 1, 3),
      ("⅔", 2, 3), ("⅕", 1, 5), ("⅖", 2, 5), ("⅗", 3, 5), ("⅘", 4, 5), ("⅙", 1, 6), ("⅚", 5, 6),
      ("⅛", 1, 8), ("⅜", 3, 8), ("⅝", 5, 8), ("⅞", 7, 8),
    ]
    return Dictionary(uniqueKeysWithValues: signs.map { (.sign($0.0), $0.1 / $0.2) })
  }()
}
