import EventLog
import Glibc
import TalentDomain
import Transparency

/// `talentd verify DIR`: reads a state folder without the service and says what does not verify, and where.
enum VerifyCommand {
  static func run(_ arguments: [String]) -> Int32 {
    guard let folder = arguments.first, arguments.count == 1 else {
      Terminal.complain("talentd verify: name the state folder to check")
      return 64
    }
    do {
      return tell(try LogVerifier.verify(folder: folder))
    } catch {
      let (sentence, code) = Explanation.of(error)
      Terminal.complain("talentd verify: \(sentence)")
      return code
    }
  }

  private static func tell(_ report: VerificationReport) -> Int32 {
    print("log          \(report.origin)\(report.simulated ? " (simulated)" : "")")
    print("events       \(report.size)")
    print("streams      \(report.streams)")
    print("tree root    \(report.root.base64)")
    print("checkpoints  \(report.checkpoints), signed by \(report.verifierKey)")
    print("sealed       \(report.openedFields) opened, \(report.erasedFields) erased")
    if report.vaultClosed != nil { print("vault        not checked: its keys cannot be opened here") }
    for finding in report.findings {
      let place = finding.position.map { "position \($0)" } ?? "the log"
      Terminal.complain("\(place): \(finding.flaw.rawValue)")
    }
    guard report.isIntact else {
      Terminal.complain("\(report.findingCount) findings: this log does not verify")
      return 5
    }
    print("intact       every leaf, tile, stream and checkpoint agrees")
    return 0
  }
}
