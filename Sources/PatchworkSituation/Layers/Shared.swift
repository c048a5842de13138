/// A value behind one reference: what holds it is copied without it, as where thousands of statements are sorted and grouped.
struct Shared<Value: Hashable & Sendable>: Hashable, Sendable {
  private final class Box: Sendable {
    let value: Value

    init(_ value: Value) { self.value = value }
  }

  private let box: Box

  init(_ value: Value) { box = Box(value) }

  var value: Value { box.value }

  static func == (a: Self, b: Self) -> Bool { a.box === b.box || a.value == b.value }

  func hash(into hasher: inout Hasher) { hasher.combine(value) }
}
