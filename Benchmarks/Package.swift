// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "benchmarks",
  dependencies: [.package(name: "patchwork", path: "..")],
  targets: [
    .executableTarget(
      name: "LanguageServer",
      dependencies: [.product(name: "PatchworkLanguage", package: "patchwork")])
  ],
  swiftLanguageModes: [.v6]
)
