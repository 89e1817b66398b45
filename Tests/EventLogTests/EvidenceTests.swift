import EventLog
import Testing
import Transparency

@Suite struct EvidenceTests {
  @Test func `every proof holds against roots computed from the leaves alone`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder)) { log, writer in
      try await fill(writer, 1100)
      let reader = log.reader()
      var frontier = Frontier()
      var roots = [frontier.root]
      var hashes: [Transparency.Hash] = []
      try reader.scan { bytes, _ in
        hashes.append(TreeHash.leaf(bytes))
        frontier.append(TreeHash.leaf(bytes))
        roots.append(frontier.root)
      }
      let sizes = [1, 2, 3, 255, 256, 257, 511, 512, 513, 768, 1000, 1024, 1025, 1100]
      for size in sizes {
        #expect(try reader.root(size: size) == roots[size])
        for position in [0, 1, size / 3, size / 2, size - 1] where position < size {
          try reader.inclusionProof(position: position, size: size).verify(leaf: hashes[position], root: roots[size])
        }
        for first in sizes where first <= size {
          try reader.consistencyProof(from: first, to: size).verify(firstRoot: roots[first], secondRoot: roots[size])
        }
      }
      #expect(throws: LogError.outOfRange) { try reader.inclusionProof(position: 5, size: 1101) }
      #expect(throws: LogError.outOfRange) { try reader.inclusionProof(position: 5, size: 5) }
    }
  }

  @Test func `a checkpoint asked for is signed before the answer, for what is durable`() async throws {
    let folder = try TemporaryFolder()
    let settings = LogSettings.test(folder) { $0.checkpointInterval = .seconds(3600) }
    try await withLog(settings) { log, writer in
      // The first one is signed unasked.
      try await fill(writer, 3)
      for _ in 0..<5 {
        _ = try await writer.submit { desk in
          _ = try desk.append(draft())
          desk.checkpointNow()
          return 0
        }
        let checkpoint = try #require(log.latestCheckpoint)
        #expect(checkpoint.size == log.size)
        let verifier = try #require(NoteVerifier(vkey: log.verifierKey))
        let note = try SignedNote(parsing: Array(checkpoint.note.utf8))
        let parsed = try Checkpoint(verifying: note, by: verifier)
        #expect(try parsed.root == log.reader().root(size: log.size))
        #expect(parsed.origin.text == "test.example/log")
        #expect(try log.reader().checkpoint(atLeast: log.size) == checkpoint)
      }
      #expect(try log.reader().checkpoint(atLeast: log.size + 1) == nil)
    }
  }

  @Test func `what was durable before a batch that asks for a checkpoint is signed by itself, too`() async throws {
    let folder = try TemporaryFolder()
    let settings = LogSettings.test(folder) { $0.checkpointInterval = .seconds(3600) }
    try await withLog(settings) { log, writer in
      try await fill(writer, 3)
      try await fill(writer, 4, from: 3)
      let before = log.size
      // The first one was signed unasked, and covers less.
      #expect(try #require(log.latestCheckpoint).size < before)
      _ = try await writer.submit { desk in
        #expect(desk.durableSize == before)
        _ = try desk.append(draft())
        desk.checkpointNow()
        return 0
      }
      let verifier = try #require(NoteVerifier(vkey: log.verifierKey))
      for size in [before, before + 1] {
        let checkpoint = try #require(try log.reader().checkpoint(atLeast: size))
        #expect(checkpoint.size == size)
        let note = try SignedNote(parsing: Array(checkpoint.note.utf8))
        #expect(try Checkpoint(verifying: note, by: verifier).root == log.reader().root(size: size))
      }
    }
    #expect(throws: Never.self) { try LogVerifier.verify(folder: folder.path) }
  }

  @Test func `a lone writer signs what it left unsigned, without being asked`() async throws {
    let folder = try TemporaryFolder()
    try await withLog(.test(folder) { $0.checkpointInterval = .milliseconds(20) }) { log, writer in
      for _ in 0..<3 {
        try await fill(writer, 1)
        let deadline = ContinuousClock.now + .seconds(10)
        while log.latestCheckpoint?.size != log.size, ContinuousClock.now < deadline { await Task.yield() }
        #expect(log.latestCheckpoint?.size == log.size)
      }
    }
  }

  @Test func `stopping signs the end, and the same end is not signed twice`() async throws {
    let folder = try TemporaryFolder()
    let settings = LogSettings.test(folder) { $0.checkpointInterval = .seconds(3600) }
    try await withLog(settings) { _, writer in try await fill(writer, 40) }
    let log = try EventLog(opening: settings, create: false)
    let checkpoint = try #require(log.latestCheckpoint)
    #expect(checkpoint.size == 40)
    #expect(try log.signCheckpoint() == checkpoint)
    #expect(try LogVerifier.verify(folder: folder.path).newestCheckpoint == checkpoint)
  }
}
