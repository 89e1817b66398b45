import TalentDomain

/// What stands on a form.
struct Paper: Hashable {
  enum Answers: CaseIterable {
    case whole, missing, withoutReasons, wrongBasis, twice, tooMany
  }

  var interest = true
  var engagement = true
  var ambition = true
  var field: TargetField? = .own
  var answers = Answers.whole
  var talk: CivilDate?
  var interestOn: CivilDate?
  var priority: Int?
  /// What a form of the portal claims.
  var handedIn: LocalTime?

  var given: [AnswerGiven] {
    var given = (1...5).map { AnswerGiven($0, .demonstrated, "Set i hverdagen siden 2024.") }
    switch answers {
    case .whole: break
    case .missing: given.remove(at: 2)
    case .withoutReasons: given[1].reasons = " "
    // Of the fifth only what has been shown counts.
    case .wrongBasis: given[4].basis = .potential
    case .twice: given.append(given[3])
    case .tooMany: given.append(AnswerGiven(6, .demonstrated, "Et sjette svar."))
    }
    return given
  }

  var conversation: TalentConversation? { talk.map { TalentConversation($0, startedBy: .leader) } }
}
