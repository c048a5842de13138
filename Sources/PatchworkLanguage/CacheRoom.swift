/// How many written forms a worker's caches hold.
///
/// The first workers have ample room, about 65 MB each when full; further ones make do with a fifth, so
/// that memory stays moderate on machines with many cores.
struct CacheRoom {
  /// Vectors of forms.
  let vectors: Int
  /// Products of forms' vectors with the first window layer, nine times as large.
  let products: Int

  static let ample = CacheRoom(vectors: 24_576, products: 6144)
  static let small = CacheRoom(vectors: 8192, products: 1536)

  /// The room of a worker by how many there are already.
  static func after(_ workers: Int) -> CacheRoom { workers < 2 ? ample : small }
}
