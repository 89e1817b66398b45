/// The HR Centre rules that a participant has completed the programme: by every lower bound, or with a ground.
package struct CompleteProgramme: CohortCommand {
  package var cohort = Code.blank
  package var ground: Text?
  package var participant = PersonRef.blank

  package static let purpose = Bilingual(
    da: "Registrér at en deltager har gennemført programmet.",
    en: "Record that a participant has completed the programme.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("ground", &ground, "Why, where a track is below its lower bound.")
    try members("participant", &participant)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    let participant = try participant.known()
    var fact = ProgrammeCompleted()
    fact.participant = participant.alias
    fact.short = cohort.shortTracks(of: participant.alias, on: context.localDate)
    let ground = ground.flatMap { $0.isBlank ? nil : $0 }
    fact.grounded = ground != nil
    return [
      Proposal(
        fact, subject: participant.alias,
        sealed: ground.map { [Sealed(CompletionGround($0), of: participant.person)] } ?? [])
    ]
  }
}

/// A participant has completed the programme.
package struct ProgrammeCompleted: CohortFact {
  package var grounded = false
  package var participant = Alias.none
  package var short: [Track] = []

  package static let type: StaticString = "programme.completed.v1"
  package static let purpose = Bilingual(
    da: "En deltager har gennemført programmet.", en: "A participant has completed the programme.")
  package static let sealed: [any SealedRecord.Type] = [CompletionGround.self]

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("grounded", &grounded, "Whether a ground is given, which is needed where a track is short.")
    try members("participant", &participant)
    try members("short", &short, "The tracks whose lower bound is not reached.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.completions.completed[participant] = CompletionState(
      short: short, day: header.localDate, position: header.position)
  }
}

/// Why somebody has completed the programme although a track is short.
package struct CompletionGround: SealedRecord {
  package var ground = Text("")

  package static let kind = SealedKind.completionGround
  package static let retention = RetentionClass.programme
  package static let audience = Audience.programme

  package init() {}
  init(_ ground: Text) { self.ground = ground }

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ground", &ground)
  }
}
