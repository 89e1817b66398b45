import TalentDomain

extension WorkGroupList: Shown {
  static var lists: [String] { ["groups"] }

  func show(on page: inout Page) {
    page.table(
      empty: Bilingual(da: "Ingen arbejdsgrupper.", en: "No work groups."), groups,
      [
        Column("Gruppe", "Group", right: true) { line, _ in String(line.number) },
        Column("Opgave", "Task", wraps: true) { line, _ in line.task.value },
        Column("Medlemmer", "Members", right: true) { line, _ in String(line.members) },
        Column("Møder", "Meetings") { line, style in style.held(line) },
        Column("Senest", "Latest") { line, style in style.date(line.latest) },
        Column("Individuelt", "Individual", right: true) { line, style in
          line.individual.map { style.amount($0, .days) } ?? ""
        },
      ])
    page.people("Ikke i nogen gruppe", "In no group", without)
  }
}

extension WorkGroupShown: Shown {
  func show(on page: inout Page) {
    let style = page.style
    page.facts([
      ("Gruppe", "Group", String(group.number)),
      ("Opgave", "Task", group.task.value),
      ("Møder", "Meetings", style.held(group)),
      ("Individuelt arbejde", "Individual work", group.individual.map { style.amount($0, .days) } ?? ""),
    ])
    page.table(
      empty: Bilingual(da: "Ingen medlemmer.", en: "No members."), members,
      [
        Column("Medlem", "Member", wraps: true, tone: { $0.takesPart ? nil : .faint }) { line, style in
          style.person(line.member)
        },
        Column("Møder", "Meetings", right: true) { line, _ in String(line.meetings) },
        Column("Mødetid", "At meetings", right: true) { line, style in style.amount(line.meetingDays, .days) },
        Column("Individuelt", "Individual", right: true) { line, style in
          line.individual.map { style.amount($0, .days) } ?? ""
        },
        Column("Forventet i alt", "Expected in all") { line, style in line.track.map { style.range($0) } ?? "" },
        Column("Status", "Status", tone: { $0.track?.status.tone }) { line, style in
          line.track.map { "\($0.status.sign) \(style($0.status.short))" } ?? ""
        },
      ])
    page.table(
      title: Bilingual(da: "Møder", en: "Meetings"), empty: Bilingual(da: "Ingen møder endnu.", en: "No meetings yet."),
      meetings,
      [
        Column("Dag", "Day") { line, style in style.date(line.date) },
        Column("Tid", "Time", right: true) { line, style in style.amount(line.days, .days) },
        Column("Til stede", "Present", wraps: true) { line, style in
          line.present.map { style.name($0) }.joined(separator: ", ")
        },
        Column("Id", "Id", tone: { _ in .faint }) { line, _ in line.entry.text },
      ])
  }
}

extension Style {
  /// `3 af 5`
  fileprivate func held(_ group: WorkGroupLine) -> String {
    self(da: "\(group.meetings) af \(group.expected)", en: "\(group.meetings) of \(group.expected)")
  }
}

extension Page {
  /// People whom something is missing for, after a list; nothing where it is missing for nobody.
  mutating func people(_ da: String, _ en: String, _ people: [Person]) {
    guard !people.isEmpty else { return }
    facts([(da, en, people.map { style.person($0) }.joined(separator: ", "))])
  }
}
