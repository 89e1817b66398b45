internal import Transparency

/// Each leaf has a proof of its own, which leads to the checkpoint of the bundle.
enum ProofCheck {
  static func check(
    _ files: some BundleFiles, _ bundle: Bundle, _ tree: BundleTree, _ note: SignedNote?, _ manifest: BundleManifest,
    _ report: inout BundleReport
  ) throws {
    for leaf in bundle.leaves {
      let path = BundlePath.proof(leaf.position)
      guard let bytes = try files.bytes(path) else {
        report.note(.proofs, .proofMissing, at: leaf.position, in: path)
        continue
      }
      guard let proof = try? TransparencyProof(parsing: bytes), proof.index == leaf.position,
        note.map({ $0.text == proof.checkpoint.text }) ?? true,
        (try? InclusionProof(index: proof.index, size: manifest.size, path: proof.path)
          .verify(leaf: TreeHash.leaf(leaf.bytes), root: manifest.root)) != nil
      else {
        report.note(.proofs, .proofWrong, at: leaf.position, in: path)
        continue
      }
    }
    report.looked(.proofs, at: bundle.leaves.count)
  }
}
