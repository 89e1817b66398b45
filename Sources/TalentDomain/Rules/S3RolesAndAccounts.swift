extension Rule {
  static let rolesAndAccounts = Rule(
    .s3,
    Bilingual(
      da:
        "Roller, konti og fuldmagter gives aldrig af en selv, aldrig to gange og kun til ansatte; et center har ét navn og "
        + "to hoveder.",
      en:
        "Roles, accounts and delegations are never given by oneself, never twice, and to employees only; a centre has one "
        + "name, two heads."),
    source: "Ours: who may do what must never hang on one person alone.",
    checks: centrePosts + accounts + rolesHeld + delegationsHeld + leavers)
}

/// What somebody may do here ends with the employment.
private let leavers: [Rule.Check] = [
  on(EmploymentEnded.self) { fact, situation in
    situation.concerns(fact.person) ? .bySomebodyElse : nil
  },
  on(CentreChiefAppointed.self) { fact, situation in situation.afterLeaving(of: fact.person) },
  on(AccountBound.self) { fact, situation in situation.afterLeaving(of: fact.person) },
  on(RoleGranted.self) { fact, situation in situation.afterLeaving(of: fact.person) },
  on(DelegationGranted.self) { fact, situation in
    situation.afterLeaving(of: fact.to) ?? situation.afterLeaving(of: fact.of)
  },
]

private let centrePosts: [Rule.Check] = [
  on(CentreRegistered.self) { fact, situation in
    guard situation.organisation.centres.values.contains(where: { $0.name == fact.name }) else { return nil }
    return Finding(
      .s3,
      Bilingual(
        da: "Centeret «\(fact.name.value)» er allerede oprettet.",
        en: "The centre «\(fact.name.value)» has been registered already."),
      remedy: Bilingual(da: "Brug det, der findes.", en: "Use the one there is."))
  },
  on(CentreChiefAppointed.self) { fact, situation in
    guard let held = situation.organisation.post(of: fact.person, in: fact.centre) else { return nil }
    return Finding(
      .s3,
      Bilingual(
        da: held == .chief ? "Personen er allerede centerchef her." : "Personen er allerede stedfortræder her.",
        en: held == .chief ? "The person is chief of this centre already." : "The person is deputy here already."),
      remedy: Bilingual(
        da: "Ingen er både chef og stedfortræder i samme center: gør først den anden post ledig.",
        en: "Nobody is both chief and deputy of one centre: vacate the other post first."))
  },
]

private let accounts: [Rule.Check] = [
  on(AccountBound.self) { fact, situation in
    situation.concerns(fact.person) ? .bySomebodyElse : nil
  },
  on(AccountBound.self) { fact, situation in
    guard situation.organisation.accounts.contains(fact.person) else { return nil }
    return Finding(
      .s3,
      Bilingual(da: "Personen har allerede en konto.", en: "The person has an account already."),
      remedy: Bilingual(da: "Løs først den konto, der er knyttet.", en: "Unbind the account that is bound first."))
  },
  on(AccountUnbound.self) { fact, situation in
    situation.concerns(fact.person) ? .bySomebodyElse : nil
  },
  on(AccountUnbound.self) { fact, situation in
    guard !situation.organisation.accounts.contains(fact.person) else { return nil }
    return Finding(
      .s3,
      Bilingual(da: "Personen har ingen konto.", en: "The person has no account."),
      remedy: Bilingual(
        da: "Kun en konto, der er knyttet, kan løses.", en: "Only an account that is bound can be unbound."))
  },
]

