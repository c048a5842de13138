/// The lines at the heads and feet of pages that run through a document: its title, its date, page numbers.
enum RunningLines {
  /// Lines looked at on either end of a page.
  private static let reach = 3

  /// For every page the lines, by their number, that run through the document.
  ///
  /// A line runs where others like it, digits aside, stand at the same end of a third of the pages, three at least;
  /// a number alone, or "Page 3 of 12", runs on every page. A document of two pages has lines that are on both.
  static func found(in pages: [[String]]) -> [Set<Int>] {
    let ends = pages.map { edges($0) }
    var counts: [String: Int] = [:]
    for edge in ends {
      for key in Set(edge.map(\.key)) { counts[key, default: 0] += 1 }
    }
    let needed = pages.count <= 2 ? 2 : max(3, (pages.count + 2) / 3)
    return ends.map { edge in
      Set(edge.filter { isNumber($0.text) || counts[$0.key, default: 0] >= needed }.map(\.line))
    }
  }

  private static func edges(_ lines: [String]) -> [(line: Int, text: String, key: String)] {
    let full = lines.indices.filter { lines[$0].utf8.contains { $0 > 0x20 } }
    let head = full.prefix(reach).map { ($0, "head ") }
    let foot = full.dropFirst(reach).suffix(reach).map { ($0, "foot ") }
    return (head + foot).map { line, end in
      let text = words(lines[line])
      return (line, text, end + String(text.lowercased().map { $0.isNumber ? "0" : $0 }))
    }
  }

  private static func words(_ line: String) -> String {
    line.split { $0 == " " || $0 == "\t" || $0 == "\r" }.joined(separator: " ")
  }

  private static func isNumber(_ text: String) -> Bool {
    let words = text.lowercased().split { " -–—|/.".contains($0) }
    let rest = words.filter { !["page", "of", "p"].contains($0) }
    return !rest.isEmpty && rest.count <= 2
      && rest.allSatisfy { $0.count <= 4 && $0.allSatisfy(\.isNumber) }
  }
}
