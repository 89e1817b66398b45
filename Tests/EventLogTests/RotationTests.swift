import EventLog
import Synchronization
import Testing
import Transparency

@Suite("Changing the log's key")
struct RotationTests {
  @Test func `both keys sign while they overlap, then the new one alone, and the log is opened and verified by either`()
    async throws
  {
    let folder = try TemporaryFolder()
    var first = ""
    try await withLog(.test(folder)) { log, writer in
      first = log.verifierKey
      _ = try await writer.submit { desk in try desk.append(draft()).position }
      let made = Mutex<SignedRotation?>(nil)
      _ = try await writer.submit { desk in
        let rotation = try desk.rotateKey(until: desk.now + 1_000)
        made.withLock { $0 = rotation }
        desk.checkpointNow()
        return try desk.append(draft()).position
      }
      let rotation = try #require(made.withLock { $0 })
      #expect(rotation.previous == first && rotation.key != first)
      let statement = KeyRotation(origin: log.origin, previous: rotation.previous, key: rotation.key)
      #expect(statement.isSigned(previous: rotation.signature, key: rotation.proof))
      #expect(!statement.isSigned(previous: rotation.proof, key: rotation.signature))
      #expect(log.verifierKey == rotation.key)
      #expect(try signers(log) == [rotation.key, first])
    }
    // A later event: the overlap has passed, and the old private key is gone.
    let key = try await withLog(later(folder)) { log, writer in
      _ = try await writer.submit { desk in
        desk.checkpointNow()
        return try desk.append(draft()).position
      }
      #expect(try signers(log) == [log.verifierKey])
      try log.forgetRetiredKeys()
      return log.verifierKey
    }
    try await withLog(later(folder)) { log, _ in
      #expect(log.verifierKey == key)
      #expect(log.logKeys.map(\.key) == [first, key])
    }
    let report = try LogVerifier.verify(folder: folder.path)
    #expect(report.isIntact && report.verifierKey == key)
    // Whoever knows only the first key, and whoever knows only the new one.
    for known in [first, key] {
      var knowledge = OutsideKnowledge()
      knowledge.keys = [try #require(NoteVerifier(vkey: known))]
      #expect(try LogVerifier.verify(folder: folder.path, against: knowledge).isIntact)
    }
  }

  @Test func `a request that fails after changing the key has changed nothing`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      let before = log.verifierKey
      await #expect(throws: WriterError.self) {
        try await writer.submit { desk in
          _ = try desk.rotateKey(until: desk.now + 1)
          var bad = draft()
          bad.stream = ""
          return try desk.append(bad).position
        }
      }
      #expect(log.verifierKey == before && log.logKeys.count == 1)
      // What the failed try left in the key file is in nobody's way.
      _ = try await writer.submit { desk in try desk.rotateKey(until: desk.now + 1).key.utf8.count }
      #expect(log.logKeys.count == 2)
    }
    #expect(try LogVerifier.verify(folder: folder.path).isIntact)
  }

  @Test func `two changes in one batch make a chain of three keys`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      _ = try await writer.submit { desk in
        _ = try desk.append(draft())
        for _ in 0..<2 { _ = try desk.rotateKey(until: desk.now + 1000) }
        desk.checkpointNow()
        return desk.logKeys.count
      }
      #expect(log.logKeys.count == 3)
    }
    try await withLog(.test(folder)) { log, _ in #expect(Set(log.logKeys.map(\.key)).count == 3) }
    #expect(try LogVerifier.verify(folder: folder.path).isIntact)
  }

  private func later(_ folder: TemporaryFolder) -> LogSettings {
    var settings = LogSettings.test(folder)
    settings.clock = TestClock(1_900_000_000_000)
    return settings
  }

  private func signers(_ log: EventLog) throws -> [String] {
    let checkpoint = try #require(log.latestCheckpoint)
    let note = try SignedNote(parsing: Array(checkpoint.note.utf8))
    let known = log.logKeys.compactMap { NoteVerifier(vkey: $0.key) }
    return try note.signatures.map { signature in
      let verifier = try #require(known.first { $0.keyID == signature.keyID })
      try note.verified(by: [verifier])
      return verifier.vkey
    }
  }
}
