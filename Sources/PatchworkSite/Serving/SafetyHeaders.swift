/// What every answer tells a browser not to do.
enum SafetyHeaders {
  /// Nothing from elsewhere but tiles where some are configured, no scripts or styles but the site's own files, no frames,
  /// no referrer.
  static func policy(_ options: SiteOptions) -> String {
    let images = (["'self'"] + (options.tiles.map { [$0.origin] } ?? [])).joined(separator: " ")
    return "default-src 'none'; style-src 'self'; script-src 'self'; img-src \(images); "
      + "connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
  }

  static func all(_ options: SiteOptions) -> [(name: String, value: String)] {
    var headers = [
      (name: "Content-Security-Policy", value: policy(options)),
      (name: "X-Content-Type-Options", value: "nosniff"),
      (name: "Referrer-Policy", value: "no-referrer"),
      (name: "Cross-Origin-Opener-Policy", value: "same-origin"),
      (name: "Cross-Origin-Resource-Policy", value: "same-origin"),
      (name: "Permissions-Policy", value: "camera=(), geolocation=(), microphone=()"),
      (name: "X-Robots-Tag", value: "noindex, nofollow"),
    ]
    if options.isBehindHTTPS {
      headers.append((name: "Strict-Transport-Security", value: "max-age=31536000"))
    }
    return headers
  }
}
