/// Numbers as explanations show them.
enum Decimals {
  /// A number with two decimals, its sign always shown.
  static func two(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    let digits = abs(hundredths) % 100
    return (hundredths < 0 ? "−" : "+") + "\(abs(hundredths) / 100)."
      + (digits < 10 ? "0" : "") + "\(digits)"
  }
}
