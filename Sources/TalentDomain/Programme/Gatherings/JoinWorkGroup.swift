/// Participants who came late to the cohort join a work group.
package struct JoinWorkGroup: CohortCommand {
  package var cohort = Code.blank
  package var group = 0
  package var participants: [PersonRef] = []

  package static let purpose = Bilingual(
    da: "Føj deltagere til en arbejdsgruppe.", en: "Add participants to a work group.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("group", &group, "The group's number.")
    try members("participants", &participants)
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    guard let group = cohort.programme.workGroups.group(numbered: group) else {
      throw .rule(noSuchWorkGroup(cohort))
    }
    var proposals: [Proposal] = []
    for participant in try recorded(participants) {
      var fact = WorkGroupMemberJoined()
      fact.group = group.id
      fact.participant = participant.alias
      proposals.append(Proposal(fact, subject: fact.participant, cause: group.position))
    }
    return proposals
  }
}

/// A participant has joined a work group.
package struct WorkGroupMemberJoined: CohortFact {
  package var group = Alias.none
  package var participant = Alias.none

  package static let type: StaticString = "work-group-member.joined.v1"
  package static let purpose = Bilingual(
    da: "En deltager er kommet med i en arbejdsgruppe.", en: "A participant has joined a work group.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("group", &group)
    try members("participant", &participant)
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.workGroups.change(group) { $0.members.append(participant) }
  }
}
