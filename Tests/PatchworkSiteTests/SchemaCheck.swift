import PatchworkText

@testable import PatchworkSite

extension Schema {
  /// Where a value is not of this form, each by its path.
  func faults(_ value: JSONValue, at path: String = "$") -> [String] {
    switch (self, value) {
    case (.any, _), (.string, .string), (.boolean, .bool), (.nullable, .null): []
    case (.number, .number): []
    case (.integer, .number(let text)): Int(text) == nil ? ["\(path): \(text)"] : []
    case (.word(let words), .string(let word)): words.contains(word) ? [] : ["\(path): \(word)"]
    case (.nullable(let inner), _): inner.faults(value, at: path)
    case (.list(let inner), .array(let items)):
      items.enumerated().flatMap { inner.faults($1, at: "\(path)[\($0)]") }
    case (.object(let members), .object(let fields)):
      members.flatMap { member -> [String] in
        guard let field = fields.first(where: { $0.key == member.name }) else {
          return ["\(path): no \(member.name)"]
        }
        return member.schema.faults(field.value, at: "\(path).\(member.name)")
      }
        + fields.filter { field in !members.contains { $0.name == field.key } }
        .map { "\(path): \($0.key) is not described" }
    default: ["\(path): \(value.typeName)"]
    }
  }
}
