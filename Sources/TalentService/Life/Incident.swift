import Letters
import TalentDomain

/// What an administrator should hear of. It never holds personal data: no names, no parameters, no ids of people.
enum ServiceIncident: Sendable {
  case anchorBellSilent
  case anchorPolicyOfAnother
  case connectionRefused(String)
  case connectionFault(String)
  case erasureUnfinished
  case internalFailure
  case letterUnusable(LetterKind, FileFault)
  case onewayDropped(method: String)
  case viewsFellBehind
  case readOnly

  var sentence: String {
    switch self {
    case .anchorBellSilent:
      "the file anchor.bell cannot be written: the turning point is anchored at the next run of talent-anchor"
    case .anchorPolicyOfAnother:
      "the policy in anchor.policy names logs, and this one is not among them: add the key that `talentctl checkpoint show` names"
    case .connectionRefused(let why): "a connection was refused: \(why)"
    case .connectionFault(let what): "a connection was ended: \(what)"
    case .erasureUnfinished:
      "an erasure is not finished yet: its keys are gone, what is left on the disk is cleared at the next try"
    case .internalFailure: "a command failed within the service; its caller was told so, nothing was recorded"
    case .letterUnusable(let kind, let fault):
      """
      the letter \(kind.fileName) cannot be rendered: \(fault.file.value)\(fault.line.map { ", line \($0)" } ?? ""): \
      \(fault.problemEn.value)
      """
    case .onewayDropped(let method):
      "a oneway call of \(method) was dropped: its sender could not have learnt the outcome"
    case .viewsFellBehind: "the views could not follow the log; they are rebuilt at the next start"
    case .readOnly: "nothing can be written now; trying again each second"
    }
  }
}
