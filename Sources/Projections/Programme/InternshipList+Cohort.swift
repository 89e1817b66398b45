package import TalentDomain

extension CohortReading {
  /// The answer to `ListInternships`: all to those who run or audit the programme, to host and participant their own.
  package func internships() -> InternshipList? {
    guard cohort.isOpen else { return nil }
    let internships = cohort.programme.internships
    var list = InternshipList()
    list.internships = cohort.inOrder(internships.ofParticipant.keys).flatMap(internships.agreements(of:))
      .filter(sees).map(line)
    guard seesProgramme else { return takesPart || !list.internships.isEmpty ? list : nil }
    list.without = cohort.participants.filter { internships.ofParticipant[$0] == nil }.map { Person($0) }
    return list
  }

  func line(_ agreement: InternshipAgreement) -> InternshipLine {
    let days = cohort.programme.internships.days.filter { $0.value == agreement.id }
      .compactMap { cohort.programme.entries[$0.key] }.filter { !$0.isVoided }
    var line = InternshipLine()
    line.agreed = agreement.days
    line.confirmed = days.filter(\.isConfirmed).reduce(Rational(0)) { $0 + $1.amount }
    line.done = days.reduce(Rational(0)) { $0 + $1.amount }
    line.from = agreement.from
    line.host = Person(agreement.host)
    line.participant = Person(agreement.participant)
    line.to = agreement.to
    return line
  }
}
