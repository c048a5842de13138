/// Folds one letter of any script to lower-case ASCII, so that spellings of one name meet.
enum LetterFolding {
  /// Folded letters as up to two ASCII bytes, the first in the low byte; 0 stands for a dropped mark.
  static let latin = table(latinText)
  /// The same for Latin Extended Additional, from U+1E00.
  static let latinAdditional = table(latinAdditionalText)
  /// The same for Cyrillic, from U+0430, lower case only.
  static let cyrillic = table(cyrillicText)
  /// The same for Hebrew letters, from U+05D0.
  static let hebrew = table(hebrewText)
  /// The same for Arabic letters, from U+0621.
  static let arabic = table(arabicText)

  private static func table(_ text: String) -> [UInt16] {
    text.split(separator: " ").map { entry in
      let bytes = Array(entry.utf8)
      if bytes == [0x2D] { return 0 }
      return UInt16(bytes[0]) | (bytes.count > 1 ? UInt16(bytes[1]) << 8 : 0)
    }
  }

  private static let latinText = """
    a a a a a a ae c e e e e i i i i d n o o o o o - o u u u u y th ss a a a a a a ae c e e e e i \
    i i i d n o o o o o - o u u u u y th y a a a a a a c c c c c c c c d d d d e e e e e e e e e \
    e g g g g g g g g h h h h i i i i i i i i i i ij ij j j k k k l l l l l l l l l l n n n n n n \
    n n n o o o o o o oe oe r r r r r r s s s s s s s s t t t t t t u u u u u u u u u u u u w w y \
    y y z z z z z z s - b - - - - o - - d d - - - e a e - f - g - - i k k - - - - - - o o - - - - \
    - - - - - - - - - u u - - y y z z - - - - - - - - - - - - - dz dz dz lj lj lj nj nj nj a a i \
    i o o u u u u u u u u u u e a a a a - - g g g g k k o o o o - - j dz dz dz g g - - n n a a - \
    - - - a a a a e e e e i i i i o o o o r r r r u u u u s s t t - - h h - - - - - - a a e e o o \
    o o o o o o y y - - - - - - - - - - - - - - - - - - - - - - - - - - - -
    """

  private static let latinAdditionalText = """
    a a b b b b b b c c d d d d d d d d d d e e e e e e e e e e f f g g h h h h h h h h h h i i i \
    i k k k k k k l l l l l l l l m m m m m m n n n n n n n n o o o o o o o o p p p p r r r r r r \
    r r s s s s s s s s s s t t t t t t t t u u u u u u u u u u v v v v w w w w w w w w w w x x x \
    x y y z z z z z z h t w y a s - - ss - a a a a a a a a a a a a a a a a a a a a a a a a e e e \
    e e e e e e e e e e e e e i i i i o o o o o o o o o o o o o o o o o o o o o o o o u u u u u u \
    u u u u u u u u y y y y y y y y - - - - - -
    """

  /// U+0430…U+0457: а…я, then ѐ ё ђ ѓ є ѕ і ї.
  private static let cyrillicText = """
    a b v g d e zh z i y k l m n o p r s t u f kh ts ch sh sh - y - e yu ya e e d g e z i i
    """

  /// U+05D0…U+05EA: alef…tav.
  private static let hebrewText = """
    a b g d h v z h t y k k l m m n n s a p p ts ts q r sh t
    """

  /// U+0621…U+064A: hamza…yeh, with the unassigned or decorative code points as marks.
  private static let arabicText = """
    - a a w i y a b a t th j h kh d dh r z s sh s d t z - gh - - - - - - f q k l m n h w a y
    """
}
