package import TalentDomain

extension CohortReading {
  /// The answer to `ListMentors`: all to those who run or audit the programme, to mentor and participant their own.
  package func mentors() -> MentorList? {
    guard cohort.isOpen else { return nil }
    let mentors = cohort.programme.mentors
    var list = MentorList()
    list.pairs = cohort.inOrder(mentors.ofParticipant.keys).flatMap(mentors.matches(of:)).filter(sees).map(pair)
    guard seesProgramme else {
      return takesPart || mentors.registered.contains(viewer.alias) || !list.pairs.isEmpty ? list : nil
    }
    let meeting = Set(mentors.matches.values.filter { $0.ended == nil }.map(\.mentor))
    list.free = mentors.registered.subtracting(meeting).sorted().map { Person($0) }
    list.without = cohort.participants.filter { mentors.live(of: $0) == nil }.map { Person($0) }
    return list
  }

  private func pair(_ match: MentorMatch) -> MentorPair {
    let meetings = cohort.programme.mentors.meetings.filter { $0.value == match.id }
      .compactMap { cohort.programme.entries[$0.key] }.filter { !$0.isVoided }
    var pair = MentorPair()
    pair.from = match.began
    pair.hours = meetings.reduce(Rational(0)) { $0 + $1.amount }
    pair.latest = meetings.map(\.date).max()
    pair.meetings = meetings.count
    pair.mentor = Person(match.mentor)
    pair.mentorAgreed = match.agreed[.mentor]
    pair.participant = Person(match.participant)
    pair.participantAgreed = match.agreed[.participant]
    pair.to = match.ended
    return pair
  }
}
