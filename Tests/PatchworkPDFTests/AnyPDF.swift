/// PDF written for tests: pages of lines in one font.
enum AnyPDF {
  /// Lines of pages, from the top down, in a document with a title.
  static func document(
    _ pages: [[String]], title: String = "Situation note", encrypted: Bool = false
  ) -> [UInt8] {
    let first = 5
    let kids = pages.indices.map { "\(first + 2 * $0) 0 R" }.joined(separator: " ")
    var objects = [
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [\(kids)] /Count \(pages.count) >>",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Courier >>",
      "<< /Title (\(title)) /Author (Field Office) /CreationDate (D:20160920080000Z) >>",
    ]
    for (number, lines) in pages.enumerated() {
      let shown = lines.map { "(\($0)) Tj T*" }.joined(separator: "\n")
      let stream = "BT /F1 10 Tf 12 TL 40 780 Td\n\(shown)\nET"
      objects.append(
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents \(first + 2 * number + 1) 0 R >>"
      )
      objects.append("<< /Length \(stream.utf8.count) >>\nstream\n\(stream)\nendstream")
    }
    var out = "%PDF-1.4\n"
    var offsets: [Int] = []
    for (number, object) in objects.enumerated() {
      offsets.append(out.utf8.count)
      out += "\(number + 1) 0 obj\n\(object)\nendobj\n"
    }
    let start = out.utf8.count
    out += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
    for offset in offsets {
      let digits = String(offset)
      out += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
    }
    let key = String(repeating: "0", count: 64)
    let lock =
      encrypted
      ? " /Encrypt << /Filter /Standard /V 1 /R 2 /Length 40 /P -4 /O <\(key)> /U <\(key)> >> /ID [<00><00>]"
      : ""
    out +=
      "trailer\n<< /Size \(objects.count + 1) /Root 1 0 R /Info 4 0 R\(lock) >>\nstartxref\n\(start)\n%%EOF\n"
    return Array(out.utf8)
  }
}
