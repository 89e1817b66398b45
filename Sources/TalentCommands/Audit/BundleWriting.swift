import Evidence
import Glibc
import TalentDomain
import TalentInterface
import Transparency

/// Writes a bundle, as its pieces come, into a folder that nobody else may read.
final class BundleWriting {
  private let folder: String
  private var made: Set<String> = []
  private var taken: Set<String> = []
  private var open: (path: String, bytes: [UInt8])?
  private var manifest: BundleManifest?
  private var files: [BundleManifest.File] = []

  /// The folder is made when the first piece comes.
  /// - Throws: where the folder has something in it already.
  init(_ folder: String) throws {
    self.folder = folder
    guard try access(folder, F_OK) != 0 || BundleFolder(folder).paths.isEmpty else {
      throw Failure.noInput(
        Bilingual(
          da: "Mappen \(folder) er ikke tom. Vælg en ny, så intet bliver blandet sammen.",
          en: "The folder \(folder) is not empty. Choose a new one, so that nothing is mixed up."))
    }
  }

  func take(_ piece: BundlePiece) throws {
    let path = piece.path.value
    guard let bytes = Base64.decode(piece.bytes.value), BundlePath.isAllowed(path) else {
      throw BundleWriting.malformed
    }
    if open?.path != path {
      try flush()
      open = (path, [])
    }
    open?.bytes += bytes
  }

  /// What has come, all of it: the bundle's contents and its files.
  func written() throws -> (Bundle, BundleFolder) {
    try flush()
    let files = try BundleFolder(folder)
    guard let manifest, let leaves = try files.bytes(BundlePath.leaves).flatMap({ Bundle.leaves(in: $0) }),
      let sealed = try files.bytes(BundlePath.sealed).flatMap({ Bundle.sealed(in: $0) })
    else { throw BundleWriting.malformed }
    var bundle = Bundle()
    bundle.manifest = manifest
    bundle.leaves = leaves
    bundle.sealed = sealed
    return (bundle, files)
  }

  /// A file of our own making, beside those that came.
  func add(_ path: String, _ bytes: [UInt8]) throws {
    try flush()
    try write(path, bytes)
  }

  /// The list of files comes last, so that a bundle without one is a bundle that was not finished.
  func finish() throws {
    try flush()
    guard var manifest else { throw BundleWriting.malformed }
    manifest.files = files.sorted { $0.path < $1.path }
    try OutputFile.write(manifest.bytes, to: "\(folder)/\(BundlePath.manifest)", mode: 0o600)
  }

  private func flush() throws {
    guard let file = open else { return }
    open = nil
    if file.path == BundlePath.manifest {
      guard let read = BundleManifest(parsing: file.bytes) else { throw BundleWriting.malformed }
      manifest = read
    } else {
      try write(file.path, file.bytes)
    }
  }

  private func write(_ path: String, _ bytes: [UInt8]) throws {
    // A path that comes back after another has come between is a fault of whoever sends.
    guard taken.insert(path).inserted else { throw BundleWriting.malformed }
    var folder = self.folder
    if made.insert(folder).inserted {
      try OutputFile.makeFolder(folder)
      // It may be one that others can read; what comes into it is not for them.
      chmod(folder, 0o700)
    }
    for part in path.split(separator: "/").dropLast() {
      folder += "/\(part)"
      if made.insert(folder).inserted { try OutputFile.makeFolder(folder) }
    }
    try OutputFile.write(bytes, to: "\(self.folder)/\(path)", mode: 0o600)
    files.append(BundleManifest.File(path: path, bytes: bytes.count, sha256: Hash(of: bytes).hex))
  }

  private static let malformed = Failure(
    .internalFailure, "Malformed",
    [
      Bilingual(
        da: "Bevispakken har en form, som talentctl ikke kender: er udgaverne forskellige?",
        en: "The bundle has a form that talentctl does not know: do the versions differ?")
    ])
}
