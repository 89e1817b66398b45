/// What stands in a bundle, read and not yet believed.
package struct Bundle: Sendable {
  /// A leaf of `leaves.jsonl`, byte for byte as hashed.
  package struct Leaf: Sendable, Hashable {
    package let position: Int
    package let bytes: [UInt8]

    package init(position: Int, bytes: [UInt8]) {
      self.position = position
      self.bytes = bytes
    }
  }

  /// A line of `disclosures.jsonl`: one sealed field of a leaf.
  package struct SealedLine: Sendable, Hashable {
    package enum Content: Sendable, Hashable {
      /// Base64url of the array of salt, name and value.
      case disclosed(String)
      case withheld(Withheld)
    }

    package enum Withheld: String, Sendable, Hashable {
      /// Not to be shown to whoever the bundle is for.
      case audience
      /// Nobody can open it any more.
      case erased
    }

    package let position: Int
    package let digest: String
    package let content: Content

    package init(position: Int, digest: String, content: Content) {
      self.position = position
      self.digest = digest
      self.content = content
    }
  }

  package var manifest = BundleManifest()
  /// In order of position.
  package var leaves: [Leaf] = []
  /// In order of position and digest.
  package var sealed: [SealedLine] = []

  package init() {}
}
