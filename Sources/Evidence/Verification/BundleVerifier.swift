internal import Transparency

/// Checks a bundle, in the order in which the specification lists the checks (`events-schema/bundle.md`), and believes nothing
/// that stands in it: what it says is held against the tree, the tree against the log's signature, and that against the keys
/// and checkpoints that the auditor brought.
package struct BundleVerifier<Files: BundleFiles> {
  private let files: Files
  private let trust: BundleTrust
  private var report = BundleReport()

  private init(_ files: Files, _ trust: BundleTrust) {
    self.files = files
    self.trust = trust
  }

  /// - Throws: what reading the files throws, and nothing else. What is wrong with the bundle stands in the report.
  package static func verify(_ files: Files, trust: BundleTrust) throws -> BundleReport {
    var verifier = BundleVerifier(files, trust)
    try verifier.run()
    return verifier.report
  }

  private mutating func run() throws {
    guard let manifest = try manifest() else { return }
    report.manifest = manifest
    try FileCheck.check(files, manifest, &report)
    let (bundle, isRead) = try lines(manifest)
    let keys = logKeys(manifest, bundle)
    let note = try checkpoint(manifest, keys)
    let tree = try BundleTree(files, size: manifest.size, root: manifest.root, &report)
    let walk = try walk(bundle, manifest, tree)
    try ProofCheck.check(files, bundle, tree, note, manifest, &report)
    if manifest.person == nil { StreamEnds.check(walk, manifest, &report) } else { partOfStreams(walk, manifest) }
    report.looked(.times, at: walk.times.count)
    if trust.isKnown == nil { report.skipped(.types, .noMeans) } else { report.looked(.types, at: walk.count) }
    if isRead { SealedCheck.check(bundle, &report) }
    rotations(walk, keys)
    let references = try AnchorCheck(files, manifest, trust, keys, tree).check(walk, &report)
    bracket(walk, manifest, references)
    KnownCheck.check(trust.known, keys, tree, references, &report)
    try page(bundle)
  }

  private mutating func manifest() throws -> BundleManifest? {
    guard let bytes = try files.bytes(BundlePath.manifest) else {
      report.note(.files, .fileMissing, in: BundlePath.manifest)
      return nil
    }
    guard let manifest = BundleManifest(parsing: bytes) else {
      report.note(.files, .manifestMalformed, in: BundlePath.manifest)
      return nil
    }
    return manifest
  }

  private mutating func lines(_ manifest: BundleManifest) throws -> (Bundle, sealedIsRead: Bool) {
    var bundle = Bundle()
    bundle.manifest = manifest
    if let leaves = try files.bytes(BundlePath.leaves).flatMap({ Bundle.leaves(in: $0) }) {
      bundle.leaves = leaves
    } else {
      report.note(.leaves, .leavesMalformed, in: BundlePath.leaves)
    }
    guard let sealed = try files.bytes(BundlePath.sealed).flatMap({ Bundle.sealed(in: $0) }) else {
      report.note(.disclosures, .sealedMalformed, in: BundlePath.sealed)
      return (bundle, false)
    }
    bundle.sealed = sealed
    return (bundle, true)
  }

  /// The keys that may have signed for this log: those given, and whichever these vouch for, or are vouched for by.
  private mutating func logKeys(_ manifest: BundleManifest, _ bundle: Bundle) -> LogKeys {
    report.keyWasGiven = !trust.logKeys.isEmpty
    let given = trust.logKeys.isEmpty ? manifest.keys.prefix(1).compactMap { NoteVerifier(vkey: $0) } : trust.logKeys
    return LogKeys(given, bundle, origin: manifest.origin)
  }

  private mutating func checkpoint(_ manifest: BundleManifest, _ keys: LogKeys) throws -> SignedNote? {
    let path = BundlePath.checkpoint
    report.looked(.checkpoint, at: 1)
    guard let bytes = try files.bytes(path), let note = try? SignedNote(parsing: bytes),
      let checkpoint = try? Checkpoint(parsing: note.text)
    else {
      report.note(.checkpoint, .checkpointMalformed, in: path)
      return nil
    }
    if !keys.haveSigned(note) { report.note(.checkpoint, .checkpointUnsigned, in: path) }
    if checkpoint.origin.text != manifest.origin || checkpoint.size != manifest.size
      || checkpoint.root != manifest.root
    {
      report.note(.checkpoint, .checkpointDiffers, in: path)
    }
    return note
  }

  /// Every leaf of the log where they are all here, or else those of the bundle's streams.
  private mutating func walk(_ bundle: Bundle, _ manifest: BundleManifest, _ tree: BundleTree) throws -> LeafWalk {
    var walk = LeafWalk(manifest, tree, isKnown: trust.isKnown)
    if manifest.whole, tree.isThere {
      var next = 0
      for place in TileCoordinates.all(treeSize: manifest.size) where place.level == 0 {
        let path = place.entriesPath
        guard let entries = try files.bytes(path).flatMap({ EntryBundle.entries(in: $0) }), entries.count == place.width
        else {
          report.note(.leaves, .leavesMalformed, at: next, in: path)
          next += place.width
          continue
        }
        for entry in entries {
          walk.take(next, Array(entry), &report)
          next += 1
        }
      }
      for leaf in bundle.leaves where tree.leaf(leaf.position) != TreeHash.leaf(leaf.bytes) {
        report.note(.leaves, .leafDiffers, at: leaf.position, in: BundlePath.leaves)
      }
    } else {
      for leaf in bundle.leaves { walk.take(leaf.position, leaf.bytes, &report) }
    }
    report.looked(.leaves, at: walk.count)
    return walk
  }

  private mutating func partOfStreams(_ walk: LeafWalk, _ manifest: BundleManifest) {
    report.skipped(.streams, .personsPart)
  }

  /// What people look at says what the files say.
  private mutating func page(_ bundle: Bundle) throws {
    guard let make = trust.page else { return report.skipped(.page, .noMeans) }
    guard let page = try files.bytes(BundlePath.page) else { return report.skipped(.page, .noPage) }
    report.looked(.page, at: 1)
    if (try? make(bundle)) != page { report.note(.page, .pageDiffers, in: BundlePath.page) }
  }

  private mutating func rotations(_ walk: LeafWalk, _ keys: LogKeys) {
    report.looked(.keys, at: walk.rotations.count)
    for rotation in walk.rotations where !keys.accepted.contains(rotation.rotation.key) {
      report.note(.keys, .rotationUnsigned, at: rotation.position)
    }
  }

  private mutating func bracket(_ walk: LeafWalk, _ manifest: BundleManifest, _ references: [Reference]) {
    let times = references.flatMap { reference in
      reference.times.map { TrustedTime(size: reference.size, milliseconds: $0) }
    }
    switch Bracket.check(times, walk.times, tolerance: trust.tolerance, simulated: manifest.simulated) {
    case .simulated: report.skipped(.bracket, .simulated)
    case .noAnchors: report.skipped(.bracket, .noAnchors)
    case .checked(let findings, let bracketed, let open):
      report.looked(.bracket, at: bracketed + open)
      for finding in findings { report.note(.bracket, .recordedOutside, at: finding.position) }
    }
  }
}
