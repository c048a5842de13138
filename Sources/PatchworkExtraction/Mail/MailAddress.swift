/// The people in headers and feeds: `Name <a@b>`, `a@b (Name)`, `a@b`.
enum MailAddress {
  /// The name where there is one, else the address.
  static func name(of written: String) -> String {
    let text = written.trimmed
    if text.hasSuffix(">"), let bracket = text.lastIndex(of: "<") {
      let name = unquoted(String(text[..<bracket]).trimmed)
      return name.isEmpty
        ? String(text[text.index(after: bracket)...].dropLast()).trimmed : name
    }
    if text.hasSuffix(")"), let bracket = text.firstIndex(of: "("),
      text[..<bracket].contains("@")
    {
      let name = String(text[text.index(after: bracket)...].dropLast()).trimmed
      return name.isEmpty ? String(text[..<bracket]).trimmed : name
    }
    return unquoted(text)
  }

  private static func unquoted(_ name: String) -> String {
    guard name.count >= 2, name.hasPrefix("\""), name.hasSuffix("\"") else { return name }
    return String(name.dropFirst().dropLast()).replacing("\\\"", with: "\"").replacing(
      "\\\\", with: "\\")
  }
}
