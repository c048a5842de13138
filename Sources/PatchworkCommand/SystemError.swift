import Glibc

/// Error numbers of the operating system in words.
enum SystemError {
  /// What the system calls an error ("No such file or directory").
  static func words(_ number: Int32) -> String {
    guard let words = strerror(number) else { return "error \(number)" }
    return String(cString: words)
  }
}
