import PatchworkRecord
import PatchworkText

extension Door {
  /// One message of mail.
  static let message = Door(
    name: "eml", what: "a mail message",
    opening: .whole { [MailDoor.parcel($0)] }, recognises: MailDoor.recognises)
}

/// The door for messages of mail.
enum MailDoor {
  /// Headers that hardly anything but mail begins with.
  private static let telling: Set<String> = [
    "received", "return-path", "delivered-to", "message-id", "mime-version", "from", "subject",
    "date", "to", "content-type", "reply-to", "x-mailer", "dkim-signature", "references",
  ]

  /// Lines of headers, three of them such as mail has, one of them who it is from.
  static func recognises(_ head: [UInt8]) -> Bool {
    var at = 0
    let bytes = Array(head.prefix(1 << 14))
    guard let first = bytes.first, isLetter(first) else { return false }
    var headers = HeaderLines()
    while at < bytes.count {
      let stop = bytes[at...].firstIndex(of: 0x0A) ?? bytes.count
      var line = Array(bytes[at..<stop])
      if line.last == 0x0D { line.removeLast() }
      if line.isEmpty { break }
      let name = line.prefix { $0 != UInt8(ascii: ":") }
      let isName = name.count < line.count && name.allSatisfy { $0 > 0x20 && $0 < 0x7F }
      guard isName || line.first.map(isSpace) == true else {
        if stop == bytes.count { break }
        return false
      }
      headers.add(line)
      at = stop + 1
    }
    let names = Set(headers.lines.map(\.name))
    return names.contains("from") && names.intersection(telling).count >= 3
  }

  /// The report of a message.
  static func parcel(_ document: Document) -> Parcel {
    let message = MailMessage(document.bytes)
    let given = message.header("message-id")
    let id = given.isEmpty ? document.id : String(given.filter { $0 != "<" && $0 != ">" })
    let limits = document.limits
    let bytes = document.bytes
    return Parcel(id: id, at: document.place, bytes: bytes) { () throws(ExtractionError) in
      var supplied = SuppliedFields()
      supplied.title = message.header("subject")
      supplied.byline = MailAddress.name(of: message.header("from"))
      let date = message.header("date")
      supplied.published = (MailDate.normalised(date) ?? PageDate.normalised(date)).map {
        SourcedDate(value: $0, origin: "mail")
      }
      guard !message.body.trimmed.isEmpty else { throw ExtractionError(.noText) }
      var report = try FragmentReport.report(
        id: id, body: message.body.replacing("\r\n", with: "\n"), isMarkup: message.isMarkup,
        supplied: supplied, limits: limits)
      report.encoding = message.encoding
      report.bytesSHA256 = sha256Hex(bytes)
      return report
    }
  }
}
