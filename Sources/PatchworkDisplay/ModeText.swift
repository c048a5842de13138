/// The mode of a record in words.
package enum ModeText {
  /// The mode with since when, by whom and why where somebody set it, as the end of a sentence: "locked since …, by …: …".
  package static func of(_ mode: String, who: String, at: String, reason: String) -> String {
    guard !who.isEmpty else { return mode }
    return "\(mode) since \(at), by \(ShownText.clean(who)): \(ShownText.clean(reason))"
  }
}
