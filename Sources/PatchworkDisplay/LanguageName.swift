import Foundation

/// Names of languages for people.
package enum LanguageName {
  /// The English name of a BCP 47 tag's language ("ar-SY" → "Arabic"); a tag without one as it stands.
  package static func of(_ tag: String) -> String {
    let code = String(tag.prefix { $0 != "-" && $0 != "_" }).lowercased()
    return Locale(identifier: "en").localizedString(forLanguageCode: code) ?? tag
  }
}
