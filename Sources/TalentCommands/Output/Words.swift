import TalentDomain

// The words of the programme, as tables show them. In JSON they are the raw values.

extension CentrePost {
  var words: Bilingual {
    switch self {
    case .chief: Bilingual(da: "centerchef", en: "centre chief")
    case .deputy: Bilingual(da: "stedfortræder", en: "deputy")
    }
  }
}

extension Conflict.Kind {
  var words: Bilingual {
    switch self {
    case .kin: Bilingual(da: "slægtskab", en: "kin")
    case .leader: Bilingual(da: "leder", en: "leader")
    case .other: Bilingual(da: "andet", en: "other")
    }
  }
}

extension Conflict.Ruling {
  var words: Bilingual {
    switch self {
    case .dismissed: Bilingual(da: "habil", en: "impartial")
    case .pending: Bilingual(da: "ikke afgjort", en: "pending")
    case .upheld: Bilingual(da: "inhabil", en: "conflicted")
    }
  }
}

extension DutyKind {
  var words: Bilingual {
    switch self {
    case .agreeConfidentiality: Bilingual(da: "indgå aftale om fortrolighed", en: "agree to confidentiality")
    case .agreeInternship: Bilingual(da: "aftal praktik", en: "agree on an internship")
    case .answerComplaint: Bilingual(da: "besvar klage", en: "answer a complaint")
    case .answerMBTI: Bilingual(da: "besvar MBTI-spørgeskemaet", en: "answer the MBTI questionnaire")
    case .answerOffer: Bilingual(da: "svar på tilbud om plads", en: "answer the offer of a seat")
    case .approveSelection: Bilingual(da: "godkend udvælgelsen", en: "approve the selection")
    case .carryOutErasure: Bilingual(da: "gennemfør en bevilget sletning", en: "carry out a granted erasure")
    case .completeProgramme: Bilingual(da: "afgør gennemførelse", en: "rule on completion")
    case .confirmEntry: Bilingual(da: "bekræft registreringer", en: "confirm entries")
    case .decideErasure:
      Bilingual(da: "afgør en anmodning om sletning (art. 12, stk. 3)", en: "decide a request for erasure (art. 12(3))")
    case .decideRetention: Bilingual(da: "afgør udløbne opbevaringsfrister", en: "decide what has passed its period")
    case .formWorkGroup: Bilingual(da: "giv plads i en arbejdsgruppe", en: "find a place in a work group")
    case .giveFeedback: Bilingual(da: "giv tilbagemelding", en: "give feedback")
    case .holdDialogue: Bilingual(da: "hold karriere- og måldialog", en: "hold a career and goal dialogue")
    case .issueCertificate: Bilingual(da: "udsted deltagerbevis", en: "issue certificates")
    case .matchMentor: Bilingual(da: "find mentor", en: "find a mentor")
    case .notifyNonSelected: Bilingual(da: "send afslag", en: "send letters to those not selected")
    case .offerSeat: Bilingual(da: "tilbyd pladser", en: "offer seats")
    case .receiveForm: Bilingual(da: "modtag indstillinger", en: "receive nominations")
    case .recordAttendance: Bilingual(da: "registrér fremmøde ved samlinger", en: "record attendance at gatherings")
    case .recordMBTI: Bilingual(da: "registrér MBTI-tilbagemelding", en: "record the MBTI feedback")
    case .recordOutcome:
      Bilingual(da: "registrér, hvad der siden er blevet af dem", en: "record what has become of them")
    case .resolveTie: Bilingual(da: "afgør pointlighed", en: "resolve a tie")
    case .reviewHold:
      Bilingual(da: "tag stilling til en spærring fra over et år siden", en: "review a hold of more than a year ago")
    case .ruleConflict: Bilingual(da: "afgør inhabilitet", en: "rule on a conflict of interest")
    case .ruleEligibility: Bilingual(da: "afgør deltagelsesbetingelser", en: "rule on eligibility")
    case .score: Bilingual(da: "bedøm", en: "score")
    case .setPlan: Bilingual(da: "fastlæg udviklingsplan", en: "set the development plan")
    }
  }
}

extension Initiative {
  var words: Bilingual {
    switch self {
    case .employee: Bilingual(da: "medarbejder", en: "employee")
    case .leader: Bilingual(da: "leder", en: "leader")
    }
  }
}

extension ProposalState.Status {
  var words: Bilingual {
    switch self {
    case .approved: Bilingual(da: "godkendt", en: "approved")
    case .proposed: Bilingual(da: "foreslået", en: "proposed")
    case .returned: Bilingual(da: "sendt tilbage", en: "returned")
    }
  }
}

extension Role {
  var words: Bilingual { Capacity(self).words }
}

extension SeatState.Status {
  var words: Bilingual {
    switch self {
    case .accepted: Bilingual(da: "taget imod", en: "accepted")
    case .declined: Bilingual(da: "sagt nej", en: "declined")
    case .deferred: Bilingual(da: "udskudt", en: "deferred")
    case .lapsed: Bilingual(da: "bortfaldet", en: "lapsed")
    case .offered: Bilingual(da: "tilbudt", en: "offered")
    case .withdrawn: Bilingual(da: "trådt ud", en: "withdrawn")
    }
  }
}

extension Stage {
  var words: Bilingual {
    switch self {
    case .setup: Bilingual(da: "forberedes", en: "being set up")
    case .nominating: Bilingual(da: "indstilling", en: "nominating")
    case .assessing: Bilingual(da: "vurdering", en: "assessing")
    case .ranked: Bilingual(da: "rangliste beregnet", en: "ranked")
    case .proposed: Bilingual(da: "udvælgelse foreslået", en: "selection proposed")
    case .approved: Bilingual(da: "udvælgelse godkendt", en: "selection approved")
    }
  }
}

extension TargetField {
  var words: Bilingual {
    switch self {
    case .other: Bilingual(da: "andet fagområde", en: "another field")
    case .own: Bilingual(da: "eget fagområde", en: "own field")
    }
  }
}
