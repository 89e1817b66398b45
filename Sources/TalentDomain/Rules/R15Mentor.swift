extension Rule {
  static let mentorOutsideTheLine = Rule(
    .r15,
    Bilingual(
      da:
        "Mentoren er en erfaren leder uden for deltagerens egen ledelseslinje; det, der bliver sagt, registreres aldrig.",
      en: "The mentor is an experienced leader outside the participant's own line; what is said is never recorded."),
    source: "«fortrolighed og sparring med erfaren leder»",
    checks: [
      on(MentorRegistered.self) { fact, _ in
        guard !fact.leads else { return nil }
        return Finding(
          .r15,
          (
            da: "Vedkommende hverken er eller har været leder.",
            en: "This person neither leads nor has led."
          ),
          remedy: (
            da: "Registrér en, der ifølge personaleregistret er eller har været leder.",
            en: "Register somebody who leads or has led, by the personnel register."
          ))
      },
      on(MentorMatched.self) { fact, _ in
        guard fact.ownLine else { return nil }
        return Finding(
          .r15,
          (
            da: "Mentoren er i deltagerens egen ledelseslinje.", en: "The mentor is in the participant's own line."
          ),
          remedy: (
            da: "Vælg en mentor, der hverken leder deltageren, deltagerens ledere eller centret, og som deltageren "
              + "ikke selv leder.",
            en: "Choose a mentor who leads neither the participant, the participant's leaders nor the centre, and "
              + "whom the participant does not lead."
          ))
      },
      on(MentorMeetingHeld.self) { fact, situation in unconfidential(fact.match, fact.date, situation) },
      on(EntryCorrected.self) { fact, situation in
        guard let match = situation.cohort.programme.mentors.meetings[fact.entry] else { return nil }
        return unconfidential(match, fact.date, situation)
      },
      on(EntryCorrected.self) { fact, situation in inWords(fact.ground, of: fact.entry, situation) },
      on(EntryVoided.self) { fact, situation in inWords(fact.ground, of: fact.entry, situation) },
    ])

  /// A correction is no back door: of a mentor meeting, or of MBTI, nothing is said in words.
  private static func inWords(_ ground: CorrectionGround, of id: Alias, _ situation: Situation) -> Finding? {
    guard ground == .stated, situation.cohort.programme.entries[id]?.track.isConfidential == true else { return nil }
    let grounds = CorrectionGround.allCases.filter { $0 != .stated }
    return Finding(
      .r15,
      (
        da: "Om mentormøder og MBTI registreres intet med ord, heller ikke i en rettelse.",
        en: "Of mentor meetings and MBTI nothing is recorded in words, not in a correction either."
      ),
      remedy: (
        da: "Angiv i stedet en af grundene: \(grounds.map(\.label.da).joined(separator: ", ")).",
        en: "Give one of the grounds instead: \(grounds.map(\.label.en).joined(separator: ", "))."
      ))
  }

  /// Both have agreed to confidentiality by the day of the meeting. Where there is no match, S2 says so.
  private static func unconfidential(_ id: Alias, _ date: CivilDate, _ situation: Situation) -> Finding? {
    guard let match = situation.cohort.programme.mentors.matches[id] else { return nil }
    guard let since = match.confidential else {
      let missing = [MatchParty.participant, .mentor].filter { match.agreed[$0] == nil }.map(\.label)
      return Finding(
        .r15,
        (
          da: "Aftalen om fortrolighed mangler fra \(missing.map(\.da).joined(separator: " og ")).",
          en: "Confidentiality has not been agreed by \(missing.map(\.en).joined(separator: " and "))."
        ),
        remedy: (
          da: "Begge indgår aftalen før det første møde.", en: "Both agree to it before their first meeting."
        ))
    }
    guard date < since else { return nil }
    return Finding(
      .r15,
      (
        da: "Aftalen om fortrolighed gælder først fra \(since.danish).",
        en: "Confidentiality has been agreed by both only from \(since.text)."
      ),
      remedy: (
        da: "Et møde registreres fra den dag, hvor begge havde indgået aftalen.",
        en: "A meeting is recorded from the day by which both had agreed."
      ))
  }
}
