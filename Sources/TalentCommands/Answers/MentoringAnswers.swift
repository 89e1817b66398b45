import TalentDomain

extension MentorList: Shown {
  static var lists: [String] { ["pairs"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Ingen har en mentor endnu.", en: "Nobody has a mentor yet."), pairs,
      [
        Column("Mentor", "Mentor", wraps: true, tone: \.tone) { line, style in style.person(line.mentor) },
        Column("Deltager", "Participant", wraps: true, tone: \.tone) { line, style in style.person(line.participant) },
        Column("Periode", "Period", wraps: true, tone: \.tone) { line, style in
          line.to == nil ? style.date(line.from) + " –" : style.days(line.from, line.to)
        },
        Column("Fortrolig", "Confidential", wraps: true, tone: { $0.isConfidential ? .good : .warning }) {
          line, style in
          line.confidentiality(style)
        },
        Column("Møder", "Meetings", right: true) { line, _ in String(line.meetings) },
        Column("Timer", "Hours", right: true) { line, style in style.amount(line.hours) },
      ])
    page.people("Deltagere uden mentor", "Participants without a mentor", without)
    page.people("Ledige mentorer", "Mentors who are free", free)
  }
}

extension MentorPair {
  fileprivate var tone: Ink.Tone? { to == nil ? nil : .faint }
  fileprivate var isConfidential: Bool { mentorAgreed != nil && participantAgreed != nil }

  /// Both agree before their first meeting (R15).
  fileprivate func confidentiality(_ style: Style) -> String {
    switch (mentorAgreed, participantAgreed) {
    case (.some, .some): style(da: "aftalt", en: "agreed")
    case (nil, .some): style(da: "afventer mentor", en: "awaits the mentor")
    case (.some, nil): style(da: "afventer deltager", en: "awaits the participant")
    case (nil, nil): style(da: "afventer begge", en: "awaits both")
    }
  }
}

extension InternshipList: Shown {
  static var lists: [String] { ["internships"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Ingen praktik er aftalt endnu.", en: "No internship is agreed yet."), internships,
      [
        Column("Deltager", "Participant", wraps: true) { line, style in style.person(line.participant) },
        Column("Praktikvært", "Host", wraps: true) { line, style in style.person(line.host) },
        Column("Periode", "Period") { line, style in style.days(line.from, line.to) },
        Column("Aftalt", "Agreed", right: true) { line, style in style.amount(line.agreed) },
        Column("Holdt", "Done", right: true, tone: { $0.done >= $0.agreed ? .good : nil }) { line, style in
          style.amount(line.done)
        },
        Column("Bekræftet", "Confirmed", right: true) { line, style in style.amount(line.confirmed) },
      ])
    page.people("Deltagere uden aftale", "Participants without an agreement", without)
  }
}

extension DialogueList: Shown {
  static var lists: [String] { ["dialogues", "participants"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Ingen deltagere.", en: "No participants."), participants,
      [
        Column("Deltager", "Participant", wraps: true) { line, style in style.person(line.participant) },
        Column("Nærmeste leder", "Immediate leader", wraps: true) { line, style in style.person(line.leader) },
        Column("Antal", "Count", right: true) { line, _ in String(line.held) },
        Column("Tid", "Time", right: true) { line, style in style.amount(line.track.recorded) },
        Column("Forventet", "Expected") { line, style in style.range(line.track) },
        Column("Status", "Status", tone: \.track.status.tone) { line, style in
          "\(line.track.status.sign) \(style(line.track.status.short))"
        },
      ])
    guard !dialogues.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Dialoger", en: "Dialogues"), empty: Bilingual(da: "", en: ""), dialogues,
      [
        Column("Dag", "Day") { line, style in style.date(line.date) },
        Column("Deltager", "Participant", wraps: true) { line, style in style.name(line.participant) },
        Column("Leder", "Leader", wraps: true) { line, style in style.name(line.leader) },
        Column("Tid", "Time", right: true) { line, style in style.amount(line.hours, .hours) },
        Column("Bekræftet", "Confirmed") { line, style in line.confirmed ? style.yes(true) : "" },
        Column("Id", "Id", tone: { _ in .faint }) { line, _ in line.entry.text },
      ])
  }
}
