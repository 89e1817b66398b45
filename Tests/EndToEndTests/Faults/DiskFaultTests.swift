import Glibc
import TalentDomain
import TalentInterface
import Testing

/// A disk that is full, read-only or gone, under the real service.
@Suite("Faults of the disk", .serialized, .timeLimit(.minutes(10)))
struct DiskFaultTests {
  private func withDisk(_ mebibytes: Int = 24, _ body: (SmallDisk, Talentd) throws -> Void) throws {
    try withFolder { folder in
      let disk = try SmallDisk(in: folder, mebibytes: mebibytes)
      let daemon = Talentd(in: disk.path)
      defer { daemon.kill() }
      try daemon.start()
      _ = try World.built(on: daemon, to: .nominated)
      try body(disk, daemon)
    }
  }

  /// What somebody may read without leaving a trace each time goes on; who must leave one is told why nothing is shown.
  private func expectReading(_ daemon: Talentd) throws {
    var query = ListNominations()
    query.cohort = "2027"
    let moment = CohortDates.cohort2027.moments[.nominated]
    #expect(try daemon.client(as: Cast.hr, at: moment).ask(query).nominations.count == 21)
    #expect(try daemon.client().ask(ShowStatus()).readOnly)
    do {
      _ = try daemon.client(as: Cast.auditor, at: moment).ask(query)
      Issue.record("an auditor read without leaving a trace")
    } catch let error as ServiceError {
      #expect(error.kind == .readOnly)
    }
  }

  private func expectRefusals(_ daemon: Talentd) throws {
    for (language, word) in [("da", "kan ikke skrive lige nu"), ("en", "cannot write now")] {
      var talentctl = Talentctl(daemon)
      talentctl.language = language
      let run = try talentctl.run("centre", "register", "Nyt center")
      #expect(run.status == 75 && run.error.contains(word), "\(run.status) \(run.error)")
    }
  }

  @Test func `a full disk refuses writes clearly, goes on showing, and is written again when there is room`() throws {
    try withDisk { disk, daemon in
      let pid = daemon.pid
      var records = Records(daemon)
      for _ in 0..<5 { #expect(try records.add() == nil) }
      try disk.fill()
      // The last blocks of files that have some may still take a few.
      let refusal = try until("a command is refused", seconds: 60) { try records.add() }
      #expect(refusal.kind == .readOnly)
      try expectReading(daemon)
      try expectRefusals(daemon)
      for _ in 0..<20 { #expect(try records.add()?.kind == .readOnly) }
      disk.makeRoom()
      try until("the service writes again", seconds: 30) { try records.add() == nil ? true : nil }
      #expect(daemon.pid == pid, "it went on by itself")
      for _ in 0..<5 { #expect(try records.add() == nil) }
      try records.expectKept()
    }
  }

  @Test(arguments: [true, false])
  func `a start on a full disk says so, is worth another try, and succeeds when there is room`(_ wasStopped: Bool)
    throws
  {
    try withDisk { disk, daemon in
      var records = Records(daemon)
      for _ in 0..<5 { #expect(try records.add() == nil) }
      if wasStopped { try daemon.stop() } else { daemon.kill() }
      try disk.fill()
      let vain = try daemon.startInVain()
      // After 5 and 78 the service manager lets it be.
      #expect(![0, 5, 78].contains(vain.status) && vain.error.contains("the disk is full"), "\(vain)")
      disk.makeRoom()
      try daemon.start()
      #expect(try records.add() == nil)
      try records.expectKept()
    }
  }

  @Test func `a disk that fills up while it is written to loses nothing that was acknowledged`() throws {
    try withDisk(16) { disk, daemon in
      var records = Records(daemon)
      for round in 0..<4 {
        let filling = "\(disk.path)/filling-\(round)"
        try Files.write([UInt8](repeating: 1, count: 1 << 20), to: filling)
        try disk.fill()
        for _ in 0..<30 { try records.add() }
        disk.makeRoom()
        unlink(filling)
        try until("the service writes again", seconds: 30) { try records.add() == nil ? true : nil }
      }
      #expect(records.acknowledged >= 4)
      try records.expectKept()
    }
  }

  @Test
  func `a disk that the kernel makes read-only refuses writes, goes on showing, and starts again when it is mended`()
    throws
  {
    try withDisk { disk, daemon in
      var records = Records(daemon)
      for _ in 0..<5 { #expect(try records.add() == nil) }
      try disk.turnReadOnly()
      #expect(try records.add()?.kind == .readOnly)
      try expectReading(daemon)
      for _ in 0..<5 { #expect(try records.add()?.kind == .readOnly) }
      daemon.kill()
      // Nobody can write there: it says so, and changes nothing.
      let vain = try daemon.startInVain()
      #expect(vain.status != 0 && !vain.error.isEmpty)
      try disk.unmount()
      try disk.repair()
      try disk.mount()
      try daemon.start()
      #expect(try records.add() == nil)
      try records.expectKept()
    }
  }

  @Test func `a disk that is pulled out takes nothing along that was acknowledged, and nothing is begun in its place`()
    throws
  {
    try withDisk { disk, daemon in
      var records = Records(daemon)
      let connection = try daemon.connection()
      for _ in 0..<5 { #expect(try records.add(over: connection) == nil) }
      try disk.pull()
      // Its files are open: what is answered is on the disk, wherever that is.
      for _ in 0..<5 { try records.add(over: connection) }
      daemon.kill()
      #expect(try Files.names(in: disk.path).isEmpty, "somebody began a new log where the disk had been")
      try disk.mount()
      try daemon.start()
      #expect(try records.add() == nil)
      try records.expectKept()
    }
  }
}
