import Letters
import TalentDomain

/// What an administrator should hear of. It never holds personal data: no names, no parameters, no ids of people.
enum ServiceIncident: Sendable {
  case anchorBellSilent
  case anchorPolicyOfAnother
  case anchoredUnkept
  case backupFailed(BackupFault)
  case backupUnrecorded
  case backupsUncleared
  case configurationRefused(String)
  case configurationUnknown(UnknownSetting)
  case connectionEnded(String)
  case connectionRefused(String)
  case connectionsNotTaken(code: Int32)
  case erasureUnfinished
  case internalFailure(reference: String?, error: String)
  case letterUnusable(LetterKind, FileFault)
  case onewayDropped(method: String)
  case readOnly(String)
  case reconfigured
  case slowCall(SlowCall)
  case socketGone(String)
  case socketMade(String)
  case started(events: Int, simulated: Bool)
  case startFailed(String)
  case stopped
  case stuck(String)
  case syncFailed
  case upgraded(backup: String)
  case viewsFellBehind
  case writableAgain

  var kind: IncidentKind {
    switch self {
    case .anchorBellSilent: .anchorBellSilent
    case .anchorPolicyOfAnother: .anchorPolicyOfAnother
    case .anchoredUnkept: .anchoredUnkept
    case .backupFailed: .backupFailed
    case .backupUnrecorded: .backupUnrecorded
    case .backupsUncleared: .backupsUncleared
    case .configurationRefused: .configurationRefused
    case .configurationUnknown: .configurationUnknown
    case .connectionEnded: .connectionEnded
    case .connectionRefused: .connectionRefused
    case .connectionsNotTaken: .connectionsNotTaken
    case .erasureUnfinished: .erasureUnfinished
    case .internalFailure: .internalFailure
    case .letterUnusable: .letterUnusable
    case .onewayDropped: .onewayDropped
    case .readOnly: .readOnly
    case .reconfigured: .reconfigured
    case .slowCall: .slowCall
    case .socketGone: .socketGone
    case .socketMade: .socketMade
    case .started: .started
    case .startFailed: .startFailed
    case .stopped: .stopped
    case .stuck: .stuck
    case .syncFailed: .syncFailed
    case .upgraded: .upgraded
    case .viewsFellBehind: .viewsFellBehind
    case .writableAgain: .writableAgain
    }
  }

  var sentence: String {
    switch self {
    case .anchorBellSilent:
      "the file anchor.bell cannot be written: the turning point is anchored at the next run of talent-anchor"
    case .anchorPolicyOfAnother:
      "the policy in anchor.policy names logs, and this one is not among them: add the key that `talentctl checkpoint show` names"
    case .anchoredUnkept: "the file anchored, beside the register of erased keys, cannot be written"
    case .backupFailed(let fault): "a backup failed (\(fault.path)): \(fault.problem.en)"
    case .backupUnrecorded: "a backup was made, and the log took no event of it"
    case .backupsUncleared: "erased keys could not be taken out of the backups that lie here; it is tried again"
    case .configurationRefused(let why): "the configuration was refused, and the one before stays in force: \(why)"
    case .configurationUnknown(let setting): setting.sentences.en
    case .connectionEnded(let what): "a connection was ended: \(what)"
    case .connectionRefused(let why): "a connection was refused: \(why)"
    case .connectionsNotTaken(let code):
      "no connection can be taken now (errno \(code)); trying again: look at LimitNOFILE= and limits.connections"
    case .erasureUnfinished:
      "an erasure is not finished yet: its keys are gone, what is left on the disk is cleared at the next try"
    case .internalFailure: "a call failed within the service; its caller was told so, nothing was recorded"
    case .letterUnusable(let kind, let fault):
      """
      the letter \(kind.fileName) cannot be rendered: \(fault.file.value)\(fault.line.map { ", line \($0)" } ?? ""): \
      \(fault.problemEn.value)
      """
    case .onewayDropped(let method):
      "a oneway call of \(method) was dropped: its sender could not have learnt the outcome"
    case .readOnly(let why): "nothing can be written now, reads go on: \(why); trying again each second"
    case .reconfigured: "the configuration was read anew and is in force"
    case .slowCall(let call): call.sentence
    case .socketGone(let path): "the socket \(path) is gone, so nobody new can connect: \(SocketWatch.remedy.en)"
    case .socketMade(let path): "the socket \(path) was gone and has been made anew"
    case .started(let events, let simulated): "serving \(events) events\(simulated ? " of a simulated log" : "")"
    case .startFailed(let why): why
    case .stopped: "stopped"
    case .stuck(let part): "\(part) does not answer; without an answer the service manager starts the service anew"
    case .syncFailed: "a commit could not be synced: ending, so as to start again from the disk"
    case .upgraded(let backup):
      "the log had an older format, and has been upgraded; it was backed up as it was in \(backup)"
    case .viewsFellBehind: "the views could not follow the log; they catch up as soon as they can be written"
    case .writableAgain: "writing works again"
    }
  }

  /// What programs may want apart from the sentence.
  var fields: [(String, String)] {
    switch self {
    case .internalFailure(let reference, let error):
      (reference.map { [("reference", $0)] } ?? []) + [("error", error)]
    case .onewayDropped(let method): [("method", method)]
    case .slowCall(let call): call.fields
    case .started(let events, _): [("events", "\(events)")]
    case .connectionsNotTaken(let code): [("errno", "\(code)")]
    default: []
    }
  }
}
