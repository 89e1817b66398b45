import ArgumentParser
import TalentDomain

/// What stands on the form (skemaet til indstillinger).
struct FormOptions: ParsableArguments {
  @Flag(help: "An interest in leadership (R4).")
  var interest = false

  @Flag(help: "An engagement that reaches beyond oneself (R4).")
  var engagement = false

  @Flag(help: "An ambition to make a difference (R4).")
  var ambition = false

  @Option(help: ArgumentHelp("Leadership within the own professional field or another (R10).", valueName: "field"))
  var field: TargetField?

  @Option(help: ArgumentHelp("The day of the talent conversation (R7).", valueName: "date"))
  var conversation: CivilDate?

  @Option(help: ArgumentHelp("Who came to whom.", valueName: "leader|employee"))
  var startedBy: Initiative = .leader

  @Option(help: ArgumentHelp("The day on which the employee confirmed the interest (R7).", valueName: "date"))
  var interestConfirmed: CivilDate?

  @Option(
    name: .customLong("answer"),
    help: ArgumentHelp(
      "An answer, such as 1=both:Reasons; the reasons may be @FILE (R6).", valueName: "number=basis:reasons"))
  var answers: [AnswerArgument] = []

  @Option(help: ArgumentHelp("The chief's own order.", valueName: "number"))
  var priority: Int?

  var talentConversation: TalentConversation? { conversation.map { TalentConversation($0, startedBy: startedBy) } }
  var answersGiven: [AnswerGiven] {
    answers.map { AnswerGiven($0.number, $0.basis, $0.reasons) }.sorted { $0.number < $1.number }
  }
}

/// `1=both:Reasons`, or without the reasons.
struct AnswerArgument: ExpressibleByArgument {
  let number: Int
  let basis: Basis
  let reasons: Text?

  init?(argument: String) {
    let parts = argument.split(separator: "=", maxSplits: 1).map(String.init)
    guard parts.count == 2, let number = Int(parts[0]) else { return nil }
    let answer = parts[1].split(separator: ":", maxSplits: 1).map(String.init)
    guard let word = answer.first,
      let basis = Basis(argument: word) ?? FormWords.bases.first(where: { $0.word == word })?.value
    else { return nil }
    self.number = number
    self.basis = basis
    guard answer.count == 2 else {
      reasons = nil
      return
    }
    guard let text = Text(argument: answer[1]) else { return nil }
    reasons = text
  }
}
