internal import Leaves
internal import Transparency

/// What others signed of earlier checkpoints, held against the tree, and the checkpoint of the bundle itself.
struct AnchorCheck<Files: BundleFiles> {
  private let files: Files
  private let manifest: BundleManifest
  private let trust: BundleTrust
  private let keys: LogKeys
  private let tree: BundleTree

  init(_ files: Files, _ manifest: BundleManifest, _ trust: BundleTrust, _ keys: LogKeys, _ tree: BundleTree) {
    self.files = files
    self.manifest = manifest
    self.trust = trust
    self.keys = keys
    self.tree = tree
  }

  /// - Returns: the sizes at which somebody's word binds the tree, in order.
  func check(_ walk: LeafWalk, _ report: inout BundleReport) throws -> [Reference] {
    var references: [Reference] = []
    var cosigned: [Int: SignedNote] = [:]
    for size in sizes {
      guard let note = try anchoredNote(size, &report) else { continue }
      let agrees = size <= tree.size && tree.root(size: size) == note.checkpoint.root
      if !agrees {
        report.note(.anchors, .anchorDiffers, at: references.vouched(before: size), in: BundlePath.note(size))
      }
      cosigned[size] = try cosignedNote(size, note.signed, &report)
      let times = cosigned[size].map { cosignatures(size, note.signed, $0, &report) } ?? []
      let stamps = try timestamps(size, &report)
      references.append(Reference(size: size, agrees: agrees, times: agrees ? times + stamps : []))
    }
    try leavesAgree(walk.anchored, &report)
    judge(cosigned, references, walk, &report)
    return references
  }

  private var sizes: [Int] {
    let sizes = files.paths.compactMap { path -> Int? in
      let parts = path.split(separator: "/")
      return parts.count == 3 && parts[0] == "anchors" ? Int(parts[1]) : nil
    }
    return Set(sizes).sorted()
  }

  private func anchoredNote(
    _ size: Int, _ report: inout BundleReport
  ) throws -> (signed: SignedNote, checkpoint: Checkpoint)? {
    let path = BundlePath.note(size)
    guard let bytes = try files.bytes(path), let note = try? SignedNote(parsing: bytes),
      let checkpoint = try? Checkpoint(parsing: note.text), checkpoint.size == size
    else {
      report.note(.anchors, .anchorMalformed, in: path)
      return nil
    }
    if !keys.haveSigned(note) || checkpoint.origin.text != manifest.origin {
      report.note(.anchors, .anchorUnsigned, in: path)
    }
    return (note, checkpoint)
  }

  // MARK: Witnesses

  private var witnesses: [NoteVerifier] { trust.witnessKeys + (trust.policy?.witnesses.map(\.verifier) ?? []) }

  private func cosignedNote(_ size: Int, _ note: SignedNote, _ report: inout BundleReport) throws -> SignedNote? {
    let path = BundlePath.cosigned(size)
    guard let bytes = try files.bytes(path) else { return nil }
    guard let cosigned = try? SignedNote(parsing: bytes), cosigned.text == note.text else {
      report.note(.anchors, .anchorMalformed, in: path)
      return nil
    }
    return cosigned
  }

  /// When each witness whose key is known cosigned, in milliseconds since 1970.
  private func cosignatures(
    _ size: Int, _ note: SignedNote, _ cosigned: SignedNote, _ report: inout BundleReport
  ) -> [Int64] {
    var valid: [NoteSignature] = []
    do {
      valid = try cosigned.verified(by: witnesses)
    } catch NoteError.noKnownSignature {
      valid = []
    } catch {
      report.note(.anchors, .cosignatureInvalid, in: BundlePath.cosigned(size))
    }
    let trusted = Set(valid.map(\.keyID))
    for signature in cosigned.signatures where !note.signatures.contains(where: { $0.keyID == signature.keyID }) {
      let time = trusted.contains(signature.keyID) ? signature.cosignedAt.map { $0 * 1000 } : nil
      report.anchors.append(
        BundleReport.Anchor(size: size, name: signature.name, kind: .cosignature, time: time))
    }
    return valid.compactMap { $0.cosignedAt.map { $0 * 1000 } }
  }

  // MARK: Time-stamps

  private func timestamps(_ size: Int, _ report: inout BundleReport) throws -> [Int64] {
    guard let data = try files.bytes(BundlePath.note(size)) else { return [] }
    var times: [Int64] = []
    for path in files.paths where path.hasPrefix("anchors/\(size)/") && path.hasSuffix(".tsr") {
      guard let response = try files.bytes(path) else { continue }
      let time = trust.timestamps?(response, data)
      if trust.timestamps != nil, time == nil { report.note(.anchors, .timestampInvalid, in: path) }
      if let time { times.append(time) }
      let name = path.split(separator: "/")[2].dropLast(4)
      report.anchors.append(BundleReport.Anchor(size: size, name: String(name), kind: .timestamp, time: time))
    }
    return times
  }

  // MARK: Together

  /// Whatever the record says was anchored is here.
  private func leavesAgree(_ leaves: [AnchoredLeaf], _ report: inout BundleReport) throws {
    for leaf in leaves {
      var isHere = try files.bytes(BundlePath.note(leaf.size)) == Array(leaf.note.utf8)
      if let line = leaf.cosignature {
        let cosigned = try files.bytes(BundlePath.cosigned(leaf.size)).map { String(decoding: $0, as: UTF8.self) }
        isHere = isHere && cosigned?.contains(line + "\n") == true
      }
      if let response = leaf.timestamp {
        isHere = try isHere && files.bytes(BundlePath.timestamp(leaf.size, leaf.name)) == Base64.decode(response)
      }
      if !isHere { report.note(.anchors, .anchorMissing, at: leaf.position) }
    }
  }

  private func judge(
    _ cosigned: [Int: SignedNote], _ references: [Reference], _ walk: LeafWalk, _ report: inout BundleReport
  ) {
    guard !witnesses.isEmpty || trust.timestamps != nil else { return report.skipped(.anchors, .noKeysOfOthers) }
    report.looked(.anchors, at: report.anchors.count)
    for reference in references where reference.agrees {
      let verdict = cosigned[reference.size].flatMap { trust.policy?.verdict(on: $0) }
      let time = trust.policy == nil ? reference.times.min() : verdict?.time.map { $0 * 1000 }
      guard let time, reference.size >= report.anchoredSize else { continue }
      report.anchoredSize = reference.size
      report.anchoredTime = time
    }
    guard trust.policy != nil else { return }
    guard let time = report.anchoredTime else {
      return report.note(.anchors, .policyUnmet, at: report.anchoredSize)
    }
    // The times of a simulated log are played: an age cannot be told.
    guard !manifest.simulated, let exported = walk.times.last(where: { $0.position <= manifest.exported }) else {
      return
    }
    if exported.milliseconds - time > trust.anchorAge { report.note(.anchors, .anchorStale, at: report.anchoredSize) }
  }
}
