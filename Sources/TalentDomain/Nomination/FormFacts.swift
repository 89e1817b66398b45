/// What the rules must know of a form, without what it says: flags, dates and codes.
package struct FormFacts: Record {
  package var ambition = false
  package var centre = Alias.none
  package var chief = Alias.none
  package var chiefCentre: Alias?
  package var day = CivilDate.blank
  package var employed = false
  package var engagement = false
  package var field: TargetField?
  package var handedIn = Instant.blank
  package var hasLed = false
  package var interest = false
  package var nominee = Alias.none
  package var portal = false
  package var priority: Int?
  package var profession = Alias.none
  package var workplace = Alias.none

  package init() {}

  package mutating func visit(_ members: inout some Visitor) throws(Fault) {
    try members("ambition", &ambition, "An ambition to make a difference (R4).")
    try members("centre", &centre, "The code of the nominee's centre.")
    try members("chief", &chief, "In whose name it was handed in.")
    try members(
      "chiefCentre", &chiefCentre, "The code of the centre whose chief or deputy that was; absent without such a post.")
    try members("day", &day, "The date of `handedIn` in the cohort's zone.")
    try members("employed", &employed, "Whether the personnel register knew the nominee.")
    try members("engagement", &engagement, "An engagement that reaches beyond oneself (R4).")
    try members("field", &field)
    try members("handedIn", &handedIn, "The moment by which the deadline is judged (R2).")
    try members("hasLed", &hasLed, "Whether the personnel register showed a leadership post (R3); HR rules on it.")
    try members("interest", &interest, "An interest in leadership (R4).")
    try members("nominee", &nominee)
    try members("portal", &portal, "Whether `handedIn` is the HR portal's time, else it is the time of receipt.")
    try members("priority", &priority, "The chief's own order: shown, never computed with (R5).")
    try members("profession", &profession, "The code of the nominee's profession.")
    try members("workplace", &workplace, "The code of the nominee's workplace.")
  }
}

/// Who is who on a form, and when it was handed in.
struct FormReceipt {
  var nominee: (person: Alias, alias: Alias)
  var chief: (person: Alias, alias: Alias)
  var handedIn: Instant
  var day: CivilDate
  var portal: Bool
}

extension FormFacts {
  /// What a form amounts to, by what the personnel register says today.
  init(_ form: NominationForm, _ receipt: FormReceipt, _ organisation: Organisation, _ directory: any Directory) {
    ambition = form.ambition
    engagement = form.engagement
    field = form.field
    interest = form.interest
    priority = form.priority
    chief = receipt.chief.alias
    handedIn = receipt.handedIn
    day = receipt.day
    portal = receipt.portal
    nominee = receipt.nominee.alias
    let employee = receipt.nominee.person == .none ? nil : organisation.people[receipt.nominee.person]
    if let employee {
      employed = true
      hasLed = employee.hasLed
      centre = directory.code(of: employee.centre)
      workplace = directory.code(of: employee.workplace)
      profession = directory.code(of: employee.profession)
    }
    chiefCentre = organisation.centre(ledBy: receipt.chief.person, preferring: employee?.centre)
      .map { directory.code(of: $0) }
  }

  /// The form as the cohort's state keeps it.
  func nomination(id: Alias, status: Nomination.Status, position: Int) -> Nomination {
    Nomination(
      id: id, nominee: nominee, chief: chief, status: status, handedIn: handedIn, position: position, centre: centre,
      workplace: workplace, profession: profession, field: field, priority: priority)
  }
}

extension Organisation {
  /// The centre whose chief or deputy somebody is; where there are several, the one asked for, else always the same one.
  func centre(ledBy person: Alias, preferring preferred: Alias?) -> Alias? {
    let led = centres.filter { $0.value.chief == person || $0.value.deputy == person }.keys
    if let preferred, led.contains(preferred) { return preferred }
    return led.min()
  }

  /// Whether somebody is a nominee's immediate leader, or chief or deputy of the nominee's centre (R19).
  package func leads(_ person: Alias, _ nominee: Alias) -> Bool {
    guard let employee = lastEmployment(of: nominee) else { return false }
    if employee.leader == person { return true }
    guard let centre = centres[employee.centre] else { return false }
    return centre.chief == person || centre.deputy == person
  }
}

extension Context {
  /// Whether the one who acts, or the one in whose name it is done, leads a nominee (R19).
  func leads(_ nominee: PersonRef, _ organisation: Organisation) -> Bool {
    organisation.leads(person, nominee.person) || organisation.leads(principal.person, nominee.person)
  }
}
