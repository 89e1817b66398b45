import TalentDomain

/// The version that holds in full; the earlier ones as they were.
extension PlanShown: Shown {
  static var lists: [String] { ["versions"] }

  func show(on page: inout Page) {
    page.say(page.style.person(participant), .strong)
    guard !versions.isEmpty else {
      return page.say("Udviklingsplanen er ikke fastlagt endnu.", "The development plan has not been set yet.")
    }
    for version in versions { version.show(on: &page) }
  }
}

extension PlanVersion {
  fileprivate func show(on page: inout Page) {
    let style = page.style
    page.say(
      style(da: "\(version). udgave, \(style.date(day))", en: "Version \(version), \(style.date(day))"), .strong)
    page.facts([("Formål", "Purpose", purpose?.value ?? ""), ("Udbytte", "Benefit", benefit?.value ?? "")])
    page.table(
      empty: Bilingual(da: "Ingen mål.", en: "No goals."), goals,
      [
        Column("Mål", "Goal", right: true) { line, _ in String(line.number) },
        Column("", "", wraps: true) { line, _ in line.goal?.value ?? "" },
        Column("Status", "Status", tone: { $0.status.map(\.tone) ?? .faint }) { line, style in
          line.status.map { style($0.label) } ?? style(da: "ikke begyndt", en: "not begun")
        },
      ])
    let steps = goals.flatMap { goal in goal.steps.map { (goal: goal.number, step: $0) } }
    guard !steps.isEmpty else { return }
    page.table(
      empty: Bilingual(da: "", en: ""), steps.sorted { ($0.step.day, $0.goal) < ($1.step.day, $1.goal) },
      [
        Column("Dag", "Day") { line, style in style.date(line.step.day) },
        Column("Mål", "Goal", right: true) { line, _ in String(line.goal) },
        Column("Nu", "Now") { line, style in style(line.step.status.label) },
        Column("Med egne ord", "In their own words", wraps: true) { line, _ in line.step.note?.value ?? "" },
      ])
  }
}

extension GoalStatus {
  fileprivate var tone: Ink.Tone {
    switch self {
    case .dropped: .faint
    case .halfway, .started: .calm
    case .reached: .good
    }
  }
}
