/// How alike two short names are.
public enum Likeness {
  /// Jaro–Winkler likeness of two byte strings, 0 to 1; names longer than 64 bytes are compared by their starts.
  public static func jaroWinkler(_ a: [UInt8], _ b: [UInt8]) -> Double {
    let n = min(a.count, 64)
    let m = min(b.count, 64)
    guard n > 0, m > 0 else { return n == m ? 1 : 0 }
    let reach = max(0, max(n, m) / 2 - 1)
    var takenA: UInt64 = 0
    var takenB: UInt64 = 0
    var matches = 0
    for i in 0..<n {
      let low = max(0, i - reach)
      let high = min(m - 1, i + reach)
      guard low <= high else { continue }
      for j in low...high where takenB >> UInt64(j) & 1 == 0 && a[i] == b[j] {
        takenA |= 1 << UInt64(i)
        takenB |= 1 << UInt64(j)
        matches += 1
        break
      }
    }
    guard matches > 0 else { return 0 }
    var swaps = 0
    var j = 0
    for i in 0..<n where takenA >> UInt64(i) & 1 == 1 {
      while takenB >> UInt64(j) & 1 == 0 { j += 1 }
      if a[i] != b[j] { swaps += 1 }
      j += 1
    }
    let count = Double(matches)
    let jaro =
      (count / Double(n) + count / Double(m) + (count - Double(swaps / 2)) / count) / 3
    var prefix = 0
    while prefix < min(4, n, m), a[prefix] == b[prefix] { prefix += 1 }
    return jaro + Double(prefix) * 0.1 * (1 - jaro)
  }
}
