import CivilTime
import Crypto
import EventLog
import History
import Leaves
import Projections
import TalentDomain
import TalentInterface
import Transparency
import Varlink

// A cohort judged again, by the same rules as at the door: every event from the first on, read from the log.
extension Daemon {
  /// The summary first, then the findings and the events as the client takes them.
  func replay(
    _ query: ReplayCohort, _ question: Question, _ scene: Scene, _ call: VarlinkCall, _ reply: ReplySink
  ) async throws {
    let knowledge = try scene.knowledge(of: query.cohort)
    let replay = try Folding.replay(query.cohort, scene.reader, upTo: scene.end(query.to), knowing: knowledge)
    guard replay.cohort.isOpen else { throw Refusal.notFound }
    let limit = query.effective.flatMap { startOfDay(after: $0) }
    let pages = replay.pages(all: query.all ?? false, effectiveBefore: limit)
    guard call.more || pages.count == 1 else { return await reply.expectedMore() }
    for (index, page) in pages.enumerated() {
      let bytes = try await traced(page, question, scene, cohort: query.cohort)
      if index == pages.count - 1 { return await reply.reply(canonical: bytes) }
      try await reply.continues(canonical: bytes)
    }
  }

  /// The same cohort as if other rules or weights had held; that somebody wanted to know it is on record.
  func suppose(
    _ query: ReplayWhatIf, _ question: Question, _ scene: Scene, _ reply: ReplySink
  ) async throws {
    let knowledge = try scene.knowledge(of: query.cohort)
    var whatIf = WhatIf(query.supposed, of: query.cohort, knowing: knowledge)
    try Folding.interleaved(query.cohort, scene.reader, upTo: scene.size) { leaf in try whatIf.take(leaf) }
    let shown = try whatIf.shown()
    try await reply.reply(canonical: traced(shown, question, scene, cohort: query.cohort))
  }

  /// The first instant after a day of the municipality's calendar.
  func startOfDay(after day: CivilDate) -> TalentDomain.Instant? {
    zone.instant(LocalTime(date: day.adding(days: 1), time: TimeOfDay(seconds: 0)))
  }
}

extension Scene {
  /// Where a replay stops: before the moment asked about, and after the last position wanted.
  func end(_ last: Int?) throws(Fault) -> Int {
    guard let last else { return size }
    guard last >= 0 else { throw Fault(.outOfRange(0...Int.max), at: ["query", "to"]) }
    return min(last, size - 1) + 1
  }

  /// What the asker may know in a replay; nobody replays the cohort in which they are nominated (R19).
  func knowledge(of code: Code) throws(Refusal) -> ViewerKnowledge {
    guard let warm = memory.cohorts[code] else { throw .notFound }
    let inCohort = disclosing(in: code)
    guard warm.state.nominations.live[inCohort.viewer.alias] == nil else { throw .notFound }
    return ViewerKnowledge(reader, inCohort, disclosing(), warm.links, Stream.cohort(code), sight)
  }
}

extension Folding {
  /// A replay of the leaves before a position.
  static func replay(
    _ code: Code, _ reader: LogReader, upTo end: Int, knowing knowledge: any ReplayKnowledge
  ) throws(LogError) -> Replay {
    var replay = Replay(of: code, knowing: knowledge, digest: sha256)
    try interleaved(code, reader, upTo: end) { leaf in try replay.take(leaf) }
    return replay
  }

  /// The leaves of the organisation and of one cohort in order of position.
  static func interleaved(
    _ code: Code, _ reader: LogReader, upTo end: Int, _ body: (Leaf) throws -> Void
  ) throws(LogError) {
    do {
      // Most of a long log belongs to neither, so that each of the two is read by itself.
      var others: [(position: Int, bytes: [UInt8])] = []
      try reader.scan(stream: Stream.organisation, upToPosition: end) { bytes, position in
        others.append((position, Array(bytes)))
      }
      var next = 0
      try reader.scan(stream: Stream.cohort(code), upToPosition: end) { bytes, position in
        while next < others.count, others[next].position < position {
          try others[next].bytes.withLeaf(at: others[next].position) { try body($0) }
          next += 1
        }
        try body(try Leaf(bytes, position: position))
      }
      for other in others[next...] { try other.bytes.withLeaf(at: other.position) { try body($0) } }
    } catch let error as LogError {
      throw error
    } catch let error as LeafError {
      throw LogError(error)
    } catch {
      throw .corrupt(position: nil, .leafMalformed)
    }
  }

  static func sha256(_ bytes: [UInt8]) -> TalentDomain.Digest {
    TalentDomain.Digest(Base64URL.encode(Array(SHA256.hash(data: bytes)))) ?? .blank
  }
}
