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
  /// Rows of a page of this list.
  let size: Int
  /// The address of a page by its number.
  let address: (Int) -> String

  init(page: Int, total: Int, size: Int = Self.size, address: @escaping (Int) -> String) {
    self.page = page
    self.total = total
    self.size = size
    self.address = address
  }

  var offset: Int { (page - 1) * size }
  var pages: Int { max(1, (total + size - 1) / size) }

  var html: HTML {
    guard pages > 1 else { return "" }
    let before: HTML =
      page > 1 ? "<a rel=\"prev\" href=\"\(address(page - 1))\">Before</a>" : "<span>Before</span>"
    let next: HTML =
      page < pages ? "<a rel=\"next\" href=\"\(address(page + 1))\">Next</a>" : "<span>Next</span>"
    return """
      <nav class="paging" aria-label="Pages of the list">\(before) <span>page \(Plural.grouped(page)) of \
      \(Plural.grouped(pages))</span> \(next)</nav>

      """
  }
}
