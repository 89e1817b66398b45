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
      talentd schemas DIR    write the JSON Schema of every event, and the interfaces' descriptions

    Every setting may stand in the file, in the environment (TALENTD_STATE_FOLDER) or as a flag (--state-folder).
    """

  private static func serve(_ arguments: [String]) async -> Int32 {
    LoggingSystem.bootstrap { StreamLogHandler.standardError(label: $0) }
    let logger = Logger(label: "talentd")
    // Nothing that this process makes is for others to read.
    _ = talent_umask(0o077)
    do {
      let settings = try await Settings.read(arguments)
      let daemon = try Daemon(settings, logger: logger)
      try await daemon.completeErasuresAtStart()
      try await daemon.recordStart()
      try await daemon.recordRotations()
      daemon.reportLetters()
      daemon.reportPolicy()
      let socket = try SocketService(daemon)
      let group = ServiceGroup(
        configuration: .init(
          services: [
            .init(service: ScrubService(daemon: daemon), failureTerminationBehavior: .gracefullyShutdownGroup),
            .init(service: ClockService(daemon: daemon)), .init(service: LookService(daemon: daemon)),
            .init(service: ErasingService(daemon: daemon)),
            .init(service: socket, successTerminationBehavior: .gracefullyShutdownGroup),
          ],
          gracefulShutdownSignals: [.sigterm, .sigint], logger: logger))
      talent_notify("READY=1\nSTATUS=serving")
      logger.info("serving", metadata: ["events": "\(daemon.log.size)", "simulated": "\(settings.simulate)"])
      let outcome: Result<Void, any Error>
      do {
        try await group.run()
        outcome = .success(())
      } catch {
        outcome = .failure(error)
      }
      talent_notify("STOPPING=1")
      await daemon.recordStop()
      await daemon.writer.stop()
      try outcome.get()
      logger.info("stopped")
      return 0
    } catch {
      let (sentence, code) = Explanation.of(error)
      logger.critical("\(sentence)")
      return code
    }
  }
}
