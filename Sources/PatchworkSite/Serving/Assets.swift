import Foundation
import PatchworkDisplay
import PatchworkRecord

/// The style, the script and the sign of the site, under addresses that change with their content.
struct Assets: Sendable {
  let style: Asset
  let script: Asset
  let icon: Asset

  /// A file as it is sent.
  struct Asset: Sendable {
    let address: String
    let type: String
    let bytes: [UInt8]
  }

  /// A file that the site cannot do without is not beside the program.
  struct Missing: Error { let file: String }

  init() throws {
    style = try Self.asset(
      "site.css", type: "text/css; charset=utf-8", before: PageStyle.css + CaseFileStyle.sheet)
    icon = try Self.asset("icon.svg", type: "image/svg+xml", before: "")
    script = try Self.asset(
      "site.js", type: "text/javascript; charset=utf-8", before: PageScript.script)
  }

  private static func asset(_ file: String, type: String, before: String) throws -> Asset {
    let url = Bundle.module.bundleURL.appendingPathComponent("Assets").appendingPathComponent(file)
    guard let data = try? Data(contentsOf: url) else { throw Missing(file: file) }
    let bytes = before.isEmpty ? Array(data) : Array("\(before)\n".utf8) + Array(data)
    return Asset(
      address: "/assets/\(sha256Hex(bytes).prefix(12))/\(file)", type: type, bytes: bytes)
  }

  /// The answer for the address of an asset, nil for any other address.
  func answer(_ path: String) throws -> SiteAnswer? {
    guard path.hasPrefix("/assets/") else { return nil }
    for asset in [style, script, icon] where asset.address == path {
      return SiteAnswer(
        status: 200,
        headers: [
          ("Content-Type", asset.type), ("Cache-Control", "public, max-age=31536000, immutable"),
        ], body: asset.bytes)
    }
    throw Refusal.missing("There is no such file.")
  }
}
