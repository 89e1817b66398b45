import Glibc
import Seeded
import Testing

/// `kill -9` under load, again and again. What a client was told is durable is there afterwards; what it was not told is
/// there wholly or not at all.
@Suite(.serialized, .timeLimit(.minutes(6))) struct CrashTests {
  /// Kills in all, and those of them that fell between append and reply.
  static let kills = 50
  static let hits = 20
  /// A log is left for a new one after so many kills, so that checking it stays quick.
  static let killsPerLog = 10

  struct Tally {
    var kills = 0
    var hits: [CrashMarks.Step: Int] = [:]
    var answered = 0
    var unanswered = 0
    var durableUnanswered = 0

    var between: Int { hits.filter { $0.key.isBetweenAppendAndReply }.values.reduce(0, +) }
    var isEnough: Bool { kills >= CrashTests.kills && between >= CrashTests.hits }
  }

  @Test func `a kill at any moment of an import leaves every acknowledged command and half of none`() throws {
    var random = SeededGenerator("TALENT_CRASH_SEED", or: 20_270_301)
    var tally = Tally()
    while !tally.isEnough {
      guard tally.kills < 4 * CrashTests.kills else { break }
      try withFolder { folder in
        let marks = try CrashMarks("\(folder)/marks")
        var settings = Talentd.Settings()
        settings.environment["TALENTD_CRASH_MARKS"] = marks.path
        let daemon = Talentd(in: folder, settings)
        defer { daemon.kill() }
        try daemon.start()
        _ = try World.built(on: daemon, to: .prepared)
        for _ in 0..<CrashTests.killsPerLog where !tally.isEnough {
          try killOnce(daemon, marks, &tally, &random)
        }
        try daemon.stop()
        try expectIntact(daemon)
      }
    }
    print(
      """
      kills: \(tally.kills), of them between append and reply: \(tally.between) \
      (after append \(tally.hits[.appended] ?? 0), after commit \(tally.hits[.committed] ?? 0)); \
      commands answered: \(tally.answered), unanswered: \(tally.unanswered), \
      durable although unanswered: \(tally.durableUnanswered)
      """)
    #expect(tally.kills >= CrashTests.kills && tally.between >= CrashTests.hits)
    #expect(tally.answered > CrashTests.kills)
  }

  /// Loads, kills, verifies the files as they lie, starts again and looks for everything.
  private func killOnce(
    _ daemon: Talentd, _ marks: CrashMarks, _ tally: inout Tally, _ random: inout SeededGenerator
  ) throws {
    let load = ImportLoad(daemon.socket, round: tally.kills)
    try Threads.run(ImportLoad.clients, { load.run($0) }) {
      // Whatever happens here, the clients end only with the service.
      defer { daemon.kill() }
      let wanted = 1 + random.below(12)
      try until("the load is answered", seconds: 30) { load.answers >= wanted ? true : nil }
      usleep(UInt32(random.below(20_000)))
      // Three in four fall close behind the beginning of a commit, the others at any moment of the load.
      guard random.below(4) > 0 else { return }
      marks.awaitAppend()
      spin(microseconds: random.below(1500))
    }
    tally.kills += 1
    if let step = marks.last { tally.hits[step, default: 0] += 1 }
    tally.answered += load.commands.filter(\.isAcknowledged).count

    try expectIntact(daemon)
    try daemon.start()
    var survivors = try Survivors(daemon)
    try survivors.checkOrder()
    try survivors.checkViews()
    try survivors.checkAcknowledged(load.commands)
    try survivors.checkUnanswered(load.commands)
    tally.unanswered += survivors.unanswered
    tally.durableUnanswered += survivors.durableUnanswered
  }

  /// `talentd verify` finds every leaf, tile, stream, checkpoint and sealed field in order.
  private func expectIntact(_ daemon: Talentd) throws {
    let verified = try daemon.verify()
    #expect(verified.status == 0, "\(verified.error)")
  }

  /// A sleep is never so short.
  private func spin(microseconds: Int) {
    let end = ContinuousClock.now + .microseconds(microseconds)
    while ContinuousClock.now < end {}
  }
}
