import PatchworkDisplay

/// Where one is in a list of pages.
struct Paging {
  /// Rows of a page.
  static let size = 50
  /// The parameter that names the page.
  static let parameter = Parameter(
    name: "page", kind: .number(1...200_000), summary: "Page of the list, from 1.")

  let page: Int
  let total: Int
  /// Whether the total was counted to a bound, and there may be more.
  let isLeast: Bool
  /// Rows of a page of this list.
  let size: Int
  /// The address of a page by its number.
  let address: (Int) -> String

  init(
    page: Int, total: Int, isLeast: Bool = false, size: Int = Self.size,
    address: @escaping (Int) -> String
  ) {
    self.page = page
    self.total = total
    self.isLeast = isLeast
    self.size = size
    self.address = address
  }

  var offset: Int { (page - 1) * size }
  var pages: Int { max(1, (total + size - 1) / size) }

  var html: HTML {
    guard pages > 1 || isLeast else { return "" }
    let before: HTML =
      page > 1 ? "<a rel=\"prev\" href=\"\(address(page - 1))\">Before</a>" : "<span>Before</span>"
    let next: HTML =
      page < pages || isLeast
      ? "<a rel=\"next\" href=\"\(address(page + 1))\">Next</a>" : "<span>Next</span>"
    let of: HTML = isLeast ? "" : " of \(Plural.grouped(pages))"
    return """
      <nav class="paging" aria-label="Pages of the list">\(before) <span>page \(Plural.grouped(page))\(of)</span> \(next)</nav>

      """
  }

  /// How many there are, for people ("1,000 or more incidents").
  func count(_ noun: String) -> String {
    isLeast ? "\(Plural.grouped(total)) or more \(noun)s" : Plural.text(total, noun)
  }
}
