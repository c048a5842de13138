import PatchworkStore
import PatchworkText
import Testing

@testable import PatchworkSite

@Suite struct OpenAPITests {
  @Test func `the description names every route with its method, role and parameters`() throws {
    let text = Array(OpenAPIDocument.text("patchwork 1.2.3").utf8)
    let document = try text.withUnsafeBufferPointer { try JSONParser.parse($0) }
    #expect(document["openapi"] == .string("3.1.0"))
    #expect(document["info"]?["version"] == .string("1.2.3"))
    var names: Set<String> = []
    for route in Routes.all where route.path != "/" {
      let operation = document["paths"]?[OpenAPIDocument.address(route)]?[
        route.method.rawValue.lowercased()]
      #expect(operation?["operationId"] == .string(route.name), "\(route.path)")
      #expect(operation?["x-role"] == route.role.map { .string($0.rawValue) }, "\(route.path)")
      #expect(names.insert(route.name).inserted, "\(route.name) twice")
      let text = "\(operation ?? .null)"
      for parameter in route.parameters { #expect(text.contains("\"\(parameter.name)\"")) }
    }
  }
}
