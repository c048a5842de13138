import PatchworkRecord

/// Writes JSON whose member names are not known beforehand, such as a description of the site.
struct LooseJSON {
  private(set) var text = ""
  private var needsComma = false

  mutating func key(_ name: String) {
    string(name)
    text += ":"
    needsComma = false
  }

  mutating func string(_ value: String) {
    var writer = JSONWriter(capacity: value.utf8.count + 2)
    writer.string(value)
    literal(String(decoding: writer.bytes, as: UTF8.self))
  }

  mutating func literal(_ value: String) {
    if needsComma { text += "," }
    text += value
    needsComma = true
  }

  mutating func member(_ name: String, _ value: String) {
    key(name)
    string(value)
  }

  mutating func begin(_ bracket: String) {
    if needsComma { text += "," }
    text += bracket
    needsComma = false
  }

  mutating func end(_ bracket: String) {
    text += bracket
    needsComma = true
  }
}

extension LooseJSON {
  /// Writes `{"name":value}` pairs one after the other.
  mutating func object(_ members: [(String, (inout LooseJSON) -> Void)]) {
    begin("{")
    for (name, write) in members {
      key(name)
      write(&self)
    }
    end("}")
  }

  /// Writes values one after the other.
  mutating func array<Value>(_ values: [Value], _ write: (Value, inout LooseJSON) -> Void) {
    begin("[")
    for value in values { write(value, &self) }
    end("]")
  }
}
