import PatchworkRecord

extension JSONWriter {
  /// Writes a member with an array, each value by `write`.
  mutating func list<Value>(
    _ name: StaticString, _ values: [Value], _ write: (Value, inout JSONWriter) -> Void
  ) {
    key(name)
    begin(.array)
    for value in values { write(value, &self) }
    end(.array)
  }
}
