import Glibc
import TalentDomain

extension Talentd {
  /// The file that it touches when a turning point should be anchored.
  var bell: String { "\(folder)/bell" }
  var policyFile: String { "\(folder)/policy" }

  /// Makes a policy its own, before it starts.
  func witnessed(by policy: String, _ more: String...) throws {
    try Files.write(Array(policy.utf8), to: policyFile)
    settings.arguments += ["--anchor-policy", policyFile, "--anchor-bell", bell] + more
  }

  /// One run of `talent-anchor`.
  func anchor(user: OSUser? = nil, _ more: String...) throws -> ChildProcess.Finished {
    try ChildProcess.run(
      (user?.prefix ?? []) + [
        try Programs.talentAnchor(), "--socket-path", socket, "--anchor-policy", policyFile, "--anchor-timeout", "2",
      ] + more)
  }

  /// The log's verifier key.
  func key() throws -> String { try client().ask(ShowCheckpoint()).key.value }

  func size() throws -> Int {
    guard let size = try client().ask(ShowStatus()).size else { throw Trouble("the size is not told") }
    return size
  }

  func anchorStatus() throws -> AnchorStatus {
    guard let status = try client().ask(ShowStatus()).anchor else { throw Trouble("nothing is told of anchors") }
    return status
  }
}
