// swift-tools-version: 6.2
import PackageDescription

// One line a module, in the order in which each may know the ones before it. The map of who may know whom is also a
// test (`ModuleBoundaryTests`): what is not listed here cannot be imported.

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .treatAllWarnings(as: .error),
]

func module(
  _ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = [], resources: [Resource] = []
) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, resources: resources, swiftSettings: settings)
}

func program(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .executableTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

let asn1 = Target.Dependency.product(name: "SwiftASN1", package: "swift-asn1")
let certificates = Target.Dependency.product(name: "X509", package: "swift-certificates")
let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let sqlite = Target.Dependency.product(name: "GRDB", package: "GRDB.swift")
let log = Target.Dependency.product(name: "Logging", package: "swift-log")
let nio: [Target.Dependency] = [
  .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOPosix", package: "swift-nio"),
]
let http: [Target.Dependency] = [
  .product(name: "AsyncHTTPClient", package: "async-http-client"),
  .product(name: "NIOCore", package: "swift-nio"), .product(name: "NIOHTTP1", package: "swift-nio"),
]
let arguments = Target.Dependency.product(name: "ArgumentParser", package: "swift-argument-parser")
let lifecycle: [Target.Dependency] = [
  .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
  .product(name: "UnixSignals", package: "swift-service-lifecycle"),
]
let configuration = Target.Dependency.product(name: "Configuration", package: "swift-configuration")
let mustache = Target.Dependency.product(name: "Mustache", package: "swift-mustache")
let yaml = Target.Dependency.product(name: "Yams", package: "Yams")
let system = Target.Dependency.product(name: "SystemPackage", package: "swift-system")

let package = Package(
  name: "talentd",
  products: [
    .executable(name: "talentd", targets: ["talentd"]),
    .executable(name: "talentctl", targets: ["talentctl"]),
    .executable(name: "talent-anchor", targets: ["talent-anchor"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-asn1", from: "1.7.4"),
    .package(url: "https://github.com/apple/swift-certificates", from: "1.21.1"),
    .package(
      url: "https://github.com/apple/swift-configuration", from: "1.4.0",
      traits: ["YAML", "CommandLineArguments"]),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
    .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
    .package(url: "https://github.com/swift-server/async-http-client", from: "1.37.0"),
    .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
  ],
  targets: [
    // The pure part: bytes, proofs, the programme and its rules. No input or output, no clock, no chance.
    module("StrictJSON"),
    module("Transparency", ["StrictJSON", crypto]),
    module("TalentDomain", ["StrictJSON"]),
    module("Leaves", ["StrictJSON"]),
    module("Evidence", ["StrictJSON", "Transparency", "Leaves"]),
    module("History", ["StrictJSON", "TalentDomain", "Leaves"]),
    module("EventWords", ["TalentDomain"], resources: [.embedInCode("Assets")]),
    module(
      "EvidencePage",
      ["StrictJSON", "Transparency", "TalentDomain", "Leaves", "Evidence", "History", "EventWords"],
      resources: [.embedInCode("Assets")]),
    module("Papers", ["TalentDomain"], resources: [.embedInCode("Assets")]),
    module("TimeStamps", ["Leaves", asn1, certificates, crypto]),

    // The record: an append-only log, and what is computed from it.
    .target(name: "CPlatform"),
    module("CivilTime", ["CPlatform", "TalentDomain"]),
    module("EventLog", ["StrictJSON", "Transparency", "Leaves", crypto, sqlite]),
    module(
      "Projections", ["StrictJSON", "TalentDomain", "Leaves", "History", "EventWords", "EventLog", crypto, sqlite]),

    // What people print and send.
    module("Letters", ["StrictJSON", "Transparency", "TalentDomain", crypto, mustache]),

    // The socket.
    module("Varlink", ["CPlatform", "StrictJSON"] + nio),
    module("TalentInterface", ["StrictJSON", "TalentDomain"]),

    // The service and its command line.
    module(
      "TalentService",
      [
        "CPlatform", "StrictJSON", "Transparency", "TalentDomain", "Leaves", "Evidence", "History", "EventWords",
        "TimeStamps", "CivilTime", "EventLog", "Projections", "Letters", "Varlink", "TalentInterface", crypto, log,
        configuration, system, yaml,
      ] + lifecycle),
    module(
      "TalentCommands",
      [
        "CPlatform", "StrictJSON", "Transparency", "TalentDomain", "Leaves", "Evidence", "EvidencePage", "TimeStamps",
        "History", "EventWords", "CivilTime", "Papers", "Varlink", "TalentInterface", arguments,
      ]),
    module(
      "Anchoring",
      [
        "StrictJSON", "Transparency", "TalentDomain", "Evidence", "TimeStamps", "Varlink", "TalentInterface",
        configuration, system,
      ] + http),
    program("talentd", ["TalentService"]),
    program("talent-anchor", ["Anchoring"]),
    program("talentctl", ["TalentCommands"]),

    // Modules on their own, with chance that comes again by its seed.
    .target(name: "Seeded", path: "Tests/Seeded", swiftSettings: settings),
    tests("StrictJSONTests", ["StrictJSON", "Seeded"]),
    tests(
      "TransparencyTests", ["StrictJSON", "Transparency", "Seeded", crypto], exclude: ["merkle-vectors.txt"]),
    tests("TimeStampsTests", ["TimeStamps"]),
    tests("TalentDomainTests", ["StrictJSON", "TalentDomain", "Seeded"]),
    tests("AnchoringTests", ["Transparency", "Anchoring"]),
    tests("EvidenceTests", ["StrictJSON", "Transparency", "Leaves", "Evidence", "Seeded", crypto]),
    tests("EventWordsTests", ["TalentDomain", "EventWords"]),
    tests("EvidencePageTests", ["StrictJSON", "TalentDomain", "EventWords", "EvidencePage"]),
    tests("PapersTests", ["TalentDomain", "Papers"]),
    tests("CivilTimeTests", ["TalentDomain", "CivilTime"]),
    tests(
      "EventLogTests", ["StrictJSON", "Transparency", "Leaves", "EventLog", crypto, sqlite], exclude: ["format-1"]),
    // A disk that loses power and makes errors: SQLite's default VFS in the test program, and the C library's own calls.
    .target(name: "CFaultyDisk", path: "Tests/FaultyDisk", linkerSettings: [.linkedLibrary("sqlite3")]),
    tests("PowerLossTests", ["StrictJSON", "EventLog", "Projections", "CFaultyDisk", "Seeded", sqlite]),
    tests(
      "ProjectionsTests",
      [
        "StrictJSON", "TalentDomain", "Leaves", "History", "EventWords", "EventLog", "Projections", "Seeded", sqlite,
      ]),
    tests("LettersTests", ["StrictJSON", "TalentDomain", "Letters"]),
    tests("VarlinkTests", ["CPlatform", "StrictJSON", "Varlink", "Seeded"] + nio, exclude: ["python"]),
    tests(
      "TalentServiceTests",
      [
        "StrictJSON", "TalentDomain", "Evidence", "CivilTime", "EventLog", "Projections", "Letters", "TalentInterface",
        "TalentService",
      ]),
    tests(
      "TalentCommandsTests",
      [
        "StrictJSON", "TalentDomain", "CivilTime", "TalentInterface", "Varlink", "TalentCommands", "Seeded", arguments,
      ]),

    // Whole processes, by different users of the operating system.
    tests(
      "EndToEndTests",
      [
        "CPlatform", "StrictJSON", "Transparency", "TalentDomain", "CivilTime", "TalentInterface", "Varlink", "Leaves",
        "Evidence", "History", "EvidencePage", "EventLog", "Seeded", crypto, "talentd", "talentctl", "talent-anchor",
      ],
      exclude: ["Anchors/python", "Harness/README.md", "Interop/python", "go", "python", "matrix.csv"]),

    // A year of several cohorts by hundreds of hands, held against a model: `make simulate`.
    tests(
      "SimulationTests",
      [
        "CPlatform", "StrictJSON", "Transparency", "TalentDomain", "CivilTime", "Leaves", "EventLog", "Projections",
        "Varlink", "TalentInterface", "TalentService", "Seeded", log,
      ],
      exclude: ["README.md"]),

    // How fast: `make bench`. Not shipped.
    .executableTarget(
      name: "talent-bench",
      dependencies: [
        "CPlatform", "StrictJSON", "TalentDomain", "Leaves", "History", "EventLog", "Projections", "Varlink",
        "TalentInterface", "Seeded",
      ],
      path: "Tests/Bench/Sources", swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6]
)
