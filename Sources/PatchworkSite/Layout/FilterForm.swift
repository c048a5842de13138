import PatchworkDisplay
import PatchworkRecord
import PatchworkStore

/// What a list of the record is narrowed by, in the address and in a form.
struct ListFilter {
  let visit: Visit
  let path: String
  var filter: RecordFilter
  /// The name of the place that was asked for.
  let place: String
  /// Which of the parameters the list has.
  let names: [String]

  static let since = Parameter(name: "since", kind: .day, summary: "First day.")
  static let until = Parameter(name: "until", kind: .day, summary: "Last day.")
  static let near = Parameter(
    name: "place", kind: .text(most: 120),
    summary: "A place by its name or identifier; what lies within it counts.")
  static let type = Parameter(
    name: "type", kind: .word(HappeningType.allCases.map(\.rawValue)), summary: "What happened.")
  static let stance = Parameter(
    name: "stance", kind: .word(Stance.allCases.map(\.rawValue)), summary: "What a speaker does.")
  static let speaker = Parameter(
    name: "speaker", kind: .text(most: 120), summary: "Part of a speaker's name.")
  static let all = [since, until, near, type, stance, speaker]

  /// Reads the filter of a visit; a place that the record does not know lets nothing through.
  init(_ visit: Visit, path: String, names: [String] = all.map(\.name)) throws {
    self.visit = visit
    self.path = path
    self.names = names
    filter = RecordFilter()
    filter.since = visit.day("since")
    filter.until = visit.day("until")
    filter.type = visit.word("type")
    filter.stance = visit.word("stance")
    filter.speaker = visit.value("speaker")
    place = visit.value("place") ?? ""
    if !place.isEmpty { filter.place = try visit.record.placeID(named: place) ?? place }
    let page = visit.number("page") ?? 1
    filter.limit = Paging.size
    filter.offset = (page - 1) * Paging.size
  }

  var page: Int { visit.number("page") ?? 1 }

  /// Values as they were asked for.
  var values: [(String, String)] { names.map { ($0, visit.value($0) ?? "") } }

  /// The address of the list with other values.
  func address(_ changes: [(String, String)] = [], page: Int = 1) -> String {
    var values = values
    for (name, value) in changes {
      values.removeAll { $0.0 == name }
      values.append((name, value))
    }
    if page > 1 { values.append(("page", String(page))) }
    return Address.query(path, values)
  }

  func paging(total: Int, isLeast: Bool = false) -> Paging {
    Paging(page: page, total: total, isLeast: isLeast) { address(page: $0) }
  }

  /// The form, with what was asked for in it.
  var form: HTML {
    let fields = Self.all.filter { names.contains($0.name) }.map(field)
    let isNarrow = values.contains { !$0.1.isEmpty }
    let clear: HTML = isNarrow ? " <a href=\"\(path)\">Show all</a>" : ""
    return """
      <form class="filter" action="\(path)" method="get">
      \(fields)<p class="act"><button>Show</button>\(clear)</p>
      </form>

      """
  }

  private func field(_ parameter: Parameter) -> HTML {
    let name = parameter.name
    let value = visit.value(name) ?? ""
    let label =
      switch name {
      case "since": "From"
      case "until": "To"
      case "type": "What"
      default: name.prefix(1).uppercased() + name.dropFirst()
      }
    switch parameter.kind {
    case .day:
      return """
        <p><label for="f-\(name)">\(label)</label>
        <input id="f-\(name)" name="\(name)" type="date" value="\(value)"></p>

        """
    case .word(let words):
      let options = words.map { word -> HTML in
        "<option value=\"\(word)\"\(word == value ? " selected" as HTML : "")>\(word.replacing("-", with: " "))</option>"
      }
      return """
        <p><label for="f-\(name)">\(label)</label>
        <select id="f-\(name)" name="\(name)"><option value="">any</option>\(options)</select></p>

        """
    case .number, .text:
      return """
        <p><label for="f-\(name)">\(label)</label>
        <input id="f-\(name)" name="\(name)" maxlength="120" value="\(value)"></p>

        """
    }
  }
}
