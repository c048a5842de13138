// swift-tools-version: 6.2
import PackageDescription

/// Fuzzers; built and run by `Fuzz/run.sh`.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "patchwork", path: "..")],
  targets: [
    ("Archives", "PatchworkExtraction"), ("Doors", "PatchworkExtraction"),
    ("Encodings", "PatchworkExtraction"), ("Feeds", "PatchworkExtraction"),
    ("Imprints", "PatchworkExtraction"), ("Mails", "PatchworkExtraction"),
    ("Metadata", "PatchworkExtraction"), ("ModelFiles", "PatchworkLanguage"),
    ("Pages", "PatchworkExtraction"), ("PDFs", "PatchworkPDF"),
    ("ReportLines", "PatchworkExtraction"), ("Tags", "PatchworkExtraction"),
    ("Texts", "PatchworkLanguage"),
  ].map { name, product -> Target in
    .executableTarget(
      name: name,
      dependencies: [.product(name: product, package: "patchwork")]
        + (product == "PatchworkExtraction" ? ["Checks"] : []),
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  } + [
    .target(
      name: "Checks", dependencies: [.product(name: "PatchworkExtraction", package: "patchwork")])
  ],
  swiftLanguageModes: [.v6]
)
