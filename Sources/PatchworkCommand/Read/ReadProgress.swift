import Foundation
import PatchworkDisplay

/// How far a long run is, on standard error.
struct ReadProgress {
  /// Nothing is said before.
  private static let patience = Duration.seconds(2)
  private static let pause = Duration.milliseconds(200)

  /// Bytes in all, nil when unknown.
  let total: Int?
  private let begun = ContinuousClock.now
  private var said: ContinuousClock.Instant?

  init(total: Int?) { self.total = total }

  /// Says how far it is, unless it has just been said.
  mutating func report(_ reports: Int, bytes: Int) {
    let now = ContinuousClock.now
    guard now - begun > Self.patience, said.map({ now - $0 > Self.pause }) ?? true else { return }
    said = now
    let line = Self.line(reports: reports, bytes: bytes, total: total, elapsed: now - begun)
    FileHandle.standardError.write(Data("\r\u{1B}[K\(line)".utf8))
  }

  /// Takes the line away.
  func clear() {
    if said != nil { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
  }

  /// "1,240 reports · 312 a second · 42 % · 1 min 20 s left".
  static func line(reports: Int, bytes: Int, total: Int?, elapsed: Duration) -> String {
    let seconds = Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) / 1e18
    var parts = [Plural.text(reports, "report")]
    if seconds > 0 {
      let rate = Double(reports) / seconds
      parts.append((rate < 10 ? String(format: "%.1f", rate) : "\(Int(rate))") + " a second")
    }
    if let total, total > 0, bytes > 0 {
      let share = min(1, Double(bytes) / Double(total))
      parts.append("\(Int(share * 100)) %")
      parts.append(time(Int((seconds / share - seconds).rounded(.up))) + " left")
    }
    return parts.joined(separator: " · ")
  }

  private static func time(_ seconds: Int) -> String {
    switch seconds {
    case ..<60: "\(seconds) s"
    case ..<3600: "\(seconds / 60) min \(seconds % 60) s"
    default: "\(seconds / 3600) h \(seconds % 3600 / 60) min"
    }
  }
}
