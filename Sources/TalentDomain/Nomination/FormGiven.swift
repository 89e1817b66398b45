/// A command that brings a whole form.
protocol FormGiven: CohortCommand {
  var ambition: Bool { get }
  var answers: [AnswerGiven] { get }
  var centre: Line? { get }
  var conversation: TalentConversation? { get }
  var engagement: Bool { get }
  var field: TargetField? { get }
  var interest: Bool { get }
  var interestConfirmed: CivilDate? { get }
  var name: Line? { get }
  var nominee: PersonRef { get }
  var priority: Int? { get }
}

extension FormGiven {
  /// The form as it is kept under seal.
  var form: NominationForm {
    var form = NominationForm()
    form.ambition = ambition
    form.answers = answers
    form.centre = centre
    form.conversation = conversation
    form.engagement = engagement
    form.field = field
    form.interest = interest
    form.interestConfirmed = interestConfirmed
    form.name = name
    form.priority = priority
    return form
  }
}

extension NominationForm {
  /// What the form says of conversation and interest and is not yet recorded. What stands in no column becomes no event.
  func datedSteps(of employee: Alias, _ cohort: Cohort, _ context: Context) throws(Refusal) -> [Proposal] {
    let zone = cohort.setup.zone.value
    var steps: [Proposal] = []
    if let conversation,
      cohort.nominations.conversations[employee]
        != Conversation(date: conversation.date, startedBy: conversation.startedBy)
    {
      steps.append(
        Proposal(
          TalentConversationHeld(employee, conversation), subject: employee,
          effective: try context.start(of: conversation.date, zone: zone, at: "conversation")))
    }
    if let interestConfirmed, cohort.nominations.interests[employee] != interestConfirmed {
      steps.append(
        Proposal(
          InterestConfirmed(employee, on: interestConfirmed), subject: employee,
          effective: try context.start(of: interestConfirmed, zone: zone, at: "interestConfirmed")))
    }
    return steps
  }
}

/// An event that makes a form live, or lets it stand in a new version: the rules on forms look at all of these.
protocol JudgedForm: CohortFact {
  var form: FormFacts { get }
  var id: Alias { get }
}
