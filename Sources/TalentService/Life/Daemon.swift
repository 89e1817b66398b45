import CPlatform
import CivilTime
import EventLog
import Evidence
import Letters
import Logging
import Projections
import StrictJSON
import Synchronization
import TalentDomain
import TalentInterface
import Transparency
import Varlink

/// The service while it runs: the log with its writer, the memory, the views, and what the socket asks of them.
final class Daemon: Sendable {
  static let version = "1.0.0"

  let standing: Standing
  let condition = Condition()
  let heartbeat = Heartbeat()
  let metrics: ServiceMetrics
  /// Whether the log is played: that never changes.
  let simulates: Bool
  let log: EventLog
  let published: Published
  let views: Views
  let zones = Zones()
  let zone: Zone
  let started: Instant
  let logger: Logger
  let writer: LogWriter<CommandDecider>
  let beforeTurningPoints: TurningPointSizes
  let erasing = ErasingState()
  let looks = LookCounter()
  let backups: BackupKeeper
  private let accounts = SystemAccounts()
  private let doors = Mutex<VarlinkServer?>(nil)

  /// Opens the log and everything that follows from it; verified before anything is served.
  init(_ settings: Settings, logger: Logger) throws {
    beforeTurningPoints = TurningPointSizes()
    standing = Standing(InForce(settings, beforeTurningPoints))
    simulates = settings.simulate
    metrics = ServiceMetrics()
    self.logger = logger
    let report: @Sendable (ServiceIncident) -> Void = { logger.report($0) }
    guard let zone = zones.zone(settings.zone) else {
      throw SettingsError.invalid(
        "zone", Bilingual(da: "en tidszone, som maskinen kender", en: "a time zone that this machine knows"))
    }
    self.zone = zone
    backups = BackupKeeper(settings.backup.places)
    StateFolder.makeIfMissing(settings.stateFolder)
    let progress = StartProgress()
    log = try EventLog(opening: Daemon.logSettings(settings, condition, progress, report), create: true)
    started = Instant(milliseconds: talent_realtime_ms())
    let reader = log.reader()
    views = try Views(folder: settings.stateFolder, reader: reader, size: log.size) { done, total in
      progress("catching up the views", done, of: total)
    }
    try UnknownEvents.expectNone(views.reader(), reader)
    var memory = try Folding.memory(reader, size: log.size) { progress("reading the organisation", $0, of: $1) }
    memory.anchors = try Folding.anchors(views.reader(), reader, settings.anchor.policy)
    published = Published(memory)
    writer = try LogWriter(log: log) { [memory, log, published, views, standing, zones, metrics] in
      CommandDecider(
        memory, published: published, log: log, views: try views.makeWriter(), standing: standing, zones: zones,
        zone: zone, metrics: metrics, report: report)
    }
  }

  private static func logSettings(
    _ settings: Settings, _ condition: Condition, _ progress: StartProgress,
    _ report: @escaping @Sendable (ServiceIncident) -> Void
  ) -> LogSettings {
    var log = settings.log
    log.progress = { progress("verifying the log", $0, of: $1) }
    log.trouble = { error in
      guard condition.note(trouble: error) else { return }
      report(error.map { .readOnly(Explanation.cause($0).en) } ?? .writableAgain)
    }
    let end = log.fatal
    log.fatal = { error in
      report(.syncFailed)
      end(error)
    }
    return log
  }

  /// The settings in force. Whoever needs more than one of them takes them once.
  var settings: Settings { standing.inForce.settings }
  var identification: Identification { standing.inForce.identification }
  var letters: TemplateFolder { standing.inForce.letters }

  /// The socket, while it is open: whoever lets it go lets the daemon go too, and with it the folder.
  var server: VarlinkServer? { doors.withLock { $0 } }
  func serve(at server: VarlinkServer?) { doors.withLock { $0 = server } }

  /// The service's life is on record: which version started, under which configuration.
  func recordStart() async throws {
    let fact = ServiceStarted(
      administrators: identification.administrators.count,
      configuration: settings.digest.flatMap { Digest($0) } ?? .blank, version: Line(Daemon.version))
    var proposals = [Proposal(fact)]
    if !settings.simulate, log.size > 0 {
      let last = try log.reader().recordedTime(at: log.size - 1)
      if let step = ClockWatch.step(since: last, now: talent_realtime_ms()) {
        proposals.insert(Proposal(ClockStepped(milliseconds: Int(step))), at: 0)
      }
    }
    _ = try await writer.submit(.record(actor: .service, proposals, at: nil))
  }

