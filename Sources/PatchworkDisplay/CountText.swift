package import PatchworkRecord

extension Count {
  /// The number as it was said: "at least 13", "12–20", "about 40,000".
  package var numberText: String {
    switch (relation, low, high) {
    case (.range, let low?, let high?): "\(Self.grouped(low))–\(Self.grouped(high))"
    case (.exact, let low?, _): Self.grouped(low)
    case (.atLeast, let low?, _): "at least \(Self.grouped(low))"
    case (.moreThan, let low?, _): "more than \(Self.grouped(low))"
    case (.approx, let low?, _): "about \(Self.grouped(low))"
    case (.nearly, _, let high?): "nearly \(Self.grouped(high))"
    case (.nearly, let low?, _): "nearly \(Self.grouped(low))"
    case (.atMost, _, let high?): "at most \(Self.grouped(high))"
    case (.lessThan, _, let high?): "fewer than \(Self.grouped(high))"
    case (.vague, _, _): "“\(quote.text)”"
    case (_, let low?, let high?) where low == high: Self.grouped(low)
    case (_, let low?, let high?): "\(Self.grouped(low))–\(Self.grouped(high))"
    case (_, let low?, nil): "at least \(Self.grouped(low))"
    case (_, nil, let high?): "at most \(Self.grouped(high))"
    default: "“\(quote.text)”"
    }
  }

  /// The unit as it stands after the number ("volunteers", "child"); empty where people as such are counted.
  package var unitText: String {
    if unit.isEmpty || unit == "person" { return "" }
    if low == 1 && high == 1 || unit.hasSuffix("s") { return unit }
    if unit == "child" { return "children" }
    return unit.hasSuffix("man") ? String(unit.dropLast(2)) + "en" : unit + "s"
  }

  /// Digits in groups of three: 40,000.
  package static func grouped(_ number: Int) -> String {
    var digits = Array(String(number.magnitude).utf8)
    var at = digits.count - 3
    while at > 0 {
      digits.insert(UInt8(ascii: ","), at: at)
      at -= 3
    }
    return (number < 0 ? "−" : "") + String(decoding: digits, as: UTF8.self)
  }
}
