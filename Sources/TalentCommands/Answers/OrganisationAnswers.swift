import TalentDomain

extension PersonList: Shown {
  static var lists: [String] { ["people"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Ingen medarbejdere, som du må se, passer.", en: "No employees that you may see match."),
      people,
      [
        Column("Nr.", "No.") { line, _ in line.person.number?.value ?? "" },
        Column("Navn", "Name") { line, _ in line.person.name?.value ?? line.person.id.text },
        Column("Center", "Centre") { line, style in style.thing(line.centre) },
        Column("Post", "Post") { line, style in line.post.map { style($0.words) } ?? "" },
        Column("Arbejdsplads", "Workplace") { line, style in style.thing(line.workplace) },
        Column("Faglig baggrund", "Profession") { line, style in style.thing(line.profession) },
        Column("Nærmeste leder", "Leader") { line, style in style.person(line.leader) },
        Column("Haft lederstilling", "Has led") { line, style in style.yes(line.hasLed) },
        Column("Roller", "Roles") { line, style in style.roles(line.roles) },
      ])
    if more {
      page.say(
        "Der er flere: vælg med --search eller --centre, eller hæv --limit.",
        "There are more: choose with --search or --centre, or raise --limit.")
    }
  }
}

extension Style {
  func roles(_ roles: [RoleLine]) -> String {
    roles.map { self($0.role.words) + ($0.cohort.map { " (\($0.value))" } ?? "") }.joined(separator: ", ")
  }
}

extension PersonShown: Shown {
  func show(on page: inout Page) {
    let style = page.style
    page.facts([
      ("Medarbejdernr.", "Number", line.person.number?.value ?? ""), ("Navn", "Name", line.person.name?.value ?? ""),
      ("E-mail", "E-mail", line.email?.value ?? ""), ("Center", "Centre", style.thing(line.centre)),
      ("Post", "Post", line.post.map { style($0.words) } ?? ""),
      ("Arbejdsplads", "Workplace", style.thing(line.workplace)),
      ("Faglig baggrund", "Profession", style.thing(line.profession)),
      ("Nærmeste leder", "Leader", style.person(line.leader)), ("Fratrådt", "Left", style.date(line.left)),
      ("Har haft lederstilling", "Has led", style.yes(line.hasLed)), ("Konto", "Account", line.account?.value ?? ""),
      ("Roller", "Roles", style.roles(line.roles)), ("Id", "Id", line.person.id.text),
    ])
    guard !cases.isEmpty else { return }
    page.table(
      empty: Bilingual(da: "", en: ""), cases,
      [
        Column("Hold", "Cohort") { line, _ in line.cohort.value },
        Column("Status", "Status") { line, style in line.status.map { style($0.label) } ?? "" },
        Column("Id på holdet", "Id in the cohort") { line, _ in line.alias.text },
      ])
  }
}

extension CentreList: Shown {
  static var lists: [String] { ["centres"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(
        da: "Der er ingen centre endnu. Indlæs dem: talentctl person import FIL, så talentctl centre import FIL",
        en: "There are no centres yet. Import them: talentctl person import FILE, then talentctl centre import FILE"),
      centres,
      [
        Column("Center", "Centre") { line, style in style.thing(line.centre) },
        Column("Centerchef", "Chief") { line, style in style.person(line.chief) },
        Column("Stedfortræder", "Deputy") { line, style in style.person(line.deputy) },
        Column("Medarbejdere", "Employees", right: true) { line, _ in String(line.employees) },
      ])
  }
}

extension RoleList: Shown {
  static var lists: [String] { ["holders", "delegations"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Ingen har en rolle eller en konto.", en: "Nobody has a role or an account."), holders,
      [
        Column("Hvem", "Who") { line, style in style.person(line.person) },
        Column("Konto", "Account") { line, style in style.yes(line.hasAccount) },
        Column("Roller", "Roles") { line, style in style.roles(line.roles) },
      ])
    guard !delegations.isEmpty else { return }
    page.table(
      title: Bilingual(da: "Fuldmagter", en: "Delegations"), empty: Bilingual(da: "", en: ""), delegations,
      [
        Column("Må registrere", "May record") { line, style in style.person(line.to) },
        Column("På vegne af", "On behalf of") { line, style in style.person(line.of) },
      ])
  }
}

extension Identity: Shown {
  func show(on page: inout Page) {
    let style = page.style
    page.facts([
      (
        "Du er", "You are",
        person.map { style.person($0) } ?? style(da: "en konto uden medarbejder", en: "an account without an employee")
      ),
      (
        "Som", "As",
        capacities.map { word in Capacity(rawValue: word.value).map { style($0.words) } ?? word.value }
          .joined(separator: ", ")
      ),
    ])
    page.table(
      empty: Bilingual(da: "Du må ikke kalde noget.", en: "You may call nothing."), methods,
      [Column("Du må kalde", "You may call") { line, _ in line.value }])
  }
}