  /// A letter's wrong template stops that letter, not the record: an administrator is told, and the service starts.
  func reportLetters() {
    var told: Set<FileFault> = []
    for kind in LetterKind.inOrder {
      guard let fault = letters.fault(of: kind), told.insert(fault).inserted else { continue }
      report(.letterUnusable(kind, fault))
    }
  }

  /// A policy may name the logs that it is about: auditors who are given it would not believe this one.
  func reportPolicy() {
    guard let logs = settings.anchor.policy?.logs, !logs.isEmpty else { return }
    let ours = Set(log.logKeys.map(\.key))
    if ours.isDisjoint(with: logs.map(\.verifier.vkey)) { report(.anchorPolicyOfAnother) }
  }

  func recordStop() async {
    try? await recordLooks(all: true)
    _ = try? await writer.submit(.record(actor: .service, [Proposal(ServiceStopped())], at: nil))
  }

  // MARK: What the socket asks

  func report(_ incident: ServiceIncident) { logger.report(incident) }

  /// Settings that are none have no effect, and nobody should believe otherwise.
  func reportUnknownSettings() {
    for setting in settings.unknown { report(.configurationUnknown(setting)) }
  }

  func accountName(of uid: UInt32) async -> String? {
    if let known = accounts.known(uid) { return known }
    return await offEventLoop { [accounts] in await accounts.name(uid) }
  }

  /// Whether somebody may call a method at all, by the roles of the last commit. Asked before the parameters are read.
  func admit(_ call: VarlinkCall, _ accountName: String?, simulate: Simulated) throws(Refusal) {
    // In a real log nobody says who acts or when, and to pass over it in silence would be to record something else.
    guard simulates || !simulate.isGiven else { throw .invalid(Fault(.unknownMember, at: ["simulate"])) }
    let memory = published.read()
    let caller = try identification.caller(
      uid: Int(call.peer.uid), accountName: accountName, simulated: simulate.actor, memory.names)
    try Authorisation(organisation: memory.organisation, names: memory.names).mightPermit(call.method, caller)
  }

  func carryOut(_ requests: [CommandRequest]) async throws -> [Outcome] {
    guard case .outcomes(let outcomes) = try await writer.submit(.commands(requests)) else { return [] }
    // That something was erased is told when it is.
    if outcomes.contains(where: \.hasBegunErasure) { try await completeErasures() }
    return outcomes
  }

  /// Positions, tree sizes and counts are for HR, the data-protection officer, auditors and administrators.
  func seesPositions(_ request: CommandRequest) async -> Bool {
    guard
      let caller = try? identification.caller(
        uid: request.uid, accountName: request.accountName, simulated: request.call.simulate?.actor,
        published.read().names)
    else { return false }
    guard let memory = try? await memory(with: cohortsThatMayClose(caller)) else { return false }
    return mayCount(caller, memory)
  }

  func wireError(_ error: any Error) -> WireFailure {
    switch error {
    case let refusal as Refusal:
      switch refusal {
      case .notPermitted: return WireFailure(.notPermitted)
      case .invalid(let fault): return WireFailure(.invalidInput, FaultLine(fault))
      case .rules(let findings):
        var refused = RefusedError()
        refused.findings = findings.map { FindingLine($0) }
        return WireFailure(.refused, refused)
      default: return WireFailure(.notFound)
      }
    case let fault as Fault: return WireFailure(.invalidInput, FaultLine(fault))
    case let fault as AnchorFault: return WireFailure(.invalidInput, fault.line)
    case let fault as BackupFault:
      // Nothing is wrong with any folder: the next service makes it.
      if fault.kind == .stopped {
        var busy = BusyError()
        busy.retryAfter = 30_000
        return WireFailure(.busy, busy)
      }
      return WireFailure(.misconfigured, fault.fileFault)
    case let error as TemplateError: return WireFailure(.misconfigured, error.fault)
    case WriterError.busy:
      var busy = BusyError()
      busy.retryAfter = 100
      return WireFailure(.busy, busy)
    // The erasure goes on by itself: what is asked again is whether it is done.
    case LogError.readerInTheWay:
      var busy = BusyError()
      busy.retryAfter = 10_000
      return WireFailure(.busy, busy)
    case WriterError.readOnly: return WireFailure(.readOnly)
    case let error as LogError where error.isDiskRefusing: return WireFailure(.readOnly)
    default:
      // The reference ties the caller's error to a line of the service's log that says where, never with what.
      let reference = String(UInt32.random(in: 0...UInt32.max), radix: 16)
      report(.internalFailure(reference: reference, error: "\(type(of: error))"))
      var failure = InternalError()
      failure.reference = Line(reference)
      return WireFailure(.internalFailure, failure)
    }
  }
}
