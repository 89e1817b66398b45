import CPlatform
import EventLog
import Logging
import ServiceLifecycle
import TalentInterface
import UnixSignals

/// `talentd`: runs the service, or works on files offline.
package enum TalentdProgram {
  package static func run(_ arguments: [String]) async -> Int32 {
    switch arguments.first {
    case "verify": return VerifyCommand.run(Array(arguments.dropFirst()))
    case "restore": return await RestoreCommand.run(Array(arguments.dropFirst()))
    case "master-key": return await MasterKeyCommand.run(Array(arguments.dropFirst()))
    case "check": return await CheckCommand.run(Array(arguments.dropFirst()))
    case "doctor": return await DoctorCommand.run(Array(arguments.dropFirst()))
    case "catalogue":
      print(IncidentCatalogue.text, terminator: "")
      return 0
    case "schemas": return SchemasCommand.run(Array(arguments.dropFirst()))
    case "--version":
      print("talentd \(Daemon.version)")
      return 0
    case "--help", "-h", "help":
      print(usage)
      return 0
    default: return await serve(arguments)
    }
  }

  private static let usage = """
    talentd keeps the record of a leadership-talent programme.

      talentd --config FILE [--origin NAME] [--state-folder DIR] [--socket-path PATH] [--simulate]
                             serve until SIGTERM; the socket may come from the service manager
      talentd restore --config FILE --log FILE --keys FILE --master-key FILE|-
                             put the log together again from its backups, offline; `talentd restore --help` says more
      talentd master-key FILE|- --config FILE
                             read the master key's page from the safe, typed or in a file, and write the key as master.key
                             and a credential hold it
      talentd verify DIR [--log-key KEY]... [--known CHECKPOINT-FILE]... [--erased-keys FILE]
                             check the log in a state folder, offline; says the position of what does not verify. With
                             the log's key and checkpoints that you kept it finds an old copy and a log made anew, too
      talentd check --config FILE
                             would the service take this configuration? Says what is wrong, where, and what would be right
      talentd doctor --config FILE
                             look at configuration, files, disk and clock while the service does not run
      talentd catalogue      write what journalctl -x says of this service's incidents
      talentd schemas DIR    write the JSON Schema of every event, and the interfaces' descriptions

    Every setting may stand in the file, in the environment (TALENTD_STATE_FOLDER) or as a flag (--state-folder).
    """

  private static func serve(_ arguments: [String]) async -> Int32 {
    let logger = ServiceLog.begin()
    // Nothing that this process makes is for others to read.
    _ = talent_umask(0o077)
    // From the first moment on: a reload that comes while it starts must not end it.
    let hangUps = await UnixSignalsSequence(trapping: .sighup)
    do {
      let settings = try await Settings.read(arguments)
      let daemon = try Daemon(settings, logger: logger)
      try await prepare(daemon)
      let socket = try SocketService(daemon)
      let group = ServiceGroup(
        configuration: .init(
          services: [
            .init(service: ScrubService(daemon: daemon), failureTerminationBehavior: .gracefullyShutdownGroup),
            .init(service: ClockService(daemon: daemon)), .init(service: LookService(daemon: daemon)),
            .init(service: ErasingService(daemon: daemon)), .init(service: ViewService(daemon: daemon)),
            .init(service: HeartbeatService(daemon: daemon, server: socket.server)),
            .init(service: StatusService(daemon: daemon, socket: socket.watch)),
            .init(
              service: ReloadService(
                daemon: daemon, server: socket.server, arguments: arguments, signals: hangUps)),
            .init(service: socket, successTerminationBehavior: .gracefullyShutdownGroup),
          ],
          gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
      ServiceManager.ready(daemon.condition.line(events: daemon.log.size))
      daemon.report(.started(events: daemon.log.size, simulated: settings.simulate))
      let outcome: Result<Void, any Error>
      do {
        try await group.run()
        outcome = .success(())
      } catch {
        outcome = .failure(error)
      }
      ServiceManager.stopping()
      await daemon.recordStop()
      await daemon.writer.stop()
      // The two hold each other, and the files are closed when the last who holds the service lets go: what is copied of a
      // stopped one is whole without its write-ahead logs.
      daemon.serve(at: nil)
      try outcome.get()
      daemon.report(.stopped)
      return 0
    } catch {
      let (sentence, code) = Explanation.of(error)
      logger.report(.startFailed(sentence))
      // Those after which no service manager starts it again.
      if code == 5 || code == 78 { WaitingCallers.turnAway() }
      return code
    }
  }

  /// What is done before anybody is served.
  private static func prepare(_ daemon: Daemon) async throws {
    if let backup = daemon.log.upgradeBackup { daemon.report(.upgraded(backup: backup)) }
    ServiceManager.tell("STATUS=completing erasures", ServiceManager.extend(seconds: 600))
    try await daemon.recordRestored()
    try await daemon.completeErasuresAtStart()
    await daemon.clearBackups()
    daemon.keepAnchoredAtStart()
    ServiceManager.tell("STATUS=recording the start", ServiceManager.extend(seconds: 30))
    try await daemon.recordStart()
    try await daemon.recordRotations()
    daemon.reportUnknownSettings()
    daemon.reportLetters()
    daemon.reportPolicy()
  }
}
