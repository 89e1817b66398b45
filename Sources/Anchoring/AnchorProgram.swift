import Glibc
import NIOCore
import TalentInterface
import Varlink

/// `talent-anchor`: asks witnesses and time-stamp authorities to sign the newest checkpoint, and hands back what they signed.
///
/// The only program with a network. It holds no key and is believed by nobody: the service checks what it brings.
package enum AnchorProgram {
  package static func run(_ arguments: [String]) async -> Int32 {
    switch arguments.first {
    case "--version":
      print("talent-anchor 1.0.0")
      return 0
    case "--help", "-h", "help":
      print(usage)
      return 0
    default: break
    }
    do {
      let settings = try await AgentSettings.read(arguments)
      let report = Report()
      try await VarlinkClient.connected(path: settings.socketPath) { client in
        try await HTTPPoster.connected(settings) { poster in
          try await AnchorRun(settings, RecordService(client), poster, report).run()
        }
      }
      return report.status.rawValue
    } catch {
      let (sentence, status) = explain(error)
      say(sentence)
      return status.rawValue
    }
  }

  static func say(_ line: String) {
    let bytes = Array("\(line)\n".utf8)
    _ = bytes.withUnsafeBytes { write(STDERR_FILENO, $0.baseAddress, $0.count) }
  }

  private static func explain(_ error: any Error) -> (String, AnchorExit) {
    switch error {
    case let error as AgentSettingsError: (error.sentence, .configuration)
    case RecordServiceError.notPermitted:
      (
        "the service does not let this account anchor: run it as the account in the setting anchor.account, or as an "
          + "administrator", .notPermitted
      )
    case RecordServiceError.refused(let sentence): ("the service refuses: \(sentence)", .refused)
    case RecordServiceError.other(let name): ("the service answers \(name); see its own log", .unavailable)
    case VarlinkError.connection(let reason):
      ("the service cannot be reached (\(reason)); is it running? systemctl status talentd", .unreachable)
    default: ("the run ended: \(type(of: error))", .internalFailure)
    }
  }

  private static let usage = """
    talent-anchor asks witnesses and time-stamp authorities to sign the log's newest checkpoint.

      talent-anchor --config FILE [--socket-path PATH] [--anchor-policy FILE] [--anchor-authorities NAME=URL …]
                    [--anchor-timeout SECONDS]

    The file is the service's own, /etc/talentd/talentd.yaml; the witnesses and their addresses stand in the policy that it
    names (C2SP tlog-policy). Every setting may also stand in the environment (TALENTD_ANCHOR_POLICY).

    Exit status: 0 done, 1 somebody refused, 5 somebody answered what does not hold, 69 service not reachable,
    75 somebody could not be reached, 77 not permitted, 78 configuration.
    """
}

/// How a run ends; the numbers are talentctl's.
enum AnchorExit: Int32, Comparable {
  case done = 0
  case refused = 1
  case unverified = 5
  case unreachable = 69
  case internalFailure = 70
  case unavailable = 75
  case notPermitted = 77
  case configuration = 78

  /// The gravest of several counts: what does not hold, then what was refused, then who could not be reached.
  private var gravity: Int {
    switch self {
    case .done: 0
    case .unavailable: 1
    case .refused: 2
    default: 3
    }
  }

  static func < (left: AnchorExit, right: AnchorExit) -> Bool { left.gravity < right.gravity }
}
