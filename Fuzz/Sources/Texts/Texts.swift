import Foundation
import PatchworkLanguage

/// Feeds texts to the whole pipeline of the model in the data folder, and checks that tokens tile the text.
private let pipeline: Pipeline = {
  let folder = ProcessInfo.processInfo.environment["PATCHWORK_DATA"] ?? ""
  do {
    return try Pipeline(folder: folder + "/models/en_core_web_sm-3.8.0")
  } catch {
    fatalError("PATCHWORK_DATA has no model: \(error)")
  }
}()

/// One run: parses the bytes as text, and checks the tokens.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzTexts(_ start: UnsafePointer<UInt8>, _ count: Int) -> CInt {
  let text = String(decoding: UnsafeBufferPointer(start: start, count: count), as: UTF8.self)
  let parse = pipeline.annotate(text)
  var end = 0
  for token in parse.tokens {
    guard token.span.start == end else { fatalError("a gap before byte \(token.span.start)") }
    guard parse.tokens.indices.contains(token.head) else { fatalError("a head outside") }
    end = token.span.end + (token.hasSpace ? 1 : 0)
  }
  guard end == text.utf8.count else { fatalError("tokens end at \(end)") }
  return 0
}
