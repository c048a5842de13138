// swift-tools-version: 6.2
import PackageDescription

/// Fuzzers; built and run by `Fuzz/run.sh`.
let package = Package(
  name: "fuzz",
  dependencies: [.package(name: "patchwork", path: "..")],
  targets: ["ModelFiles", "Texts"].map { name in
    .executableTarget(
      name: name, dependencies: [.product(name: "PatchworkLanguage", package: "patchwork")],
      swiftSettings: [.unsafeFlags(["-parse-as-library"])])
  },
  swiftLanguageModes: [.v6]
)
