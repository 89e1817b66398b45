import CPlatform
import CivilTime
import EventLog
import History
import Leaves
import Projections
import TalentDomain
import TalentInterface
import Transparency
import Varlink

// Answers about the record itself: the audit trail, single events with their proofs, checkpoints, the service.
extension Answering {
  func trail(_ query: ListAuditTrail) throws -> AuditTrail? {
    var wanted = TrailQuery()
    wanted.stream = query.cohort.map(Stream.cohort)
    wanted.subjects = query.person.map(aliases)
    wanted.actors = query.actor.map(aliases)
    wanted.command = query.command?.value
    wanted.type = query.type?.value
    wanted.from = query.from ?? 0
    wanted.end = scene.size
    wanted.effectiveBefore = query.effective.flatMap { day in
      daemon.zone.instant(LocalTime(date: day.adding(days: 1), time: TimeOfDay(seconds: 0)))
    }
    wanted.limit = query.limit ?? TrailPages.usual
    return AuditTrail(try daemon.views.reader().trail(wanted), to: scene)
  }

  /// Every id of a person: in the organisation's stream, and in each cohort.
  private func aliases(of reference: PersonRef) -> Set<Alias> {
    guard reference.person != .none else { return [] }
    return Set([reference.person] + scene.memory.cohorts.values.compactMap { $0.links.aliasOf[reference.person] })
  }

  func event(_ position: Int) throws -> EventShown? {
    guard position >= 0, position < scene.size else { return nil }
    let bytes = try scene.reader.leaf(at: position)
    guard try bytes.withLeaf(at: position, { Impartiality.shows(try AuditRow($0), to: scene) }) else { return nil }
    var shown = EventShown()
    shown.entry = try bytes.withUnsafeBytes { try AuditEntry(AuditRow(Leaf($0, position: position))) }
    shown.leaf = Document(String(decoding: bytes, as: UTF8.self))
    shown.hash = Digest(Base64URL.encode(TreeHash.leaf(bytes).bytes)) ?? .blank
    shown.treeSize = scene.size
    shown.proof = try scene.reader.inclusionProof(position: position, size: scene.size).path
      .compactMap { Digest(Base64URL.encode($0.bytes)) }
    shown.opened = try bytes.withLeaf(at: position) { try claims(of: $0) }
    return shown
  }

  /// The sealed claims of an event; those that this viewer may not be shown by their digest alone.
  private func claims(of leaf: Leaf) throws -> [OpenedClaim] {
    let disclosing = scene.disclosing(in: Stream.cohort(in: leaf.stream))
    let about = try leaf.alias(leaf.subject)
    let author = try leaf.alias(leaf.behalf) ?? leaf.actorAlias
    return try scene.reader.opened(position: leaf.position).map { field in
      var claim = OpenedClaim()
      claim.digest = Digest(field.digest) ?? .blank
      guard let disclosure = disclosing.shown(field, about: about, author: author) else { return claim }
      scene.sight.open(disclosing.person(of: field, about: about), in: leaf.stream)
      claim.name = Line(disclosure.name)
      claim.disclosure = Document(disclosure.encoded)
      return claim
    }
  }

  func checkpoint() throws -> CheckpointShown? {
    guard let checkpoint = daemon.log.latestCheckpoint else { return nil }
    var shown = CheckpointShown()
    shown.note = Document(checkpoint.note)
    shown.key = Line(daemon.log.verifierKey)
    shown.size = checkpoint.size
    shown.recorded = Instant(milliseconds: try scene.reader.recordedTime(at: checkpoint.size - 1))
    shown.anchored = try anchored()
    return shown
  }

  func status() -> ServiceStatus {
    var status = ServiceStatus()
    status.version = Line(Daemon.version)
    status.origin = Line(daemon.log.origin)
    status.simulated = daemon.settings.simulate
    status.readOnly = daemon.writer.isReadOnly
    status.started = daemon.started
    let isAdministrator = scene.caller.capacities(scene.memory.organisation, in: nil).contains(.administrator)
    if isAdministrator { status.masterKey = MasterKeyShown(daemon.log.masterKey) }
    status.health = health(isAdministrator: isAdministrator)
    guard scene.viewer(in: nil).seesPositions else { return status }
    status.size = scene.memory.size
    status.anchor = daemon.anchorStatus(scene.memory)
    status.connections = daemon.server?.connections
    status.checkpoint = daemon.log.latestCheckpoint?.size
    status.views = daemon.views.position
    status.scrubbed = daemon.log.scrubMark
    return status
  }

  func metrics() -> MetricsShown {
    var shown = MetricsShown()
    shown.text = Document(MetricsPage.text(of: daemon))
    return shown
  }

  private func health(isAdministrator: Bool) -> [HealthFinding] {
    var context = HealthContext(
      daemon: daemon, memory: scene.memory, now: Instant(milliseconds: talent_realtime_ms()))
    context.showsSizes = Impartiality.closesLog(to: scene.caller.person, scene.memory) == nil
    return HealthChecks.findings(context) { audience in
      switch audience {
      case .administrators: isAdministrator
      case .keepers: scene.viewer(in: nil).seesPositions
      case .everyone: true
      }
    }
  }

  func projections() throws -> ProjectionList {
    let digests = try daemon.views.reader().digests()
    var list = ProjectionList()
    list.position = digests.position
    list.digest = digests.all
    list.projections = digests.views.map { view in
      var line = ProjectionLine()
      line.name = Line(view.name)
      line.rows = view.rows
      line.digest = view.digest
      return line
    }
    return list
  }
}

/// How many entries come at once, where nobody says how many.
enum TrailPages {
  static let usual = 500
}

extension AuditTrail {
  init(_ trail: Trail, to scene: Scene) {
    self.init()
    entries = trail.rows.filter { Impartiality.shows($0, to: scene) }.map { AuditEntry($0) }
    next = trail.next
  }
}

extension AuditEntry {
  init(_ row: AuditRow) {
    self.init()
    position = row.position
    stream = Line(row.stream)
    type = Line(row.type)
    recorded = row.recorded
    effective = row.effective
    actor = Person(row.actor)
    behalf = row.behalf.map { Person($0) }
    subject = row.subject.map { Person($0) }
    command = row.command.map { Line($0) }
    cause = row.cause
    rules = row.rules.map { Line($0) }
  }
}
