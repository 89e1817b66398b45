import TalentDomain
import Testing

/// What stands against an erasure, on the command line, by really different users.
struct ErasureRefusalTests {
  @Test func `each refusal names its rule and its law, in both languages and as a dry run, and ends with 1`() throws {
    try withVillage { village in
      let it = Office(village.daemon)
      try village.client("administrator").send(GrantRole(.administrator, to: Cast.dpo))

      // A case that is open, and a period that runs.
      try it.refused(["decide", "110", "--grant", "--basis", "art17-1-a"], by: it.dpo, "P1", "art. 17(3)(b)")
      try it.refused(["decide", "110", "--grant", "--basis", "art17-1-b"], by: it.dpo, "P1", "art. 17(3)(b)")
      // A letter that entitles nobody, and one that is no ground for refusing.
      try it.refused(["decide", "112", "--grant", "--basis", "art17-3-e"], by: it.dpo, "P1", "art. 17(3)(e)")
      try it.refused(["decide", "112", "--refuse", "--basis", "art17-1-d"], by: it.dpo, "P1", "art. 17(1)(d)")

      // 112's nomination is withdrawn; archives and auditors have not spoken yet.
      try it.done(["nomination", "withdraw", "112", "--cohort", "2027", "--ground", "by-centre"], by: it.chief)
      let ofCase = ["decide", "112", "--grant", "--basis", "art17-1-b", "--class", "nomination"]
      try it.refused(
        ["decide", "112", "--grant", "--basis", "art17-1-a", "--class", "nomination"], by: it.dpo, "P1",
        "art. 17(1)(a)", "until")
      try it.refused(ofCase, by: it.dpo, "P3", "art. 17(3)(d)", "talentctl archive-clearance record")
      try it.done(["archive-clearance", "record", "2027", "--reference", "Arkiv 17"], by: it.hr)
      try it.refused(ofCase, by: it.dpo, "P4", "art. 17(3)(b)", "talentctl audit conclude")
      try it.done(["audit", "conclude", "2027", "--reference", "Beretning 12"], by: it.hr)

      // A legal hold.
      try it.done(["legal-hold", "set", "112", "--ground", "claim", "--reason", "Sagsanlæg."], by: it.hr)
      try it.refused(ofCase, by: it.dpo, "P2", "art. 17(3)(e)", "talentctl legal-hold lift")
      try it.done(["legal-hold", "lift", "112", "--ground", "claim", "--reason", "Forliget."], by: it.dpo)

      // Somebody who has an account, a role, an employment.
      try it.refused(
        ["decide", Cast.secretary, "--grant", "--basis", "art17-1-d"], by: it.dpo, "P5", "has an account",
        "holds a role",
        "talentctl person leave")

      // No decision; one person twice; the own data.
      try it.refused(["carry-out", "112"], by: it.administrator, "P5", "No decision")
      try it.erasure(ofCase, by: it.dpo)
      try it.refused(["carry-out", "112"], by: it.dpo, "P5", "Another administrator")
      try it.refused(["decide", Cast.dpo, "--refuse", "--basis", "art17-3-b"], by: it.dpo, "P5", "your own")
      let rehearsed = try it.administrator.run("person", "erasure", "carry-out", "112", "--dry-run")
      #expect(rehearsed.status == 0, "\(rehearsed.error)")
      #expect(rehearsed.output.contains("Nomination"))
    }
  }

  @Test func `nobody is found by a number that is nobody's, and nobody acts for whom it is not`() throws {
    try withVillage { village in
      let it = Office(village.daemon)
      for (arguments, who) in [
        (["person", "erasure", "request", "99999"], it.hr),
        (["person", "erasure", "decide", "99999", "--grant", "--basis", "art17-1-b"], it.dpo),
        (["person", "erasure", "carry-out", "99999"], it.administrator),
        (["legal-hold", "set", "99999", "--ground", "claim", "--reason", "Sagsanlæg."], it.hr),
        (["archive-clearance", "record", "1999", "--reference", "Arkiv 17"], it.hr),
        // An employee is told of nobody else whether that one exists.
        (["person", "erasure", "request", "111"], it.employee),
      ] {
        let run = try who.run(arguments)
        #expect(run.status == 3, "\(arguments): \(run.error)")
        let rehearsed = try who.run(arguments + ["--dry-run"])
        #expect(rehearsed.status == 3 && rehearsed.error == run.error)
      }
      for (arguments, who) in [
        (["person", "erasure", "decide", "110", "--grant", "--basis", "art17-1-b"], it.hr),
        (["person", "erasure", "carry-out", "110"], it.dpo),
        (["legal-hold", "lift", "110", "--ground", "claim", "--reason", "Forliget."], it.hr),
        (["legal-hold", "set", "110", "--ground", "claim", "--reason", "Sagsanlæg."], it.auditor),
        (["audit", "conclude", "2027", "--reference", "Beretning 12"], it.auditor),
        (["retention", "list"], it.employee),
      ] {
        let run = try who.run(arguments)
        #expect(run.status == 77, "\(arguments): \(run.error)")
      }
    }
  }

