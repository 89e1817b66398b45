/// Dates of the decision (S4).
let selectionLimits: [Rule.Check] =
  [
    on(SeatAccepted.self) { fact, situation in tooLate(fact.nominee, situation) },
    on(SeatDeclined.self) { fact, situation in tooLate(fact.nominee, situation) },
    on(SeatOfferLapsed.self) { fact, situation in
      guard let seat = situation.cohort.selection.seats[fact.nominee], seat.status == .offered,
        situation.header.received < seat.closes
      else { return nil }
      return Finding(
        .s4,
        Bilingual(
          da: "Tilbuddet kan besvares til og med \(seat.answerBy.danish).",
          en: "The offer may be answered until \(seat.answerBy.text)."),
        remedy: Bilingual(
          da: "Et tilbud bortfalder tidligst \(seat.answerBy.adding(days: 1).danish).",
          en: "An offer lapses on \(seat.answerBy.adding(days: 1).text) at the earliest."))
    },
    on(SelectionApproved.self) { fact, situation in
      guard let proposed = situation.cohort.selection.proposal?.date else { return nil }
      let today = situation.header.localDate
      guard fact.meeting < proposed || fact.meeting > today else { return nil }
      return Finding(
        .s4,
        Bilingual(
          da:
            "Mødet er dateret \(fact.meeting.danish); forslaget er fra \(proposed.danish), og i dag er \(today.danish).",
          en:
            "The meeting is dated \(fact.meeting.text); the proposal is of \(proposed.text), and today is \(today.text)."
        ),
        remedy: Bilingual(
          da: "Angiv et møde fra \(proposed.danish) til og med \(today.danish).",
          en: "Name a meeting from \(proposed.text) to \(today.text)."))
    },
  ] + [
    notLater(SeatAccepted.self), notLater(SeatDeclined.self), notLater(ParticipantWithdrew.self),
    notLater(ParticipationDeferred.self), notLater(CaseNoteRecorded.self), notLater(FeedbackGiven.self),
    notLater(ComplaintReceived.self),
  ]

/// An answer counts by the time at which it was received; one that is recorded for the nominee afterwards, by the day on
/// which it is said to have arrived.
private func tooLate(_ nominee: Alias, _ situation: Situation) -> Finding? {
  guard let seat = situation.cohort.selection.seats[nominee], seat.status == .offered else { return nil }
  let header = situation.header
  let answered = header.actor == nominee ? header.received : min(header.effective, header.received)
  guard answered >= seat.closes else { return nil }
  return Finding(
    .s4,
    Bilingual(
      da: "Svarfristen var \(seat.answerBy.danish).", en: "The last day for the answer was \(seat.answerBy.danish)."),
    remedy: Bilingual(
      da: "Svar senest \(seat.answerBy.danish); et rettidigt svar kan HR-Centret registrere med den dag, det kom.",
      en: "Answer by \(seat.answerBy.text); the HR Centre may record a timely answer with the day on which it came."))
}

/// What has happened has not happened in the future.
private func notLater<F: Fact>(_ type: F.Type) -> Rule.Check {
  on(type) { _, situation in
    guard situation.header.effective > situation.header.recorded else { return nil }
    return Finding(
      .s4,
      Bilingual(da: "Datoen ligger i fremtiden.", en: "The date lies in the future."),
      remedy: Bilingual(
        da: "Angiv en dag til og med \(situation.header.localDate.danish).",
        en: "Name a day up to \(situation.header.localDate.text)."))
  }
}
