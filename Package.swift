// swift-tools-version: 6.2
import PackageDescription

// Data goes one way: Runner → Reports → Forecast → Analytics → LinearAlgebra → CBLAS.
// Synthetic stands beside: Runner → Synthetic → Analytics, and so does the writer of workbooks:
// Reports → Spreadsheets → CXLSXWriter. An edge may skip a step; none goes back. `make check`
// holds every import to this list.

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
  name: "outturn",
  products: [
    .library(name: "Analytics", targets: ["Analytics"]),
    .library(name: "Forecast", targets: ["Forecast"]),
    .executable(name: "outturn", targets: ["Runner"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
  ],
  targets: [
    .systemLibrary(
      name: "CBLAS", pkgConfig: "openblas",
      providers: [.apt(["libopenblas-dev", "liblapacke-dev"])]),
    .systemLibrary(
      name: "CCrypto", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
    .systemLibrary(name: "CMalloc"),
    .systemLibrary(
      name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),
    .target(name: "LinearAlgebra", dependencies: ["CBLAS"], swiftSettings: strict),
    .target(name: "Analytics", dependencies: ["LinearAlgebra"], swiftSettings: strict),
    .target(
      name: "Forecast", dependencies: ["Analytics", "LinearAlgebra"],
      resources: [.embedInCode("Pooled/shipped-prior.json")], swiftSettings: strict),
    .target(name: "Spreadsheets", dependencies: ["CXLSXWriter"], swiftSettings: strict),
    .target(name: "Synthetic", dependencies: ["Analytics"], swiftSettings: strict),
    .target(
      name: "Reports", dependencies: ["Analytics", "Forecast", "Spreadsheets"],
      resources: [
        .embedInCode("Charts/charts.css"), .embedInCode("Page/page.css"),
        .embedInCode("Page/page.js"),
      ], swiftSettings: strict),
    .executableTarget(
      name: "Runner",
      dependencies: [
        "Analytics", "Forecast", "LinearAlgebra", "Reports", "Spreadsheets", "Synthetic",
        "CCrypto", "CMalloc", "CZlib",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.embedInCode("Pages")], swiftSettings: strict),
    .testTarget(
      name: "LinearAlgebraTests", dependencies: ["LinearAlgebra"], swiftSettings: strict),
    .testTarget(name: "AnalyticsTests", dependencies: ["Analytics"], swiftSettings: strict),
    .testTarget(
      name: "ForecastTests", dependencies: ["Forecast", "Analytics", "LinearAlgebra"],
      swiftSettings: strict),
    .testTarget(
      name: "ReportsTests", dependencies: ["Reports", "Forecast", "Analytics", "Spreadsheets"],
      swiftSettings: strict),
    .testTarget(
      name: "SpreadsheetsTests", dependencies: ["Spreadsheets"], swiftSettings: strict),
    .testTarget(
      name: "SyntheticTests", dependencies: ["Synthetic", "Analytics"], swiftSettings: strict),
    .testTarget(
      name: "RunnerTests",
      dependencies: ["Runner", "Reports", "Analytics"],
      exclude: ["DemoCity", "Errors", "Nasty"], swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
