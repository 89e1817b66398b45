import TalentDomain

/// Runs of the command line that fail, with personal words in their arguments and files.
struct WrongInvocations {
  let talentctl: Talentctl
  /// For files that are imported.
  let folder: String
  private let time = at("2027-04-02 09:00:00")

  /// What is found in what they say: on standard error nothing may be, and in the report of an import (which is data, for
  /// whoever sent the file) nothing but the employee numbers that tell the rows apart.
  func findings() throws -> (runs: Int, findings: [Scanner.Finding]) {
    var (runs, findings): (Int, [Scanner.Finding]) = (0, [])
    for (actor, words) in try WrongInvocations.words + imports() {
      for output in ["table", "json"] {
        let run = try talentctl.run(words + ["--output", output], as: actor, at: time)
        let line = words.prefix(2).joined(separator: " ")
        guard run.status != 0, !run.error.isEmpty || !run.output.isEmpty else {
          throw Trouble("talentctl \(words.joined(separator: " ")) ended with \(run.status) and said \(run.output)")
        }
        runs += 1
        findings += Canary.scanner.findings(in: run.error, of: "standard error of talentctl \(line): \(run.error)")
        findings += Canary.scanner.findings(in: run.output, of: "standard output of talentctl \(line): \(run.output)")
          .filter { !$0.needle.canary.hasSuffix("number") || run.output.isEmpty }
      }
    }
    return (runs, findings)
  }

  /// Who, and the verb with its arguments.
  private static let words: [(String?, [String])] = [
    // What the argument parser refuses.
    (nil, ["person", "register", Canary.number, "--name", Canary.name.value, Canary.workplace.value]),
    (nil, ["person", "register", Canary.number, "--nmae", Canary.name.value]),
    (nil, ["person", "register", Canary.number, "--nmae=\(Canary.name.value)"]),
    (nil, ["person", "show", Canary.number, Canary.name.value]),
    (nil, ["person", Canary.name.value]),
    (nil, [Canary.name.value]),
    (nil, ["person", "show", "\(Canary.number) \(Canary.name.value)"]),
    (nil, ["account", "bind", Canary.number, "--account", Canary.account.value, "--uid", Canary.account.value]),
    (nil, ["account", "bind", Canary.number, "--account", Canary.account.value, "--uid=\(Canary.email.value)"]),
    (nil, ["role", "grant", Canary.number, Canary.profession.value]),
    (Cast.chief, ["nomination", "submit", Canary.number, "--answer", "5=godt:\(Canary.answer.value)"]),
    (Cast.chief, ["nomination", "submit", Canary.number, "--answer=\(Canary.answer.value)"]),
    (Cast.chief, ["nomination", "submit", Canary.number, "--conversation", Canary.name.value]),
    (
      Cast.assessors[0],
      [
        "assessment", "score", Canary.number, "--question", "1", "--basis", Canary.remark.value, "--points", "4",
        "--remark", Canary.remark.value,
      ]
    ),
    (Cast.hr, ["person", "show", Canary.number, "--at", Canary.reason.value]),
    (Cast.hr, ["case-note", "record", Canary.number, "--cohort", Canary.note.value, "--text", Canary.note.value]),
    // What talentctl refuses.
    (Cast.hr, ["case-note", "record", Canary.number, "--command-id", Canary.note.value, "--text", Canary.note.value]),
    (Cast.hr, ["letter", "send", "--all", "--cohort", "2027", "--reasons", Canary.reason.value]),
    (Cast.hr, ["person", "show", Canary.number, "--clock", Canary.reason.value]),
    (Cast.hr, ["case-note", "record", Canary.number, "--cohort", "2027", "--text", "@\(Canary.note.value)"]),
    // What the service refuses.
    (Cast.hr, ["person", "show", Canary.unknownNumber]),
    (Canary.unknownNumber, ["person", "show", Canary.number]),
    (Cast.employees[0], ["person", "show", Canary.number]),
    (Cast.hr, ["letter", "send", Canary.number, "--cohort", "2027", "--reasons", Canary.reason.value]),
    (Cast.hr, ["case-note", "record", Canary.unknownNumber, "--cohort", "2027", "--text", Canary.note.value]),
    (
      Cast.assessors[0],
      [
        "assessment", "score", Canary.number, "--cohort", "2027", "--question", "1", "--basis", "demonstrated",
        "--points", "4", "--remark", Canary.remark.value,
      ]
    ),
  ]

  private func imports() throws -> [(String?, [String])] {
    let people = "Medarbejdernr;Navn;E-mail;Center;Arbejdsplads;Faglig baggrund;Nærmeste leder;Har haft lederstilling"
    func person(leader: String, led: String, more: String = "") -> String {
      "\(Canary.number);\(Canary.name.value);\(Canary.email.value);\(Cast.schools);\(Canary.workplace.value);"
        + "\(Canary.profession.value);\(leader);\(led)\(more)"
    }
    let scores = "Medarbejdernr;Spørgsmål;Grundlag;Point (0-4);Bemærkning"
    let files: [(String?, [String], String)] = [
      (nil, ["person", "import"], "\(people)\n\(person(leader: Cast.leader, led: "måske"))\n"),
      (nil, ["person", "import"], "\(people)\n\(person(leader: Canary.unknownNumber, led: "nej"))\n"),
      (nil, ["person", "import"], "\(people)\n\(person(leader: "", led: "nej", more: ";\(Canary.note.value)"))\n"),
      (nil, ["person", "import"], "\(people)\n\"\(Canary.name.value)\"x;\(person(leader: "", led: "nej"))\n"),
      (nil, ["person", "import"], "\(people)\n\"\(Canary.name.value);\(Canary.number)\n"),
      // Without a heading, its first row stands where the heading should.
      (nil, ["person", "import"], "\(person(leader: Cast.leader, led: "nej"))\n"),
      (Cast.hr, ["letter", "send", "--all", "--cohort", "2027", "--reasons"], "\(Canary.number);Blåmejsesagen\n"),
      (
        Cast.assessors[0], ["assessment", "import", "--cohort", "2027"],
        "\(scores)\n\(Canary.number);1;\(Canary.profession.value);\(Canary.account.value);Sælhundeplanen\n"
          + "\(Canary.unknownNumber);1;udvist;4;Sælhundeplanen\n\(Canary.number);1;udvist;4;Sælhundeplanen\n"
      ),
      (Cast.hr, ["cohort", "set-up", "2028", "--from"], "\(Canary.name.value): \"\(Canary.number)\"\n"),
      (Cast.hr, ["cohort", "set-up", "2028", "--from"], "cohort:\n  title: \(Canary.name.value): x\n"),
    ]
    return try files.enumerated().map { index, file in
      let path = "\(folder)/\(index).csv"
      try Files.write(Array(file.2.utf8), to: path)
      return (file.0, file.1 + [path])
    }
  }
}
