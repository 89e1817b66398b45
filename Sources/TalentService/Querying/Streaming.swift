import Projections
import TalentDomain
import TalentInterface
import Varlink

// Answers that come in several replies.
extension Daemon {
  /// The log page by page; with `follow`, then each commit as it comes, until the client goes.
  func follow(
    _ query: FollowLog, _ question: Question, _ scene: Scene, _ call: VarlinkCall, _ reply: ReplySink
  ) async throws {
    var next = query.from ?? scene.size
    let follows = query.follow ?? false
    // One who takes a single reply would wait for the end of a log that has none.
    guard call.more || !follows else { return await reply.expectedMore() }
    while true {
      // Who may read the log is asked again with what has happened meanwhile.
      let scene = scene.renewed(try await self.memory(with: published.read().latestCohorts))
      try Impartiality.check(question.query, scene)
      let memory = scene.memory
      let end = scene.end ?? memory.size
      while next < end {
        var query = TrailQuery()
        query.from = next
        query.end = end
        query.limit = TrailPages.usual
        let trail = try views.reader().trail(query)
        var page = AuditTrail(trail, to: scene)
        next = trail.next ?? end
        page.next = next
        let known = try await self.memory(with: memory.latestCohorts)
        let bytes = try await traced(page, question, scene.renewed(known))
        if next >= end, !follows { return await reply.reply(canonical: bytes) }
        try await reply.continues(canonical: bytes)
      }
      guard follows, scene.end == nil, await published.grows(beyond: next) else {
        return await reply.reply(canonical: AuditTrail().canonical)
      }
    }
  }

  /// Rebuilds the views beside the ones that go on answering; the last reply carries both digests.
  func rebuild(_ reply: ReplySink) async throws {
    let rebuilt = try await condition.during(.rebuild) {
      try await views.rebuild { done, total in
        var step = RebuildProgress()
        step.done = done
        step.total = total
        try await reply.continues(canonical: step.canonical)
      }
    }
    var last = RebuildProgress()
    last.done = rebuilt.after.position
    last.total = rebuilt.after.position
    last.digest = rebuilt.after.all
    last.before = rebuilt.before?.all
    await reply.reply(canonical: last.canonical)
  }
}
