extension Checkup {
  /// One screen of text.
  var screen: String {
    var lines = ["Patchwork \(version) on \(system)", "Data folder \(dataFolder)"]
    lines += section("Models", models.map(row))
    let sources = gazetteer.sources.map { "\($0.title), \($0.licence)" }
    let places = [["index", gazetteer.state, sources.joined(separator: "; ")]]
    lines += section("Gazetteer", places + gazetteerSources.map(row))
    lines += section("Lexicons", [["\(lexicons.files) files", "\(lexicons.rows) rows", ""]])
    lines += section("System libraries", libraries.map { [$0.name, $0.version, $0.use] })
    if faults.isEmpty {
      lines += ["", "All well."]
    } else {
      lines += section("To mend", faults.map { ["\($0.what);", "run: \($0.command)"] })
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func row(_ package: Package) -> [String] {
    let state =
      package.state == "not installed" && !package.needed
      ? "not installed, optional" : package.state
    return ["\(package.name) \(package.version)", state, "\(package.credit), \(package.licence)"]
  }

  /// A heading and its rows, columns aligned.
  private func section(_ title: String, _ rows: [[String]]) -> [String] {
    let columns = rows.map(\.count).max() ?? 0
    let widths = (0..<columns).map { column in
      rows.map { column < $0.count ? $0[column].count : 0 }.max() ?? 0
    }
    let aligned = rows.map { row in
      let cells = zip(row, widths).map { $0 + String(repeating: " ", count: $1 - $0.count) }
      let line = "  " + cells.joined(separator: "  ")
      return String(
        line[..<(line.lastIndex { $0 != " " }.map(line.index(after:)) ?? line.endIndex)])
    }
    return ["", title] + aligned
  }
}
