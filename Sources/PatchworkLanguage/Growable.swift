/// Reusable room for plain values; one worker's own.
final class Growable<Value: BitwiseCopyable> {
  private(set) var base: UnsafeMutablePointer<Value>
  private(set) var capacity: Int

  init(_ capacity: Int = 256) {
    self.capacity = capacity
    base = .allocate(capacity: capacity)
  }

  deinit { base.deallocate() }

  /// Makes room for so many values; what was there is lost where the room grows.
  func reserve(_ count: Int) {
    guard count > capacity else { return }
    base.deallocate()
    capacity = max(count, capacity * 2)
    base = .allocate(capacity: capacity)
  }

  /// Makes room and sets every value.
  func fill(_ value: Value, count: Int) {
    reserve(count)
    base.update(repeating: value, count: count)
  }

  /// Makes room for so many values and keeps the first ones.
  func grow(_ count: Int, keeping kept: Int) {
    guard count > capacity else { return }
    let size = max(count, capacity * 2)
    let larger = UnsafeMutablePointer<Value>.allocate(capacity: size)
    larger.update(from: base, count: min(kept, capacity))
    base.deallocate()
    base = larger
    capacity = size
  }

  /// Gives back room far beyond what is usual.
  func trim(to usual: Int) {
    guard capacity > usual else { return }
    base.deallocate()
    capacity = usual
    base = .allocate(capacity: usual)
  }

  subscript(index: Int) -> Value {
    @inline(__always) get { base[index] }
    @inline(__always) set { base[index] = newValue }
  }
}
