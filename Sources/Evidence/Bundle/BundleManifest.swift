package import Transparency

/// What a bundle says of itself: `manifest.json`.
package struct BundleManifest: Sendable {
  /// A stream whose leaves are all in the bundle.
  package struct Stream: Sendable, Hashable {
    package var name: String
    /// How many leaves.
    package var count: Int
    /// Base64url SHA-256 of the last one.
    package var head: String

    package init(name: String, count: Int, head: String) {
      self.name = name
      self.count = count
      self.head = head
    }
  }

  package struct File: Sendable, Hashable {
    package var path: String
    package var bytes: Int
    /// In hexadecimal.
    package var sha256: String

    package init(path: String, bytes: Int, sha256: String) {
      self.path = path
      self.bytes = bytes
      self.sha256 = sha256
    }
  }

  package static let format = "talentd bundle 1"

  package var origin = ""
  /// Of the checkpoint, in leaves.
  package var size = 0
  package var root = TreeHash.empty
  /// The log's verifier keys, the first one first.
  package var keys: [String] = []
  package var cohort = ""
  /// In a person's part: the person's alias in the cohort.
  package var person: String?
  /// Whether every leaf of the log is in it.
  package var whole = false
  package var simulated = false
  /// The position of the event of this export.
  package var exported = 0
  package var streams: [Stream] = []
  /// All but `manifest.json`, in order of path.
  package var files: [File] = []

  package init() {}
}
