import Foundation
import PatchworkRecord

/// The frame of a page that is one file: it fetches nothing, and only its own style and script may run,
/// whatever the reports within it hold.
package struct StandalonePage: Sendable {
  /// What the window is called, unescaped.
  package var title: String
  /// The style sheet.
  package var style: String
  /// The script; empty where the page runs none.
  package var script: String

  package init(title: String, style: String, script: String = "") {
    self.title = title
    self.style = style
    self.script = script
  }

  /// Everything up to the body's first element.
  package var beginning: String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="\(policy)">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="referrer" content="no-referrer">
    <meta name="color-scheme" content="light dark">
    <title>\(HTMLText.escape(title))</title>
    <style>\(style)</style>
    </head>
    <body>

    """
  }

  /// Everything from the body's last element on.
  package var end: String {
    let last = script.isEmpty ? "" : "<script>\(script)</script>\n"
    return "\(last)</body>\n</html>\n"
  }

  /// Names the style and the script by their hashes (Content Security Policy level 3, section 2.3.1).
  private var policy: String {
    let scripts = script.isEmpty ? "" : "script-src 'sha256-\(Self.digest(script))'; "
    return "default-src 'none'; style-src 'sha256-\(Self.digest(style))'; \(scripts)"
      + "base-uri 'none'; form-action 'none'"
  }

  private static func digest(_ text: String) -> String {
    let hex = Array(sha256Hex(text).utf8)
    let bytes = stride(from: 0, to: hex.count, by: 2).compactMap {
      UInt8(String(decoding: hex[$0..<$0 + 2], as: UTF8.self), radix: 16)
    }
    return Data(bytes).base64EncodedString()
  }
}
