import CPlatform
import EventLog
import Evidence
import TalentDomain
import TalentInterface
import TimeStamps
import Transparency

// What `talent-anchor` takes and hands back. It is not believed: the service checks what others are said to have signed before
// it keeps it.
extension Daemon {
  func checkpointForAnchoring(_ query: CheckpointForAnchoring) async throws -> CheckpointToAnchor {
    // The register before anything is signed: what is due is not made by asking.
    let register = published.read().anchors
    let isDue = isAnchoringDue(register)
    if query.size == nil { _ = try await writer.submit(.checkpoint) }
    guard let checkpoint = try signedCheckpoint(query.size) else { throw Refusal.notFound }
    var answer = CheckpointToAnchor()
    answer.due = isDue
    answer.earlier = try earlierSizes(before: checkpoint.size)
    answer.known = register.reached.map { name, size in
      var known = WitnessedSize()
      (known.name, known.size) = (Line(name), size)
      return known
    }
    answer.note = Document(checkpoint.note)
    answer.size = checkpoint.size
    guard let from = query.from else { return answer }
    guard from >= 0, from <= checkpoint.size else {
      throw Refusal.invalid(Fault(.outOfRange(0...checkpoint.size), at: ["from"]))
    }
    answer.proof = try log.reader().consistencyProof(from: from, to: checkpoint.size).path
      .compactMap { Digest(Base64URL.encode($0.bytes)) }
    return answer
  }

  /// The newest one, or that of a size.
  private func signedCheckpoint(_ size: Int?) throws -> SignedCheckpoint? {
    guard let size else { return log.latestCheckpoint }
    guard size >= 0, size <= log.size, let found = try log.reader().checkpoint(atLeast: size), found.size == size else {
      return nil
    }
    return found
  }

  /// Whether there is something that too few have signed, or nobody has said for long that there is nothing.
  func isAnchoringDue(_ register: AnchorRegister) -> Bool {
    guard let satisfied = register.satisfied, register.lacking.isEmpty,
      register.late(settings.anchor.authorityNames).isEmpty
    else { return true }
    let age = talent_realtime_ms() - satisfied.time.milliseconds
    return register.waiting(published.read().size) > 0 || age > Int64(settings.anchor.warnHours) * 3_600_000 / 2
  }

  /// Those before a turning point that nobody has signed yet, as long as it is not too late for them.
  private func earlierSizes(before size: Int) throws -> [Int] {
    let register = published.read().anchors
    return try beforeTurningPoints.sizes.filter {
      guard $0 < size, register.bySize[$0] == nil else { return false }
      let next = try log.reader().recordedTime(at: $0)
      return settings.simulate || talent_realtime_ms() - next < Bracket.usualTolerance / 2
    }
  }

  func keep(_ query: KeepAnchor, by caller: Caller) async throws -> AnchorKept {
    guard let checkpoint = try signedCheckpoint(query.size) else { throw AnchorFault.noCheckpoint }
    var fact = CheckpointAnchored()
    fact.note = Document(checkpoint.note)
    fact.size = checkpoint.size
    switch (query.cosignature, query.timestamp, query.authority) {
    case (let cosignature?, nil, nil): try check(cosignature, &fact)
    case (nil, let timestamp?, let authority?): try await check(timestamp, authority, &fact)
    default: throw AnchorFault.neither
    }
    try checkTime(fact)
    let reply = try await writer.submit(.anchor(fact, actor: caller.person))
    guard case .anchored(let isRepeated, let time) = reply else { throw Refusal.notFound }
    keepAnchored(fact)
    var kept = AnchorKept()
    kept.name = fact.name
    kept.repeated = isRepeated
    kept.time = time
    return kept
  }

  private func check(_ cosignature: Line, _ fact: inout CheckpointAnchored) throws {
    guard let policy = settings.anchor.policy else { throw AnchorFault.noPolicy }
    let note = try SignedNote(parsing: Array(fact.note.value.utf8))
    do throws(CosignatureFault) {
      let witnessing = try policy.witnessing(cosignature.value, of: note)
      fact.cosignature = cosignature
      fact.name = Line(witnessing.name)
      fact.time = Instant(milliseconds: witnessing.milliseconds)
    } catch {
      throw AnchorFault.cosignature(error)
    }
  }

  private func check(_ timestamp: Document, _ authority: Code, _ fact: inout CheckpointAnchored) async throws {
    guard let bytes = Base64.decode(timestamp.value) else { throw AnchorFault.notBase64 }
    let stamped = Array(fact.note.value.utf8)
    do throws(TimeStampError) {
      let stamp = try TimeStamp(parsing: bytes)
      if let authorities = settings.anchor.authorities {
        try await stamp.verify(over: stamped, authorities: authorities)
      } else {
        try stamp.covers(stamped)
      }
      fact.timestamp = timestamp
      fact.name = Line(authority.value)
      fact.time = Instant(milliseconds: stamp.time)
    } catch {
      throw AnchorFault.timestamp(error)
    }
  }

  /// A signature over a size says that there was no more by then, and an auditor will hold the next event against it. In a
  /// simulated log times are played.
  private func checkTime(_ fact: CheckpointAnchored) throws {
    guard !settings.simulate, fact.size < log.size else { return }
    let next = try log.reader().recordedTime(at: fact.size)
    guard fact.time.milliseconds <= next + Bracket.usualTolerance else { throw AnchorFault.tooLate }
  }

  /// For `admin status`.
  func anchorStatus(_ memory: Memory) -> AnchorStatus {
    let register = memory.anchors
    var status = AnchorStatus()
    status.configured = settings.anchor.policy != nil
    status.warnHours = settings.anchor.warnHours
    status.events = memory.size - (register.satisfied?.size ?? 0)
    status.size = register.satisfied?.size
    status.time = register.satisfied?.time
    status.lacking = (register.lacking + register.late(settings.anchor.authorityNames)).map { Line($0) }
    let limit = Int64(settings.anchor.warnHours) * 3_600_000
    status.warning =
      status.configured
      && register.satisfied.map { talent_realtime_ms() - $0.time.milliseconds > limit } ?? true
    return status
  }
}

extension Answering {
  /// The newest checkpoint that somebody outside signed, with who did.
  func anchored() throws -> AnchoredCheckpoint? {
    let register = scene.memory.anchors
    guard let newest = register.satisfied.map({ ($0.size, register.bySize[$0.size] ?? []) }) ?? register.newest,
      let checkpoint = try scene.reader.checkpoint(atLeast: newest.0)
    else { return nil }
    var anchored = AnchoredCheckpoint()
    anchored.note = Document(checkpoint.note)
    anchored.satisfied = register.satisfied?.size == newest.0
    anchored.size = newest.0
    anchored.anchors = newest.1.map { anchor in
      var line = CheckpointAnchor()
      line.kind = anchor.kind
      line.name = Line(anchor.name)
      line.time = anchor.time
      return line
    }
    return anchored
  }
}