private let rolesHeld: [Rule.Check] = [
  on(RoleGranted.self) { fact, situation in
    situation.concerns(fact.person) ? .bySomebodyElse : nil
  },
  on(RoleGranted.self) { fact, situation in
    guard situation.organisation.roles[fact.person]?.contains(fact.held) == true else { return nil }
    return Finding(
      .s3,
      Bilingual(
        da: "Personen har allerede rollen \(fact.held.words.da).",
        en: "The person holds the role \(fact.held.words.en) already."),
      remedy: Bilingual(da: "En rolle tildeles én gang.", en: "A role is granted once."))
  },
  on(RoleRevoked.self) { fact, situation in
    situation.concerns(fact.person) ? .bySomebodyElse : nil
  },
  on(RoleRevoked.self) { fact, situation in
    guard situation.organisation.roles[fact.person]?.contains(fact.held) != true else { return nil }
    return Finding(
      .s3,
      Bilingual(
        da: "Personen har ikke rollen \(fact.held.words.da).",
        en: "The person does not hold the role \(fact.held.words.en)."),
      remedy: Bilingual(
        da: "Kun en rolle, der er tildelt på samme måde, kan fratages.",
        en: "Only a role that was granted in the same way can be revoked."))
  },
]

private let delegationsHeld: [Rule.Check] = [
  on(DelegationGranted.self) { fact, situation in
    // Whoever gives away the own name may; nobody takes another's.
    situation.concerns(fact.to) ? .bySomebodyElse : nil
  },
  on(DelegationGranted.self) { fact, situation in
    guard fact.of == fact.to || situation.organisation.delegations.contains(fact.delegation) else { return nil }
    return Finding(
      .s3,
      Bilingual(
        da: fact.of == fact.to ? "Ingen behøver fuldmagt fra sig selv." : "Fuldmagten er allerede givet.",
        en: fact.of == fact.to ? "Nobody needs a delegation from oneself." : "The delegation has been granted already."),
      remedy: Bilingual(
        da: "En fuldmagt gives én gang, fra én person til en anden.",
        en: "A delegation is granted once, from one person to another."))
  },
  on(DelegationRevoked.self) { fact, situation in
    guard !situation.organisation.delegations.contains(fact.delegation) else { return nil }
    return Finding(
      .s3,
      Bilingual(da: "Der er ingen sådan fuldmagt.", en: "There is no such delegation."),
      remedy: Bilingual(
        da: "Kun en fuldmagt, der er givet, kan tilbagekaldes.",
        en: "Only a delegation that was granted can be revoked."))
  },
]

extension Situation {
  /// Whether the one who acts, or in whose name it is done, is the one it is about.
  fileprivate func concerns(_ person: Alias) -> Bool { header.actor == person || header.behalf == person }

  fileprivate func afterLeaving(of person: Alias) -> Finding? {
    guard let former = organisation.former[person] else { return nil }
    return Finding(
      .s3,
      Bilingual(
        da: "Personen er fratrådt \(former.left.danish).", en: "The person has left, on \(former.left.text)."),
      remedy: Bilingual(
        da: "Kun medarbejdere har poster, roller, konti og fuldmagter. Er det en fejl, registrér ansættelsen på ny.",
        en: "Only employees hold posts, roles, accounts and delegations. If it is wrong, record the employment anew."))
  }
}

extension Finding {
  fileprivate static let bySomebodyElse = Finding(
    .s3,
    Bilingual(
      da: "Ingen giver eller fratager sig selv en rolle, en konto eller en fuldmagt, eller registrerer egen fratræden.",
      en: "Nobody gives oneself a role, an account or a delegation, takes the own away, or records the own leaving."),
    remedy: Bilingual(da: "Bed en anden med samme rolle om det.", en: "Ask somebody else with the same role."))

  /// Of a command that names an account number which acts for somebody else.
  package static let uidTaken = Finding(
    .s3,
    Bilingual(
      da: "Kontoens nummer (uid) er knyttet til en anden medarbejder.",
      en: "The account's number (uid) is bound to another employee."),
    remedy: Bilingual(
      da: "Løs først kontoen fra den anden, eller brug personens egen konto.",
      en: "Unbind the account from the other first, or use the person's own account."))
}

extension RoleHeld {
  fileprivate var words: Bilingual {
    guard let cohort else {
      return Bilingual(da: "\(role.rawValue) på alle hold", en: "\(role.rawValue) in every cohort")
    }
    return Bilingual(da: "\(role.rawValue) på hold \(cohort.value)", en: "\(role.rawValue) in cohort \(cohort.value)")
  }
}
