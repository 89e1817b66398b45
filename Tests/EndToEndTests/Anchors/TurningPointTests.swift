import Evidence
import Glibc
import TalentDomain
import Testing

/// Before and after a turning point a checkpoint is signed, and anchoring is asked for.
struct TurningPointTests {
  @Test func `each turning point asks for anchoring, and what was before it is signed by itself`() throws {
    try withFolder { folder in
      let daemon = Talentd(in: folder)
      defer { daemon.kill() }
      try daemon.witnessed(by: "quorum none\n")
      try daemon.start()
      let world = try World.built(on: daemon, to: .eligible)
      unlink(daemon.bell)
      var sizes = Set(try daemon.client().ask(CheckpointForAnchoring()).earlier)
      for stage in [World.Stage.scored, .ranked, .proposed, .approved] {
        let before = try daemon.size()
        try world.build(from: stage, to: stage)
        #expect(Files.exists(daemon.bell), "\(stage)")
        unlink(daemon.bell)
        let answer = try daemon.client().ask(CheckpointForAnchoring())
        // The turning point is in the newest; what was before it has a checkpoint of its own.
        let new = Set(answer.earlier).subtracting(sizes)
        #expect(!new.isEmpty && new.allSatisfy { $0 >= before && $0 < answer.size }, "\(stage): \(answer.earlier)")
        sizes.formUnion(answer.earlier)
      }
      // An offer of a seat is none.
      try world.build(from: .offered, to: .offered)
      #expect(!Files.exists(daemon.bell))
    }
  }

  @Test func `a proof leads from any size that a witness may know to the newest`() throws {
    try withTalentd { daemon in
      _ = try World.built(on: daemon, to: .staffed)
      let newest = try daemon.client().ask(CheckpointForAnchoring())
      #expect(newest.size == (try daemon.size()))
      for from in [0, 1, newest.size / 2, newest.size] {
        var query = CheckpointForAnchoring()
        (query.size, query.from) = (newest.size, from)
        let answer = try daemon.client().ask(query)
        #expect(answer.note == newest.note)
        #expect(answer.proof.isEmpty == (from == 0 || from == newest.size))
      }
      var beyond = CheckpointForAnchoring()
      beyond.from = newest.size + 1
      #expect(throws: ServiceError.self) { try daemon.client().ask(beyond) }
      beyond = CheckpointForAnchoring()
      beyond.size = newest.size + 1
      #expect(throws: ServiceError.self) { try daemon.client().ask(beyond) }
    }
  }
}
