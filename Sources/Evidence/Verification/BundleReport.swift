/// What was looked at, in the order of the specification.
package enum BundleCheck: String, Sendable, Hashable, CaseIterable {
  case files, checkpoint, tree, leaves, proofs, streams, times, types, disclosures, keys, anchors, bracket, known, page
}

/// In what way a bundle contradicts itself or what is known of the log. The raw value is stable: other verifiers and the test
/// vectors use it.
package enum BundleFlaw: String, Sendable, Hashable, CaseIterable {
  case manifestMalformed = "manifest-malformed"
  case fileMissing = "file-missing"
  case fileChanged = "file-changed"
  case fileUnknown = "file-unknown"
  case checkpointMalformed = "checkpoint-malformed"
  case checkpointUnsigned = "checkpoint-unsigned"
  case checkpointDiffers = "checkpoint-differs"
  case tileMissing = "tile-missing"
  case tileDiffers = "tile-differs"
  case rootDiffers = "root-differs"
  case leavesMalformed = "leaves-malformed"
  case leafMalformed = "leaf-malformed"
  case leafMisplaced = "leaf-misplaced"
  case leafDiffers = "leaf-differs"
  case originDiffers = "origin-differs"
  case simulationDiffers = "simulation-differs"
  case proofMissing = "proof-missing"
  case proofWrong = "proof-wrong"
  case revisionBroken = "revision-broken"
  case previousDiffers = "previous-differs"
  case streamEndDiffers = "stream-end-differs"
  case exportMissing = "export-missing"
  case timeBackwards = "time-backwards"
  case typeUnknown = "type-unknown"
  case sealedMalformed = "disclosures-malformed"
  case sealedMissing = "disclosure-line-missing"
  case sealedUnknown = "disclosure-line-unknown"
  case disclosureDiffers = "disclosure-differs"
  case erasedWithoutEvent = "erased-without-event"
  case disclosedAfterErasure = "disclosed-after-erasure"
  case rotationUnsigned = "rotation-unsigned"
  case anchorMalformed = "anchor-malformed"
  case anchorUnsigned = "anchor-unsigned"
  case anchorDiffers = "anchor-differs"
  case anchorMissing = "anchor-missing"
  case cosignatureInvalid = "cosignature-invalid"
  case timestampInvalid = "timestamp-invalid"
  case policyUnmet = "policy-unmet"
  case anchorStale = "anchor-stale"
  case recordedOutside = "recorded-outside"
  case knownUnsigned = "known-unsigned"
  case knownLarger = "known-larger"
  case knownDiffers = "known-differs"
  case pageDiffers = "page-differs"
}

/// Why something could not be checked; no fault of the bundle's.
package enum NotChecked: String, Sendable, Hashable, CaseIterable {
  /// A person's part holds no whole stream.
  case personsPart = "persons-part"
  /// No witness's key, policy or authority's certificate was given.
  case noKeysOfOthers = "no-keys-of-others"
  /// Nobody outside has signed anything yet.
  case noAnchors = "no-anchors"
  /// The times of a simulated log are played.
  case simulated
  /// No checkpoint from elsewhere was given.
  case nothingKnown = "nothing-known"
  /// The bundle has no page.
  case noPage = "no-page"
  /// The verifier was not told how.
  case noMeans = "no-means"
}

/// What verifying a bundle found.
package struct BundleReport: Sendable {
  package struct Finding: Sendable, Hashable {
    package let check: BundleCheck
    package let flaw: BundleFlaw
    /// The event that it concerns; for what concerns many, the first that nothing vouches for.
    package let position: Int?
    /// The file that it concerns.
    package let path: String?
  }

  package struct Outcome: Sendable, Hashable {
    package let check: BundleCheck
    /// How many were looked at: files, tiles, leaves, lines, anchors; by the check.
    package var count = 0
    package var notChecked: NotChecked?
  }

  /// What somebody outside signed.
  package struct Anchor: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable {
      case cosignature, timestamp
    }

    package let size: Int
    package let name: String
    package let kind: Kind
    /// Milliseconds since 1970; nil where nobody vouches for the signature here.
    package let time: Int64?
  }

  package internal(set) var manifest: BundleManifest?
  package internal(set) var outcomes: [Outcome] = []
  /// In the order of discovery, the first 1,000.
  package private(set) var findings: [Finding] = []
  package private(set) var findingCount = 0
  package internal(set) var anchors: [Anchor] = []
  /// So many leaves are vouched for by the policy or, without one, by anyone whose key was given; 0 where none is.
  package internal(set) var anchoredSize = 0
  /// When, in milliseconds since 1970.
  package internal(set) var anchoredTime: Int64?
  /// Whether the log's key came by another way than the bundle.
  package internal(set) var keyWasGiven = false
  /// Sealed fields that were disclosed and agree, and those that are withheld or erased.
  package internal(set) var disclosed = 0
  package internal(set) var withheld = 0
  package internal(set) var erased = 0

  package static let findingLimit = 1000

  package var isIntact: Bool { findingCount == 0 }

  mutating func note(_ check: BundleCheck, _ flaw: BundleFlaw, at position: Int? = nil, in path: String? = nil) {
    findingCount += 1
    guard findings.count < Self.findingLimit else { return }
    findings.append(Finding(check: check, flaw: flaw, position: position, path: path))
  }

  mutating func looked(_ check: BundleCheck, at count: Int) {
    outcomes.append(Outcome(check: check, count: count))
  }

  mutating func skipped(_ check: BundleCheck, _ reason: NotChecked) {
    outcomes.append(Outcome(check: check, notChecked: reason))
  }

  package func failed(_ check: BundleCheck) -> Bool { findings.contains { $0.check == check } }
}
