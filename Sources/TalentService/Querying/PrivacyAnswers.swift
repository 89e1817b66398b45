import EventLog
import Projections
import TalentDomain
import TalentInterface
import Varlink

// What is to be erased, when, and what has been.
extension Daemon {
  /// The periods of everybody's data, page by page.
  func listRetention(
    _ query: ListRetention, _ question: Question, _ scene: Scene, _ call: VarlinkCall, _ reply: ReplySink
  ) async throws {
    let day = query.on ?? scene.today
    let pages = RetentionList.pages(
      query, try scene.retentionPlans(on: day), scene.organisation.privacy, on: day)
    guard call.more || pages.count == 1 else { return await reply.expectedMore() }
    for (index, page) in pages.enumerated() {
      let bytes = try await traced(page, question, scene)
      if index == pages.count - 1 { return await reply.reply(canonical: bytes) }
      try await reply.continues(canonical: bytes)
    }
  }
}

extension Answering {
  /// What is owed to people over their data; for those who owe it, and those who watch over it.
  func privacyDuties(_ query: ListDuties) throws -> [DutyLine] {
    let viewer = scene.viewer(in: nil)
    guard query.cohort == nil, PrivacyDuties.concern(viewer) else { return [] }
    var duties = PrivacyDuties(scene.organisation.privacy, today: scene.today)
    // How long data is kept follows from how the case ended.
    if PrivacyDuties.retentionConcerns(viewer), !viewer.isShutOut {
      // Those cohorts that are at hand: the list of what is due looks at all there ever were.
      let codes = scene.memory.cohortCodes.filter { scene.memory.cohorts[$0] != nil }
      duties.count(try scene.retentionPlans(on: scene.today, of: codes))
    }
    return duties.lines(for: viewer, onlyOwn: query.mine == true)
  }
}

extension Scene {
  /// How long the data of everybody is kept who has a part in a cohort, or has left. Cohorts that nobody asked for lately are
  /// folded here, and not kept: the writer does not wait for it.
  func retentionPlans(
    on day: CivilDate, of codes: [Code]? = nil
  ) throws(LogError) -> [(person: Alias, plan: RetentionPlan)] {
    var ledger = RetentionLedger(on: day)
    for code in codes ?? memory.cohortCodes {
      let warm = memory.cohorts[code]
      let folded: WarmCohort
      if let warm, end == nil {
        folded = warm
      } else {
        folded = try Folding.cohort(code, reader, upTo: size, opensLinks: warm == nil)
      }
      guard folded.state.isOpen else { continue }
      let links = warm?.links ?? folded.links
      ledger.take(code, folded.state, links.aliasOf.map { (alias: $0.value, person: $0.key) })
    }
    return ledger.plans(organisation)
  }
}
