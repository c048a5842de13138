/// The runs of white space and of other signs into which a text is cut first.
enum Runs {
  /// Calls back with every run, and whether a space that belongs to no run follows it.
  @inline(__always)
  static func each(_ text: UnsafeBufferPointer<UInt8>, _ body: (Range<Int>, Bool) -> Void) {
    guard !text.isEmpty else { return }
    var start = 0
    var index = 0
    var inSpace = Scalars.isSpace(Scalars.scalar(text, at: 0).0)
    while index < text.count {
      let (scalar, length) = Scalars.scalar(text, at: index)
      if Scalars.isSpace(scalar) != inSpace {
        let eaten = scalar == 0x20
        if start < index { body(start..<index, eaten) }
        start = eaten ? index + 1 : index
        inSpace.toggle()
      }
      index += length
    }
    if start < text.count { body(start..<text.count, false) }
  }
}
