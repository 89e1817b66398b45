import EventLog
import History
import Leaves
import Projections
import TalentDomain
import TalentInterface

// Papers for those who answer for the data, and for whoever wants figures without people.
extension Answering {
  /// Always of the record as it is: figures of another moment, beside these, could tell of one person.
  func statistics(_ query: ShowStatistics) throws -> CohortStatistics? {
    guard scene.end == nil else { throw Refusal.invalid(Fault(.unknownMember, at: ["at"])) }
    guard let warm = scene.memory.cohorts[query.cohort], warm.state.isOpen else { return nil }
    var moments = StatisticsMoments()
    try scene.reader.scan(stream: Stream.cohort(query.cohort), upToPosition: scene.size) { bytes, position in
      let leaf = try Leaf(bytes, position: position)
      try moments.take(recorded: try Header(leaf).localDate) { state in try fold(leaf, into: &state) }
    }
    moments.pass(scene.today)
    let links = warm.links
    let organisation = scene.memory.organisation
    return CohortStatistics(
      warm.state.setup, moments, centres: Array(organisation.centres.keys),
      professions: Array(Set(organisation.people.values.map(\.profession))),
      thing: { links.thingBehind[$0] ?? $0 })
  }

  func processingRegister() throws -> ProcessingRegister {
    let cohorts = try readings(scene.memory.cohortCodes).map(\.cohort.setup)
    return ProcessingRegister(DataController(daemon.settings.sender), made: scene.today) { kind in
      RetentionPeriods.of(kind, in: cohorts, on: scene.today)
    }
  }
}
