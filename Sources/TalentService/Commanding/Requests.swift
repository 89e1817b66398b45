import EventLog
import TalentDomain
import TalentInterface

/// One command on its way to the writer.
struct CommandRequest: Sendable {
  let method: String
  let command: any Command
  let call: CallOptions
  /// The kernel's word on who calls.
  let uid: Int
  let accountName: String?
  let received: Int64
  /// Where its time goes, for whoever measures.
  var timing: CallTiming?
}

/// What the writer is asked to do.
enum WriterRequest: Sendable {
  /// Judged one by one, in this order, each against what those before it left.
  case commands([CommandRequest])
  /// The service's own word for the stream `record`: by whom (the organisation's id), what, and, where the service
  /// simulates and somebody said so, at what time.
  case record(actor: Alias, [Proposal], at: Instant?)
  /// A letter that was rendered of somebody (the organisation's id), with its bytes: their digest, made here, is recorded.
  case letter(LetterRendering)
  /// Evidence that is handed out by somebody (the organisation's id): where the streams end is filled in here.
  case export(BundleExported, actor: Alias, at: Instant?)
  /// A new key for the log, by somebody (the organisation's id), with so many days in which both sign.
  case rotateKey(overlapDays: Int, actor: Alias, at: Instant?)
  /// What somebody outside signed, checked already: kept once.
  case anchor(CheckpointAnchored, actor: Alias)
  /// The keys of a person (the organisation's id) and of these classes have been destroyed: what was sealed under them goes.
  case keysDestroyed(of: Alias, [RetentionClass])
  /// The log may have been put back from a backup: then it says so, once.
  case restored
  /// Sign a checkpoint of everything there is, before answering.
  case checkpoint
  /// The machine's clock may have been set: look, and record it.
  case lookAtClock
  /// Go by other settings from this commit on, and record it.
  case reconfigure(InForce)
  /// Fold a cohort and keep it warm; nothing is written.
  case warm(Code)
}

enum WriterReply: Sendable {
  case outcomes([Outcome])
  case rendered(LetterRendered, position: Int)
  case exported(position: Int)
  /// Nil where the overlap of the last change still runs, until the time given.
  case rotated(stillUntil: Instant?)
  case anchored(isRepeated: Bool, time: Instant)
  case done
}

/// A letter on its way onto the record.
struct LetterRendering: Sendable {
  let actor: Alias
  let fact: LetterRendered
  /// Whose key its digest is made with.
  let owner: Alias
  let html: [UInt8]
  /// What time it is, where the service simulates.
  let at: Instant?
}

/// What became of one command.
enum Outcome: Sendable {
  /// Its events, by first position and types; empty where there was nothing left to do.
  case done(first: Int, types: [String], revision: Int, ripple: Ripple?, repeated: Bool)
  case refused([FindingLine], repeated: Bool)
  case conflict(expected: Int?, actual: Int?)
  case notFound
  case notPermitted
  case invalid(Fault)
  case busy(retryAfter: Int)
  case internalFailure
}

/// An outcome as it is kept under the command's id, so that the same id gets the same answer for as long as the log lives.
struct KeptOutcome: Record {
  var findings: [FindingLine] = []
  var first = 0
  var revision = 0
  var ripple: Ripple?
  var types: [Line] = []

  init() {}

  init?(_ outcome: Outcome) {
    switch outcome {
    case .done(let first, let types, let revision, let ripple, _):
      self.first = first
      self.ripple = ripple
      self.types = types.map { Line($0) }
      self.revision = revision
    case .refused(let findings, _): self.findings = findings
    // Conflicts, denials and the like store nothing: asking again may well be answered otherwise.
    default: return nil
    }
  }

  mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("findings", &findings)
    try members("first", &first)
    try members("revision", &revision)
    try members("ripple", &ripple)
    try members("types", &types)
  }

  var repeated: Outcome {
    findings.isEmpty
      ? .done(first: first, types: types.map(\.value), revision: revision, ripple: ripple, repeated: true)
      : .refused(findings, repeated: true)
  }
}
