import Evidence
import EvidencePage
import TimeStamps
import Transparency

/// The bundle's page, made from its other files: the same files give the same page, whoever makes it.
enum BundlePage {
  /// - Throws: what reading the files throws, and `LeafError` where a leaf cannot be read.
  static func html(of bundle: Bundle, _ files: some BundleFiles) throws -> [UInt8] {
    try EvidencePage.html(
      of: bundle,
      proofs: PageProofs(proven: Set(bundle.leaves.map(\.position)), anchors: try anchors(files)))
  }

  /// Whoever signed from outside, by their own word: whose key one trusts is not the page's to say.
  private static func anchors(_ files: some BundleFiles) throws -> [PageProofs.Anchor] {
    var anchors: [PageProofs.Anchor] = []
    for path in files.paths where path.hasPrefix("anchors/") {
      let parts = path.split(separator: "/")
      guard parts.count == 3, let size = Int(parts[1]), let bytes = try files.bytes(path) else { continue }
      if parts[2] == "checkpoint", let note = try? SignedNote(parsing: bytes) {
        for signature in note.signatures {
          guard let time = signature.cosignedAt else { continue }
          anchors.append(PageProofs.Anchor(size: size, time: time * 1000, name: signature.name))
        }
      }
      if parts[2].hasSuffix(".tsr"), let stamp = try? TimeStamp(parsing: bytes) {
        anchors.append(PageProofs.Anchor(size: size, time: stamp.time, name: String(parts[2].dropLast(4))))
      }
    }
    return anchors
  }
}
