/// What a correction, a voiding or a revocation changes beyond the entry itself: how each participant whom it concerns stood
/// before, and how they stand after it. A dry run shows it before it is done, the receipt once it is (R21).
package struct Ripple: Record {
  package var participants: [RippleLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("participants", &participants, "Those of whom the one who asks may know.")
  }
}

/// What changes for one participant.
package struct RippleLine: Record {
  package var after = Standing()
  package var before = Standing()
  package var deviations: [DeviationKind] = []
  package var participant = Person()

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("after", &after)
    try members("before", &before)
    try members("deviations", &deviations, "What it flags.")
    try members("participant", &participant)
  }
}

/// How a participant stands in what is about to change.
package struct Standing: Record {
  package var certificate: Code?
  package var completed: Bool?
  package var tracks: [TrackLine] = []

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("certificate", &certificate, "The number of the certificate that stands.")
    try members("completed", &completed, "Absent for whoever may know only of the track.")
    try members("tracks", &tracks, "The tracks that it touches.")
  }
}

extension Ripple {
  /// The ripple of what a command proposes, as far as the one who asks may see it: the participant and the HR Centre all of
  /// it, the immediate leader the dialogues; a mentor and a host not what it comes to with others. Nil where the command changes nothing recorded
  /// before.
  init?(_ proposals: [Proposal], _ cohort: Cohort, _ organisation: Organisation, _ context: Context) {
    guard let fact = proposals.first?.fact as? any RipplingFact else { return nil }
    var after = cohort
    fact.apply(to: &after, Header(Proposal(fact), context, revision: cohort.revision))
    let isHR = organisation.holds(context.person, .hr, in: cohort.setup.code)
    let me = context.principal.alias
    self.init()
    for participant in fact.concerned(in: cohort) {
      let isAll = isHR || participant == me
      let track = fact.entry(in: cohort)?.track
      guard isAll || track == .dialogues && organisation.leads(context, participant) else { continue }
      var line = RippleLine()
      line.participant = Person(participant)
      line.before = Standing(of: participant, track, in: cohort, on: context.localDate, isAll: isAll)
      line.after = Standing(of: participant, track, in: after, on: context.localDate, isAll: isAll)
      line.deviations = proposals.compactMap { $0.fact as? DeviationFlagged }
        .filter { isAll && $0.participant == participant }.map(\.kind)
      participants.append(line)
    }
  }
}

extension Organisation {
  /// Whether the one in whose name it is done is a participant's immediate leader today.
  fileprivate func leads(_ context: Context, _ participant: Alias) -> Bool {
    guard let person = context.directory.person(behind: participant) else { return false }
    return people[person]?.leader == context.principal.person
  }
}

extension Standing {
  fileprivate init(of participant: Alias, _ track: Track?, in cohort: Cohort, on day: CivilDate, isAll: Bool) {
    self.init()
    if let track { tracks = [TrackLine(cohort.track(track, of: participant, on: day))] }
    guard isAll else { return }
    completed = cohort.completion(of: participant) != nil
    certificate = cohort.programme.completions.standingCertificate(of: participant)
  }
}

/// A fact that changes what was recorded before it.
protocol RipplingFact: CohortFact {
  /// The entry that it changes, where it changes one.
  func entry(in cohort: Cohort) -> Entry?
  func concerned(in cohort: Cohort) -> [Alias]
}

extension RipplingFact {
  func concerned(in cohort: Cohort) -> [Alias] { entry(in: cohort)?.participants ?? [] }
}

extension EntryCorrected: RipplingFact {
  func entry(in cohort: Cohort) -> Entry? { cohort.programme.entries[entry] }
}

extension EntryVoided: RipplingFact {
  func entry(in cohort: Cohort) -> Entry? { cohort.programme.entries[entry] }
}

extension CertificateRevoked: RipplingFact {
  func entry(in cohort: Cohort) -> Entry? { nil }
  func concerned(in cohort: Cohort) -> [Alias] { [participant] }
}
