import EventLog
import Glibc
import Projections
import Transparency

/// `talentd verify DIR`: reads a state folder without the service and says what does not verify, and where.
enum VerifyCommand {
  static func run(_ arguments: [String]) -> Int32 {
    let asked: VerifyArguments
    do throws(VerifyArguments.Fault) {
      asked = try VerifyArguments(arguments)
    } catch {
      Terminal.complain("talentd verify: \(error.sentence)")
      return 64
    }
    do {
      let report = try LogVerifier.verify(folder: asked.folder, against: asked.knowledge, register: asked.register)
      // What the views show would be held against leaves that are wrong themselves.
      let status = tell(report, report.isIntact ? try views(asked.folder) : nil)
      for size in asked.knowledge.sizes { tell(size, report) }
      return status
    } catch {
      let (sentence, code) = Explanation.of(error)
      Terminal.complain("talentd verify: \(sentence)")
      return code
    }
  }

  /// What a page of the minutes must show for its number of events, in the same groups.
  private static func tell(_ size: Int, _ report: VerificationReport) {
    guard let root = report.roots[size] else {
      print("minutes      of \(size) events: this log has \(report.size), and a newer page cannot be compared with it")
      return
    }
    for (number, line) in ReadAloud.lines(of: root.hex).enumerated() {
      print(number == 0 ? "minutes      of \(size) events must say  \(line)" : "             \(line)")
    }
  }

  private static func views(_ folder: String) throws -> ViewAudit.Outcome {
    let base = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
    var template = Array("\(base)/talentd-verify-XXXXXX".utf8CString)
    guard mkdtemp(&template) != nil else { throw LogError.system(code: errno) }
    let scratch = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    defer { rmdir(scratch) }
    defer { for suffix in ["", "-wal", "-shm"] { unlink("\(scratch)/views-000001.sqlite3\(suffix)") } }
    return try ViewAudit.check(folder: folder, scratch: scratch)
  }

  private static func tell(_ report: VerificationReport, _ views: ViewAudit.Outcome?) -> Int32 {
    print("log          \(report.origin)\(report.simulated ? " (simulated)" : "")")
    print("events       \(report.size)")
    print("streams      \(report.streams)")
    print("tree root    \(report.root.base64)")
    print("checkpoints  \(report.checkpoints), signed by \(report.verifierKey)")
    if report.knownCheckpoints > 0 { print("known        \(report.knownCheckpoints) checkpoints from elsewhere") }
    print("sealed       \(report.openedFields) opened, \(report.erasedFields) erased")
    if report.unrecordedFields > 0 {
      print("             \(report.unrecordedFields) more by the register; the service records them when it starts")
    }
    if report.vaultClosed != nil { print("vault        not checked: its keys cannot be opened here") }
    for finding in report.findings {
      let place = finding.position.map { "position \($0)" } ?? "the log"
      Terminal.complain("\(place): \(finding.flaw.rawValue)")
    }
    guard report.isIntact else {
      Terminal.complain("\(report.findingCount) findings: this log does not verify")
      return 5
    }
    switch views {
    case .differs(let position):
      Terminal.complain("position \(position): the audit trail shows something else than the log says")
      Terminal.complain("The log verifies; the views do not. Delete the files views*: the service builds them anew.")
      return 5
    case .agrees(let position): print("views        \(position) events, as the log has them")
    case .absent, nil: print("views        none: the service builds them when it starts")
    }
    print("intact       every leaf, tile, stream and checkpoint agrees")
    return 0
  }
}
