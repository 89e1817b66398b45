import Evidence
import StrictJSON
import Transparency

/// A bundle that talentctl wrote, read without its help.
struct ExportedFolder: BundleFiles {
  let path: String

  func bytes(_ file: String) throws -> [UInt8]? { try? Files.read("\(path)/\(file)") }

  var paths: [String] { (try? manifest().files.map(\.path)) ?? [] }

  func manifest() throws -> BundleManifest {
    guard let manifest = BundleManifest(parsing: try Files.read("\(path)/\(BundlePath.manifest)")) else {
      throw Trouble("the manifest cannot be read")
    }
    return manifest
  }

  func leaves() throws -> [JSON] {
    let bytes = try Files.read("\(path)/\(BundlePath.leaves)")
    return try (Bundle.leaves(in: bytes) ?? []).map { try JSON(parsing: $0.bytes) }
  }

  func sealed() throws -> [Bundle.SealedLine] {
    Bundle.sealed(in: try Files.read("\(path)/\(BundlePath.sealed)")) ?? []
  }

  /// What the disclosures say, all together.
  func disclosed() throws -> [Disclosure] {
    try sealed().compactMap { line in
      guard case .disclosed(let encoded) = line.content else { return nil }
      return Disclosure(encoded: encoded)
    }
  }

  var types: Set<String> {
    get throws { Set(try leaves().compactMap { $0["type"]?.string }) }
  }
}
