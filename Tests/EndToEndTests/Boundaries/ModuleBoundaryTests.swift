import Testing

/// Who may know whom is what Package.swift says, and nothing that a build happens to find beside it.
struct ModuleBoundaryTests {
  /// What comes with the machine and the language.
  private static let platform: Set<String> = ["Dispatch", "Glibc", "Synchronization"]
  /// Bytes, proofs and the programme: no input or output, no clock, no chance.
  private static let pure: Set<String> = [
    "StrictJSON", "Transparency", "TalentDomain", "Leaves", "Evidence", "History", "EventWords", "EvidencePage",
    "Papers",
  ]
  /// Modules that a product brings under another name than its own.
  private static let brought = ["GRDB": ["GRDBSQLite"]]

  /// Imports of a module that it may not have, with the files.
  private static func violations(
    of module: Manifest.Module, in imports: [String: [String]]
  ) -> [String: [String]] {
    var allowed = module.modules.union(module.products).union(["Swift"])
    for product in module.products { allowed.formUnion(brought[product] ?? []) }
    if !pure.contains(module.name) { allowed.formUnion(platform) }
    return imports.filter { !allowed.contains($0.key) }
  }

  @Test func `a module imports what Package.swift lists for it, and a pure one nothing of the machine`() throws {
    let manifest = try Manifest()
    #expect(manifest.shipped.count > 10)
    for module in manifest.shipped {
      let imports = try SourceImports.modules(below: "\(Manifest.folder)/Sources/\(module.name)")
      #expect(ModuleBoundaryTests.violations(of: module, in: imports) == [:], "\(module.name)")
    }
  }

  @Test func `what Package.swift lists for a module is imported there`() throws {
    for module in try Manifest().shipped {
      let imports = try SourceImports.modules(below: "\(Manifest.folder)/Sources/\(module.name)")
      #expect(module.modules.union(module.products).subtracting(imports.keys) == [], "\(module.name)")
    }
  }

  @Test func `every folder of Sources is a module, and every module has one`() throws {
    let folders = Set(try Files.names(in: "\(Manifest.folder)/Sources"))
    #expect(folders == Set(try Manifest().shipped.map(\.name)))
  }

  @Test func `the pure modules know each other at most, and a cipher`() throws {
    let manifest = try Manifest()
    for name in ModuleBoundaryTests.pure {
      #expect(manifest.reach(of: name).subtracting(ModuleBoundaryTests.pure).isSubset(of: ["Crypto"]), "\(name)")
    }
  }

  @Test func `the command line knows neither the log nor a database`() throws {
    let manifest = try Manifest()
    let kept: Set = ["EventLog", "Projections", "TalentService", "GRDB"]
    #expect(manifest.reach(of: "talentctl").intersection(kept) == [])
    #expect(manifest.reach(of: "talentd").isSuperset(of: kept))
  }

  @Test(arguments: ["Leaves", "Evidence", "EventLog", "Varlink", "Transparency"])
  func `what anyone could use knows no word of talent`(name: String) throws {
    #expect(try Manifest().reach(of: name).filter { $0.hasPrefix("Talent") || $0 == "Projections" } == [])
  }

  @Test(arguments: [
    "import Foundation", "  import FoundationEssentials", "@preconcurrency import Foundation",
    "package import Foundation", "internal import struct Foundation.Data", "import Foundation.NSDate",
    "import StrictJSON; import Glibc", "@_exported public import Dispatch", "import GRDB", "import EventLog",
    "private import class GRDB.DatabaseQueue", "import func Glibc.open", "#if os(Linux)\nimport Glibc\n#endif",
  ])
  func `a planted violation is seen`(source: String) throws {
    let domain = try #require(try Manifest().modules["TalentDomain"])
    try withFolder { folder in
      let kept = "import StrictJSON\n\nlet important = 1 // import nothing\n"
      try Files.write(Array(kept.utf8), to: "\(folder)/Kept.swift")
      let before = try SourceImports.modules(below: folder)
      #expect(ModuleBoundaryTests.violations(of: domain, in: before) == [:])
      try Files.write(Array("// A file.\n\(source)\n\nlet x = 1\n".utf8), to: "\(folder)/Planted.swift")
      let violations = ModuleBoundaryTests.violations(of: domain, in: try SourceImports.modules(below: folder))
      #expect(violations.count == 1)
      #expect(violations.values.first == ["\(folder)/Planted.swift"])
    }
  }
}
