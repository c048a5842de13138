/// A value of a model file together with its file, so that a wrong kind becomes a named error.
struct MessageNode {
  let file: ModelFile
  let value: MessageValue

  private func wrong(_ expected: String) -> ModelError { file.unsupported("expected \(expected)") }

  var isNull: Bool { if case .null = value { true } else { false } }

  func array() throws(ModelError) -> [MessageNode] {
    guard case .array(let values) = value else { throw wrong("a list") }
    return values.map { MessageNode(file: file, value: $0) }
  }

  func pairs() throws(ModelError) -> [(key: MessageNode, value: MessageNode)] {
    guard case .map(let pairs) = value else { throw wrong("a map") }
    return pairs.map {
      (MessageNode(file: file, value: $0.key), MessageNode(file: file, value: $0.value))
    }
  }

  /// The value of a key, which may be stored as text or as bytes.
  func member(_ key: String) throws(ModelError) -> MessageNode? {
    guard case .map(let pairs) = value else { throw wrong("a map") }
    let wanted = Array(key.utf8)
    for pair in pairs {
      switch pair.key {
      case .string(let range), .binary(let range):
        if file.bytes[range].elementsEqual(wanted) {
          return MessageNode(file: file, value: pair.value)
        }
      default: continue
      }
    }
    return nil
  }

  func required(_ key: String) throws(ModelError) -> MessageNode {
    guard let found = try member(key) else { throw file.unsupported("no \"\(key)\"") }
    return found
  }

  func text() throws(ModelError) -> String {
    switch value {
    case .string(let range), .binary(let range):
      return String(decoding: file.bytes[range], as: UTF8.self)
    default: throw wrong("a text")
    }
  }

  func bytes() throws(ModelError) -> Range<Int> {
    switch value {
    case .string(let range), .binary(let range): return range
    default: throw wrong("bytes")
    }
  }

  func integer() throws(ModelError) -> Int {
    guard case .integer(let number) = value, let int = Int(exactly: number) else {
      throw wrong("a whole number")
    }
    return int
  }

  func bool() throws(ModelError) -> Bool {
    guard case .bool(let answer) = value else { throw wrong("true or false") }
    return answer
  }

  /// The value packed once more inside this binary.
  func unpacked() throws(ModelError) -> MessageNode {
    var reader = MessageReader(file.bytes, file: file.name, range: try bytes())
    return MessageNode(file: file, value: try reader.value())
  }
}
