/// Something that happened to participants, as their timelines tell it. Nobody's words are in it: those stand sealed.
package struct Happening: Sendable, Hashable {
  package var kind: Kind
  package var participants: [Alias]
  /// The local day on which it took effect.
  package var day: CivilDate
  /// The entry that it records, confirms, corrects or voids, or that deviates.
  package var entry: Alias?
  /// The day and the time that a correction or a voiding replaced, and those that were recorded or corrected to.
  package var old: Stood?
  package var new: Stood?
  /// Why it was corrected or voided.
  package var ground: CorrectionGround?
  package var deviation: DeviationKind?
  package var outcome: ParticipantOutcome.Kind?
  /// The other one: a mentor, a host.
  package var with: Alias?
  package var effective: Instant
  package var recorded: Instant
  /// In whose name it was recorded, and by whose hand.
  package var by: Alias
  package var actor: Alias
  package var position: Int

  package init(
    _ kind: Kind, _ participants: [Alias], on day: CivilDate? = nil, entry: Alias? = nil, with: Alias? = nil,
    _ header: Header
  ) {
    self.kind = kind
    self.participants = participants
    self.day = day ?? header.localDate
    self.entry = entry
    self.with = with
    effective = header.effective
    recorded = header.recorded
    by = header.principal
    actor = header.actor
    position = header.position
  }
}

extension Happening {
  /// What an entry said at a time.
  package struct Stood: Sendable, Hashable {
    package var amount: Rational
    package var day: CivilDate
  }

  package enum Kind: String, Choice {
    case accepted, certificateIssued, certificateRevoked, completed, confidentialityAgreed, confirmed, corrected
    case declined, deferred, deviated, goalProgressed, groupFormed, groupJoined, internshipAgreed, lapsed, mentorEnded
    case mentorMatched, offered, outcome, planSet, promoted, recorded, voided, withdrew

    package var label: Bilingual {
      switch self {
      case .accepted: Bilingual(da: "tog imod pladsen", en: "accepted the seat")
      case .certificateIssued: Bilingual(da: "deltagerbevis udstedt", en: "certificate issued")
      case .certificateRevoked: Bilingual(da: "deltagerbevis tilbagekaldt", en: "certificate revoked")
      case .completed: Bilingual(da: "programmet gennemført", en: "programme completed")
      case .confidentialityAgreed: Bilingual(da: "fortrolighed aftalt", en: "confidentiality agreed")
      case .confirmed: Bilingual(da: "bekræftet", en: "confirmed")
      case .corrected: Bilingual(da: "rettet", en: "corrected")
      case .declined: Bilingual(da: "sagde nej til pladsen", en: "declined the seat")
      case .deferred: Bilingual(da: "deltagelse udskudt", en: "participation deferred")
      case .deviated: Bilingual(da: "afvigelse", en: "deviation")
      case .goalProgressed: Bilingual(da: "mål i udviklingsplanen rykket", en: "goal of the development plan moved on")
      case .groupFormed: Bilingual(da: "arbejdsgruppe dannet", en: "work group formed")
      case .groupJoined: Bilingual(da: "med i arbejdsgruppe", en: "joined a work group")
      case .internshipAgreed: Bilingual(da: "praktik aftalt", en: "internship agreed")
      case .lapsed: Bilingual(da: "tilbud bortfaldet", en: "offer lapsed")
      case .mentorEnded: Bilingual(da: "mentorforløb slut", en: "mentor match ended")
      case .mentorMatched: Bilingual(da: "fik mentor", en: "matched with a mentor")
      case .offered: Bilingual(da: "tilbudt en plads", en: "offered a seat")
      case .outcome: Bilingual(da: "et år efter", en: "a year later")
      case .planSet: Bilingual(da: "udviklingsplan fastlagt", en: "development plan set")
      case .promoted: Bilingual(da: "tilbudt en plads fra reserven", en: "offered a seat from the reserve")
      case .recorded: Bilingual(da: "registreret", en: "recorded")
      case .voided: Bilingual(da: "annulleret", en: "voided")
      case .withdrew: Bilingual(da: "trådte ud af forløbet", en: "left the programme")
      }
    }
  }
}
