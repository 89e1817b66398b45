import EventLog
import TalentDomain
import Transparency

// What the service records for the stream `record`: letters, evidence handed out, what others signed of the log, its keys and
// its clock. No rule judges it.
extension CommandDecider {
  /// The same of the same witness or authority is kept once.
  func keep(_ fact: CheckpointAnchored, _ actor: Alias, _ desk: Desk) throws(LogError) -> WriterReply {
    let kind = fact.cosignature == nil ? AnchorKind.timestamp : .cosignature
    if let kept = live.anchors.kept(kind, fact.name.value, size: fact.size) {
      return .anchored(isRepeated: true, time: kept.time)
    }
    setClock(nil, desk)
    try append(Proposal(fact), actor: actor, to: Stream.record, desk)
    return .anchored(isRepeated: false, time: fact.time)
  }

  /// Notes where the machine's clock has been set since the last look. A simulated log has no clock of the machine's.
  func noteClock(_ desk: Desk) throws(LogError) {
    guard !identification.isSimulated, let step = clock.look(wall: clocks.wall(), passed: clocks.passed()) else {
      return
    }
    try append(Proposal(ClockStepped(milliseconds: Int(step))), actor: .service, to: Stream.record, desk)
  }

  /// That a letter was rendered, by the digest of its bytes under a key of the person whom it is about.
  func record(_ rendering: LetterRendering, _ desk: Desk) throws(LogError) -> (LetterRendered, position: Int) {
    setClock(rendering.at, desk)
    var fact = rendering.fact
    let digest = try desk.hmac(
      rendering.html, subject: rendering.owner.bits, retention: fact.kind.retention.rawValue)
    fact.digest = Digest(Base64URL.encode(digest)) ?? .blank
    let position = desk.nextPosition
    try append(Proposal(fact, subject: fact.subject), actor: rendering.actor, to: Stream.record, desk)
    return (fact, position)
  }

  /// That evidence was handed out, with where its streams end; and a checkpoint of that right after.
  func record(_ export: BundleExported, _ actor: Alias, _ desk: Desk) throws(LogError) -> Int {
    var fact = export
    if fact.person == nil {
      for stream in [Stream.cohort(fact.cohort), Stream.organisation, Stream.record] {
        guard let end = try desk.end(of: stream) else { continue }
        var line = StreamEnd()
        line.count = end.count
        line.head = Digest(end.digest) ?? .blank
        line.stream = Line(stream)
        fact.streams.append(line)
      }
    }
    let position = desk.nextPosition
    try append(Proposal(fact, subject: nil), actor: actor, to: Stream.record, desk)
    desk.checkpointNow()
    return position
  }

  /// One change at a time: a witness that knows the last key but one could be told of no more.
  /// - Returns: until when the last change still runs; nothing was done then.
  func rotateKey(overlapDays: Int, _ actor: Alias, _ desk: Desk) throws(LogError) -> Instant? {
    if let running = desk.logKeys.dropLast().last?.until, running > desk.now {
      return Instant(milliseconds: running)
    }
    let rotation = try desk.rotateKey(until: desk.now + Int64(overlapDays) * 86_400_000)
    var fact = LogKeyRotated()
    fact.key = Line(rotation.key)
    fact.previous = Line(rotation.previous)
    fact.proof = Line(rotation.proof)
    fact.signature = Line(rotation.signature)
    fact.until = Instant(milliseconds: rotation.until)
    try append(Proposal(fact), actor: actor, to: Stream.record, desk)
    desk.checkpointNow()
    return nil
  }
}
