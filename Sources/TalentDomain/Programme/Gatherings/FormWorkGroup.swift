/// Participants form a work group around a task.
package struct FormWorkGroup: CohortCommand {
  package var cohort = Code.blank
  package var participants: [PersonRef] = []
  package var task = Line.blank

  package static let purpose = Bilingual(da: "Dan en arbejdsgruppe om en opgave.", en: "Form a work group for a task.")
  package static let area = Area.programme

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("cohort", &cohort)
    try members("participants", &participants, "Its members, at least two.")
    try members("task", &task, "What it works on. It is public: name nobody.")
  }

  package func propose(
    _ cohort: Cohort, _ organisation: Organisation, _ context: Context
  ) throws(Refusal) -> [Proposal] {
    let cohort = try cohort.opened()
    var fact = WorkGroupFormed()
    fact.group = context.directory.fresh()
    fact.members = try recorded(participants).map(\.alias)
    fact.number = cohort.programme.workGroups.groups.count + 1
    fact.task = task
    return [Proposal(fact)]
  }
}

/// A work group has been formed.
package struct WorkGroupFormed: CohortFact {
  package var group = Alias.none
  package var members: [Alias] = []
  package var number = 0
  package var task = Line.blank

  package static let type: StaticString = "work-group.formed.v1"
  package static let purpose = Bilingual(da: "En arbejdsgruppe er dannet.", en: "A work group has been formed.")

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("group", &group)
    try members("members", &self.members)
    try members("number", &number, "1, 2, … within the cohort.")
    try members("task", &task, "What it works on.")
  }

  package func apply(to cohort: inout Cohort, _ header: Header) {
    cohort.programme.workGroups.form(
      WorkGroup(id: group, number: number, task: task, members: members, position: header.position))
  }
}
