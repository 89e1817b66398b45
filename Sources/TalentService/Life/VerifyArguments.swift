import EventLog
import Glibc
import TalentDomain
import Transparency

/// What `talentd verify` is told: a folder, and what the auditor has from elsewhere.
struct VerifyArguments {
  private(set) var folder = ""
  private(set) var knowledge = OutsideKnowledge()
  /// The register of erased keys; where none is named, the one beside the folder counts, if it is there.
  private(set) var register: String?

  /// What is wrong with the arguments, for whoever typed them.
  struct Fault: Error { let sentence: String }

  static let usage =
    "talentd verify DIR [--log-key KEY]... [--known CHECKPOINT-FILE]... [--minutes EVENTS]... [--erased-keys FILE]"

  init(_ arguments: [String]) throws(Fault) {
    knowledge.erasure = "subject-key.destroyed."
    knowledge.masterKeyCredential = Credentials.masterKey
    var rest = arguments[...]
    var folders: [String] = []
    while let word = rest.popFirst() {
      switch word {
      case "--log-key":
        let text = try VerifyArguments.value(of: word, &rest)
        guard let key = NoteVerifier(vkey: text), key.algorithm == .ed25519 else {
          throw Fault(sentence: "--log-key: not a log's verifier key, which looks like `name+1a2b3c4d+AQ…`")
        }
        knowledge.keys.append(key)
      case "--erased-keys": register = try VerifyArguments.value(of: word, &rest)
      case "--minutes":
        let text = try VerifyArguments.value(of: word, &rest)
        guard let size = Int(text), size > 0 else {
          throw Fault(sentence: "--minutes: \(text) is no number of events; it stands on the page of the minutes")
        }
        knowledge.sizes.append(size)
      case "--known":
        let path = try VerifyArguments.value(of: word, &rest)
        guard let bytes = VerifyArguments.read(path) else {
          throw Fault(sentence: "--known: \(path) cannot be read; name a file that holds a checkpoint")
        }
        guard let note = try? SignedNote(parsing: bytes), (try? Checkpoint(parsing: note.text)) != nil else {
          throw Fault(sentence: "--known: \(path) holds no checkpoint, which is a signed note of a log's size and root")
        }
        knowledge.checkpoints.append(note)
      case _ where word.hasPrefix("--"): throw Fault(sentence: "\(word) is unknown. \(VerifyArguments.usage)")
      default: folders.append(word)
      }
    }
    guard folders.count == 1 else { throw Fault(sentence: "name the state folder to check. \(VerifyArguments.usage)") }
    folder = folders[0]
  }

  private static func value(of option: String, _ rest: inout ArraySlice<String>) throws(Fault) -> String {
    guard let value = rest.popFirst() else { throw Fault(sentence: "\(option) lacks its value. \(usage)") }
    return value
  }

  /// A note is at most 1 MiB.
  private static func read(_ path: String) -> [UInt8]? {
    guard let file = fopen(path, "rb") else { return nil }
    defer { fclose(file) }
    var bytes = [UInt8](repeating: 0, count: 1 << 20 + 1)
    bytes.removeLast(bytes.count - fread(&bytes, 1, bytes.count, file))
    return ferror(file) == 0 ? bytes : nil
  }
}
