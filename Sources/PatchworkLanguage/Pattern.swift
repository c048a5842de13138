import CPCRE2

/// A compiled regular expression of a model file.
///
/// Immutable after it is compiled; each match uses the caller's `PatternMatch`.
final class Pattern: @unchecked Sendable {
  private let code: OpaquePointer

  /// Compiles a pattern written for Python's `re`; nil where it is not valid.
  init?(_ source: String) {
    let converted = Array(Self.converted(source).utf8)
    var error: Int32 = 0
    var offset = 0
    let options = UInt32(PCRE2_UTF) | UInt32(PCRE2_UCP) | UInt32(PCRE2_NEVER_BACKSLASH_C)
    guard
      let code = converted.withUnsafeBufferPointer({ buffer in
        pcre2_compile_8(buffer.baseAddress, buffer.count, options, &error, &offset, nil)
      })
    else { return nil }
    self.code = code
    pcre2_jit_compile_8(code, UInt32(PCRE2_JIT_COMPLETE))
  }

  deinit { pcre2_code_free_8(code) }

  /// Rewrites code points given as four or eight hexadecimal digits.
  private static func converted(_ source: String) -> String {
    var result = ""
    var rest = Substring(source)
    if rest.hasPrefix("(?u)") { rest = rest.dropFirst(4) }
    while let character = rest.first {
      guard character == "\\" else {
        result.append(character)
        rest = rest.dropFirst()
        continue
      }
      let kind = rest.dropFirst().first
      let digits = kind == "u" ? 4 : kind == "U" ? 8 : 0
      let hex = rest.dropFirst(2).prefix(digits)
      if digits > 0, hex.count == digits, hex.allSatisfy(\.isHexDigit) {
        result += "\\x{\(hex)}"
        rest = rest.dropFirst(2 + digits)
      } else {
        result += rest.prefix(2)
        rest = rest.dropFirst(2)
      }
    }
    return result
  }

  /// The first match at or after a byte offset; nil also where the effort limit was reached.
  func firstMatch(
    in text: UnsafeBufferPointer<UInt8>, from offset: Int = 0, anchored: Bool = false,
    using match: PatternMatch
  ) -> Range<Int>? {
    let options = UInt32(PCRE2_NO_UTF_CHECK) | (anchored ? UInt32(PCRE2_ANCHORED) : 0)
    let found = pcre2_match_8(
      code, text.baseAddress, text.count, offset, options, match.data, match.context)
    guard found > 0, let ends = pcre2_get_ovector_pointer_8(match.data), ends[0] <= ends[1] else {
      return nil
    }
    return Int(ends[0])..<Int(ends[1])
  }
}

/// Room for one match at a time; each worker has its own.
final class PatternMatch {
  fileprivate let data: OpaquePointer?
  fileprivate let context: OpaquePointer?
  private let stack: OpaquePointer?

  init() {
    data = pcre2_match_data_create_8(1, nil)
    context = pcre2_match_context_create_8(nil)
    stack = pcre2_jit_stack_create_8(32 << 10, 1 << 20, nil)
    pcre2_set_match_limit_8(context, 2_000_000)
    pcre2_jit_stack_assign_8(context, nil, stack.map { UnsafeMutableRawPointer($0) })
  }

  deinit {
    pcre2_match_data_free_8(data)
    pcre2_match_context_free_8(context)
    pcre2_jit_stack_free_8(stack)
  }
}
