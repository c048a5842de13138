import FoundationEssentials

/// One file of a model's folder with what its name says in errors.
struct ModelFile {
  let name: String
  let bytes: [UInt8]

  /// Reads a file of the folder.
  init(_ name: String, in folder: String) throws(ModelError) {
    self.name = name
    guard let data = try? Data(contentsOf: URL(filePath: folder + "/" + name)) else {
      throw .unreadable(file: name)
    }
    bytes = Array(data)
  }

  init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }

  /// The file as one MessagePack value.
  func message() throws(ModelError) -> MessageNode {
    MessageNode(file: self, value: try MessageReader.whole(bytes, file: name))
  }

  func unsupported(_ cause: String) -> ModelError { .unsupported(file: name, cause: cause) }
}