  @Test func `an employee asks for oneself, once, and reads in no list of others`() throws {
    try withVillage { village in
      let it = Office(village.daemon)
      try it.erasure(["request", "110", "--class", "nomination", "--reason", "Jeg vil slettes."], by: it.employee)
      try it.refused(["request", "110"], by: it.hr, "S2", "request for erasure already")
      let list = try it.dpo.run("person", "erasure", "list")
      #expect(list.status == 0 && list.output.contains("requested") && list.output.contains("110 Medarbejder 110"))
      #expect(!list.output.contains("Jeg vil slettes."))
      #expect(try it.employee.run("person", "erasure", "list").status == 77)
      let duties = try it.dpo.run("duty", "list", "--mine")
      #expect(duties.output.contains("decide a request for erasure (art. 12(3))"), "\(duties.output)")
    }
  }
}

/// Those who have a say, each a user of their own.
private struct Office {
  let hr: Talentctl
  let dpo: Talentctl
  let chief: Talentctl
  let auditor: Talentctl
  let employee: Talentctl
  let administrator: Talentctl

  init(_ daemon: Talentd) {
    hr = Talentctl(daemon, user: .mail)
    dpo = Talentctl(daemon, user: .backup)
    chief = Talentctl(daemon, user: .lp)
    auditor = Talentctl(daemon, user: .www)
    employee = Talentctl(daemon, user: .games)
    administrator = Talentctl(daemon)
  }

  func done(_ arguments: [String], by who: Talentctl, _ location: SourceLocation = #_sourceLocation) throws {
    let run = try who.run(arguments)
    #expect(run.status == 0, "\(arguments): \(run.error)", sourceLocation: location)
  }

  func erasure(_ arguments: [String], by who: Talentctl, _ location: SourceLocation = #_sourceLocation) throws {
    try done(["person", "erasure"] + arguments, by: who, location)
  }

  /// It says no by this rule, with these words; also as a dry run, which leaves no trace, and in Danish.
  func refused(
    _ arguments: [String], by who: Talentctl, _ rule: String, _ words: String...,
    location: SourceLocation = #_sourceLocation
  ) throws {
    let verb = ["person", "erasure"] + arguments
    let size = try recorded()
    let rehearsed = try who.run(verb + ["--dry-run"])
    #expect(try recorded() == size, sourceLocation: location)
    let run = try who.run(verb)
    #expect(run.status == 1 && rehearsed.status == 1, "\(run.error)", sourceLocation: location)
    #expect(run.output.isEmpty && run.error == rehearsed.error, sourceLocation: location)
    #expect(run.error.hasPrefix("Refused by \(rule).\n"), "\(run.error)", sourceLocation: location)
    #expect(run.error.contains("art. ") || rule == "S2", "\(run.error)", sourceLocation: location)
    for word in words { #expect(run.error.contains(word), "\(word): \(run.error)", sourceLocation: location) }
    #expect(try recorded() == size + 1, "the refusal is on record, and nothing else", sourceLocation: location)
    var danish = who
    danish.language = "da"
    let inDanish = try danish.run(verb)
    #expect(inDanish.status == 1, sourceLocation: location)
    #expect(inDanish.error.hasPrefix("Afvist efter \(rule).\n"), "\(inDanish.error)", sourceLocation: location)
  }

  /// How many events there are, without those that reading leaves: the officer's and an administrator's every look is one.
  private func recorded() throws -> Int {
    let log = try hr.run("log", "tail", "--from", "0", "--output", "jsonl")
    guard log.status == 0, !log.output.isEmpty else { throw Trouble("no log: \(log.error)") }
    return log.output.split(separator: "\n").count { !$0.contains(#""type":"access"#) }
  }
}
