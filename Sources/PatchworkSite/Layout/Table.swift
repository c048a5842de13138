import PatchworkDisplay

/// A table with headers, wide ones scrolled within themselves.
struct Table {
  let caption: HTML
  let heads: [(HTML, isNumber: Bool)]
  var rows: [[HTML]] = []

  init(_ caption: HTML, _ heads: [HTML], numbers: Set<Int> = []) {
    self.caption = caption
    self.heads = heads.enumerated().map { ($1, numbers.contains($0)) }
  }

  /// The first cell of a row is its header.
  var html: HTML {
    let head = heads.map { head -> HTML in
      "<th scope=\"col\"\(head.isNumber ? " class=\"n\"" as HTML : "")>\(head.0)</th>"
    }
    let body = rows.map { row -> HTML in
      let cells = zip(row, heads).enumerated().map { index, cell -> HTML in
        let mark: HTML = cell.1.isNumber ? " class=\"n\"" : ""
        return index == 0
          ? "<th scope=\"row\"\(mark)>\(cell.0)</th>" : "<td\(mark)>\(cell.0)</td>"
      }
      return "<tr>\(cells)</tr>\n"
    }
    return """
      <div class="wide" role="region" tabindex="0" aria-label="\(caption)"><table>
      <caption>\(caption)</caption>
      <thead><tr>\(head)</tr></thead>
      <tbody>
      \(body)</tbody></table></div>

      """
  }
}
