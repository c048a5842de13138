// swift-tools-version: 6.2
import PackageDescription

/// Fuzzers; built and run by `Fuzz/run.sh`.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "patchwork", path: "..")],
  targets: [
    ("Doors", "PatchworkExtraction"), ("ModelFiles", "PatchworkLanguage"),
    ("Pages", "PatchworkExtraction"),
    ("PDFs", "PatchworkPDF"), ("ReportLines", "PatchworkExtraction"),
    ("Texts", "PatchworkLanguage"),
  ].map { name, product in
    .executableTarget(
      name: name, dependencies: [.product(name: product, package: "patchwork")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  },
  swiftLanguageModes: [.v6]
)
