import EventLog
import Glibc
import TalentDomain
import Testing

/// `kill -9` at each step of an erasure: after the next start it is finished, and nothing else is lost.
struct ErasureCrashTests {
  @Test(arguments: CrashPoint.ofErasure)
  func `an erasure that was killed on its way is finished at the next start`(point: CrashPoint) throws {
    let before = try DecidedErasure.shared.value
    try withFolder { folder in
      let daemon = Talentd(in: folder)
      defer { daemon.kill() }
      try before.copy(to: daemon)
      daemon.settings.environment["TALENTD_CRASH_AT"] = point.rawValue
      try daemon.start()
      let administrator = try daemon.client(at: ErasedCanary.due)
      #expect(throws: (any Error).self) { try administrator.send(ErasedCanary.carryOut) }
      #expect(try daemon.waitForEnd() == 128 + SIGKILL, "it was to die at \(point)")
      daemon.settings.environment["TALENTD_CRASH_AT"] = nil
      try daemon.start()

      #expect(try before.secrets.scanner.findings(below: daemon.state).map(\.description) == [])
      let trail = try destroyed(daemon)
      #expect(trail.count == 1)
      #expect(trail.first?.cause != nil)
      try daemon.stop()
      let verified = try daemon.verify()
      #expect(verified.status == 0, "\(verified.output)\(verified.error)")
      let opened = try DecidedErasure.opened(daemon)
      #expect(opened.isSuperset(of: before.others), "lost: \(before.others.subtracting(opened))")
      #expect(opened.isDisjoint(with: before.own))
      // And once more: there is nothing left to finish.
      try daemon.start()
      #expect(try destroyed(daemon).count == 1)
    }
  }

  private func destroyed(_ daemon: Talentd) throws -> [AuditEntry] {
    var query = ListAuditTrail()
    query.type = Line("\(SubjectKeyDestroyed.type)")
    return try daemon.client(as: Cast.auditor, at: at("2031-06-03 09:00:00")).ask(query).entries
  }
}

/// A log in which an erasure has been decided and not begun, made once.
struct DecidedErasure {
  let folder: String
  let secrets: Secrets
  /// What opens beside its events: of the one who goes, and of everybody else.
  let own: Set<String>
  let others: Set<String>

  static let shared = Once<DecidedErasure> { try DecidedErasure() }

  private init() throws {
    let folder = try LastingFolder.make()
    let daemon = Talentd(in: folder)
    defer { daemon.kill() }
    try daemon.start()
    let erased = ErasedCanary(world: try CanarySelection.played(on: daemon).world)
    try erased.prepare()
    try erased.request()
    try erased.decide()
    var query = ListAuditTrail()
    (query.person, query.limit) = (Canary.ref, 1)
    let first = try erased.world.by(Cast.auditor).ask(query).entries.first.unwrapped().position
    secrets = try Secrets(of: daemon, at: first)
    try daemon.stop()
    let opened = try Self.opened(daemon)
    let own = Set(
      try attack("vault.py", [daemon.state, "opened", "\(first)"]).split(separator: "\n").map(String.init))
    self.folder = folder
    self.own = own
    others = opened.subtracting(own)
  }

  func copy(to daemon: Talentd) throws { try Files.copyState("\(folder)/state", to: daemon.state) }

  /// Every disclosure that opens.
  static func opened(_ daemon: Talentd) throws -> Set<String> {
    Set(try attack("vault.py", [daemon.state, "opened"]).split(separator: "\n").map(String.init))
  }
}
