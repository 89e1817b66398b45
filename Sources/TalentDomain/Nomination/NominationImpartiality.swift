/// Impartiality (R19) in nomination: whoever rules on eligibility.
let conflictChecksOfNomination: [Rule.Check] = [
  on(EligibilityConfirmed.self) { fact, situation in
    .notImpartial(leads: fact.leads, fact.nominee, situation)
  },
  on(EligibilityRejected.self) { fact, situation in
    .notImpartial(leads: fact.leads, fact.nominee, situation)
  },
]
