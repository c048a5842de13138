// swift-tools-version: 6.2
import PackageDescription

/// What every target of ours is built with.
let settings: [SwiftSetting] = [
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
]

let package = Package(
  name: "patchwork",
  products: [
    .executable(name: "patchwork", targets: ["PatchworkCommand"]),
    .executable(name: "patchwork-train", targets: ["PatchworkTraining"]),
    .library(name: "PatchworkExtraction", targets: ["PatchworkExtraction", "PatchworkRecord"]),
    .library(name: "PatchworkPDF", targets: ["PatchworkPDF"]),
    .library(name: "PatchworkLanguage", targets: ["PatchworkLanguage"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    .package(
      url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
    .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
    .package(url: "https://github.com/apple/swift-nio-ssl", exact: "2.37.6"),
  ],
  targets: [
    .systemLibrary(name: "CPCRE2", pkgConfig: "libpcre2-8", providers: [.apt(["libpcre2-dev"])]),
    .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .systemLibrary(
      name: "CBrotli", pkgConfig: "libbrotlidec", providers: [.apt(["libbrotli-dev"])]),
    .systemLibrary(name: "CZstd", pkgConfig: "libzstd", providers: [.apt(["libzstd-dev"])]),
    .systemLibrary(
      name: "CUchardet", pkgConfig: "uchardet", providers: [.apt(["libuchardet-dev"])]),
    .systemLibrary(
      name: "CPopplerLibrary", pkgConfig: "poppler-cpp", providers: [.apt(["libpoppler-cpp-dev"])]),

    .target(name: "PatchworkText"),
    .target(name: "PatchworkRecord", dependencies: ["PatchworkText", "CCrypto"]),
    .target(name: "PatchworkKernels"),
    .target(
      name: "PatchworkLanguage", dependencies: ["PatchworkText", "PatchworkKernels", "CPCRE2"]),
    .target(
      name: "PatchworkExtraction",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "CLibXML2", "CZlib", "CBrotli", "CZstd", "CUchardet",
      ],
      resources: [.copy("Lexicons")]),
    .target(name: "CPoppler", dependencies: ["CPopplerLibrary"]),
    .target(
      name: "PatchworkPDF",
      dependencies: ["PatchworkText", "PatchworkRecord", "PatchworkExtraction", "CPoppler"]),
    .target(
      name: "PatchworkPlaces", dependencies: ["PatchworkText", "PatchworkRecord", "CZlib"],
      resources: [.copy("Supplement")]),
    .target(
      name: "PatchworkReading",
      dependencies: ["PatchworkText", "PatchworkRecord", "PatchworkLanguage", "PatchworkPlaces"],
      resources: [.copy("Lexicons")]),
    .target(
      name: "PatchworkLinking", dependencies: ["PatchworkText", "PatchworkRecord"],
      resources: [.copy("Lexicons")]),
    .target(
      name: "PatchworkDisclosure", dependencies: ["PatchworkText", "PatchworkRecord"],
      resources: [.copy("Lexicons")]),
    .target(
      name: "PatchworkSituation",
      dependencies: ["PatchworkText", "PatchworkRecord", "PatchworkLinking"],
      resources: [.copy("Lexicons"), .copy("Rules")]),
    .target(
      name: "PatchworkStore",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkLinking", "PatchworkSituation", "CCrypto",
        "CZlib",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .target(
      name: "PatchworkExchange",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkPlaces", "PatchworkLinking",
        "PatchworkSituation", "PatchworkStore", "PatchworkDisclosure", "PatchworkDisplay",
      ],
      resources: [.copy("Lexicons")]),
    .target(
      name: "PatchworkDisplay",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkLinking", "PatchworkSituation",
      ]),
    .target(
      name: "PatchworkSite",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkExtraction", "PatchworkPlaces",
        "PatchworkLinking", "PatchworkSituation", "PatchworkStore", "PatchworkDisplay",
        "PatchworkDisclosure", "PatchworkExchange",
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTLS", package: "hummingbird"),
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
        .product(name: "NIOPosix", package: "swift-nio"),
        .product(name: "NIOSSL", package: "swift-nio-ssl"),
      ],
      resources: [.copy("Assets")]),
    .executableTarget(
      name: "PatchworkCommand",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkLanguage", "PatchworkExtraction",
        "PatchworkPDF", "PatchworkPlaces", "PatchworkReading", "PatchworkLinking",
        "PatchworkSituation", "PatchworkStore", "PatchworkDisclosure", "PatchworkExchange",
        "PatchworkDisplay", "PatchworkSite",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      resources: [.copy("Packages")]),

    .executableTarget(
      name: "PatchworkTraining",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkLanguage", "PatchworkExtraction",
        "PatchworkReading", "PatchworkLinking",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    .target(name: "PatchworkTestSupport", path: "Tests/PatchworkTestSupport"),
    .testTarget(
      name: "PatchworkTextTests", dependencies: ["PatchworkText", "PatchworkTestSupport"]),
    .testTarget(name: "PatchworkRecordTests", dependencies: ["PatchworkText", "PatchworkRecord"]),
    .testTarget(
      name: "PatchworkLanguageTests",
      dependencies: [
        "PatchworkText", "PatchworkLanguage", "PatchworkKernels", "PatchworkTestSupport",
      ],
      resources: [.copy("Golden")]),
    .testTarget(
      name: "PatchworkExtractionTests",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkExtraction", "PatchworkTestSupport",
      ]),
    .testTarget(
      name: "PatchworkPlacesTests",
      dependencies: ["PatchworkText", "PatchworkRecord", "PatchworkPlaces", "PatchworkTestSupport"]),
    .testTarget(
      name: "PatchworkReadingTests",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkLanguage", "PatchworkPlaces",
        "PatchworkReading", "PatchworkTestSupport",
      ],
      resources: [.copy("Fixtures")]),
    .executableTarget(
      name: "PatchworkStoreExercise",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkSituation", "PatchworkStore",
        "PatchworkTestSupport",
      ],
      path: "Tests/PatchworkStoreExercise"),
    .testTarget(
      name: "PatchworkLinkingTests",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkLinking", "PatchworkTestSupport",
      ]),
    .testTarget(
      name: "PatchworkStoreTests",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkLanguage", "PatchworkPlaces",
        "PatchworkExtraction", "PatchworkReading", "PatchworkLinking", "PatchworkSituation",
        "PatchworkStore", "PatchworkStoreExercise", "PatchworkTestSupport",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "PatchworkSituationTests",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkLinking", "PatchworkSituation",
        "PatchworkTestSupport",
      ]),
    .testTarget(
      name: "PatchworkTrainingTests", dependencies: ["PatchworkTraining", "PatchworkLinking"]),
    .testTarget(
      name: "PatchworkDisclosureTests",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkDisclosure", "PatchworkTestSupport",
      ]),
    .testTarget(
      name: "PatchworkExchangeTests",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkLinking", "PatchworkStore",
        "PatchworkDisclosure", "PatchworkExchange", "PatchworkTestSupport",
      ]),
    .testTarget(
      name: "PatchworkCommandTests",
      dependencies: [
        "PatchworkCommand", "PatchworkDisplay", "PatchworkExtraction", "PatchworkLinking",
        "PatchworkPlaces", "PatchworkRecord", "PatchworkStore", "PatchworkText",
      ]),
    .testTarget(
      name: "PatchworkSiteTests",
      dependencies: [
        "PatchworkText", "PatchworkRecord", "PatchworkPlaces", "PatchworkLinking",
        "PatchworkSituation", "PatchworkStore", "PatchworkDisplay", "PatchworkSite",
        "PatchworkTestSupport",
      ]),
    .testTarget(
      name: "PatchworkPDFTests",
      dependencies: ["PatchworkPDF", "PatchworkExtraction", "PatchworkRecord"]),
  ],
  swiftLanguageModes: [.v6]
)

for target in package.targets where target.type != .system {
  target.swiftSettings = (target.swiftSettings ?? []) + settings
}
