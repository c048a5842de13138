import PatchworkSituation

extension CaseFileSheet {
  /// What people object, and room for more.
  var dissent: HTML {
    let items = marks.filter { $0.kind == .dissent }.map { mark -> HTML in
      "<li><b><bdi>\(mark.who)</bdi></b> <q dir=\"auto\">\(mark.words)</q> <span class=\"sum\">\(mark.at)\(old(mark))</span></li>\n"
    }
    return """
      <section class="dissent"><h2>Dissent</h2>
      \(items.isEmpty ? "" : "<ul>\n\(items)</ul>")<div class="box" role="img" aria-label="room for dissent"></div></section>

      """
  }

  /// Two signatures, each of a person by name; what is not signed yet is a line.
  var signatures: HTML {
    let signed = marks.filter { $0.kind == .signature }
    let items = signed.map { mark -> HTML in
      "<li><b><bdi>\(mark.who)</bdi></b> <span class=\"sum\">\(mark.at)\(old(mark))</span></li>\n"
    }
    let missing = max(0, 2 - signed.filter(\.isOfThis).count)
    let lines = (0..<missing).map { _ in
      "<li class=\"line\">name <span></span> time <span></span></li>\n" as HTML
    }
    return """
      <section class="signs"><h2>Read and signed by two</h2>
      <ol>
      \(items)\(lines)</ol>
      <p class="sum">A signature says that the file was read, unknowns included; it clears nothing.</p></section>

      """
  }

  private func old(_ mark: Mark) -> HTML {
    mark.isOfThis ? "" : " · <b>of an earlier state of this file, which has changed since</b>"
  }
}
