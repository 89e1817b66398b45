import Logging
import TalentDomain

/// The kinds of incidents, each with a code for programs, an id for the journal and words for its catalogue.
///
/// A code or an id is never used for another kind: somebody's alarm may hang on it.
enum IncidentKind: String, CaseIterable {
  case anchorBellSilent = "anchor-bell-silent"
  case anchorPolicyOfAnother = "anchor-policy-of-another"
  case anchoredUnkept = "anchored-unkept"
  case backupFailed = "backup-failed"
  case backupUnrecorded = "backup-unrecorded"
  case backupsUncleared = "backups-uncleared"
  case configurationRefused = "configuration-refused"
  case configurationUnknown = "configuration-unknown"
  case connectionEnded = "connection-ended"
  case connectionRefused = "connection-refused"
  case connectionsNotTaken = "connections-not-taken"
  case erasureUnfinished = "erasure-unfinished"
  case internalFailure = "internal-failure"
  case letterUnusable = "letter-unusable"
  case onewayDropped = "oneway-dropped"
  case readOnly = "read-only"
  case reconfigured
  case slowCall = "slow-call"
  case socketGone = "socket-gone"
  case socketMade = "socket-made"
  case started
  case startFailed = "start-failed"
  case stopped
  case stuck
  case syncFailed = "sync-failed"
  case upgraded
  case viewsFellBehind = "views-behind"
  case writableAgain = "writable-again"

  /// 128 bits in hexadecimal, chosen by chance once (sd_id128_randomize(3)).
  var id: String {
    switch self {
    case .anchorBellSilent: "7a9a95370bc3a6bdf3937034e2cb28ad"
    case .anchorPolicyOfAnother: "a5d4b77bf6a0e6f093a70d68424a2054"
    case .anchoredUnkept: "0be68c2cead882af627fc89411585b0a"
    case .backupFailed: "fa8b529c25234aeae998f193033b3355"
    case .backupUnrecorded: "cfd33976a143eaffd4a487f712a28753"
    case .backupsUncleared: "7bb04a434267f47460248a7ff38a6d5a"
    case .configurationRefused: "ee896be96cf812925eb9f0853c550788"
    case .configurationUnknown: "4fd16f05c1a9026d16d3e57a6c0f3c19"
    case .connectionEnded: "6069157d79d1271ceca99c46ca4b0266"
    case .connectionRefused: "46d144ca2f63f4b9834621083149aad6"
    case .connectionsNotTaken: "970ec8d6d6c9bb9ee5851dc713a3fda4"
    case .erasureUnfinished: "82716d87b0c30ca09be92ff7dce3dac7"
    case .internalFailure: "e52229e7660b1e0985f861af3adf24f7"
    case .letterUnusable: "97049b69073eb2d89d56bc63cb3ee7d9"
    case .onewayDropped: "aaa518c24bcfb58b0728f065062ab454"
    case .readOnly: "e9cee74edec6467f4d1883934af2a30f"
    case .reconfigured: "34703a107d38a6d1d199b4f335025cbf"
    case .slowCall: "0765daee29c117e02aeb5884fcc69c17"
    case .socketGone: "82f4425c079889e0c6ee965046ad6540"
    case .socketMade: "5ca6180113acd37f471b15c37c0c84e6"
    case .started: "b64f31a1f2111f4d3c0ac09019f4c395"
    case .startFailed: "af13ebdeaee475dcd986092166e9462b"
    case .stopped: "80a6adcbed923537303a313e431932d2"
    case .stuck: "09a20ec9d1418d6547a1217e753bfa1a"
    case .syncFailed: "327c69275dcda7c6309895bce1cd0a83"
    case .upgraded: "0e469568933347023490e2cb87bd3709"
    case .viewsFellBehind: "b695c4a90489e127ceea74b3d600cb79"
    case .writableAgain: "a08a4bc80e74a97b5dfb9dec1323699e"
    }
  }

  var level: Logger.Level {
    switch self {
    case .started, .stopped, .reconfigured: .info
    case .connectionEnded, .connectionRefused, .socketMade, .upgraded, .writableAgain: .notice
    case .backupFailed, .internalFailure, .readOnly, .socketGone, .stuck: .error
    case .startFailed, .syncFailed: .critical
    default: .warning
    }
  }
}
